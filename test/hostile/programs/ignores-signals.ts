// [timeout] Never ends, and listens to all signals that would end it.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGXCPU', 'SIGALRM'])
    process.on(signal, () => undefined);
  for (;;);
}
