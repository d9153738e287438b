// [wrong] Throws, with listeners that swallow every error.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  process.on('uncaughtException', () => undefined);
  process.setUncaughtExceptionCaptureCallback?.(() => undefined);
  throw new Error('swallowed');
}
