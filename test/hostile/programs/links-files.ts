// [wrong] Plants links to files outside.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const fs = process.getBuiltinModule('node:fs');
  for (const place of ['/tmp', '/dev/shm', '.']) {
    try {
      fs.symlinkSync('/etc/passwd', `${place}/exambench-was-here-link`);
    } catch {
      // the next place
    }
  }
  fs.readFileSync('/tmp/exambench-was-here-link');
  return x;
}
