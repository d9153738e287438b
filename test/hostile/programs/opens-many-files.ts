// [wrong] Opens more files than a process may.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const fs = process.getBuiltinModule('node:fs');
  for (let i = 0; i < 1e5; i++) fs.openSync('/dev/null', 'r');
  return x;
}
