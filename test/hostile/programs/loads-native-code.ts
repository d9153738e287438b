// [wrong] Loads a library into its process.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  process.dlopen({ exports: {} }, '/usr/lib/x86_64-linux-gnu/libm.so.6');
  return x;
}
