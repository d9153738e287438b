// [wrong] Has its process write reports and snapshots.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  process.report.writeReport('/tmp/exambench-was-here-report');
  process.getBuiltinModule('node:v8').writeHeapSnapshot('/tmp/exambench-was-here-snapshot');
  return x;
}
