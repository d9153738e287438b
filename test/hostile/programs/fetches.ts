// [wrong] Fetches an address by HTTP.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  process
    .getBuiltinModule('node:http')
    .get('http://127.0.0.1:47470/exambench-was-here')
    .on('error', () => undefined);
  return x;
}
