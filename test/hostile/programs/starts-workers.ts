// [wrong] Starts threads that never end.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  for (let i = 0; i < 4; i++) new Worker('for (;;);', { eval: true });
  return x;
}
