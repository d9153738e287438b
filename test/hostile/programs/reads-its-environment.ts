// [wrong] Looks for secrets in its environment.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const names = Object.keys(process.env).filter((name) => name !== 'PWD');
  if (names.length > 0) throw new Error(`exambench-was-here: ${names.join(' ')}`);
  return x;
}
