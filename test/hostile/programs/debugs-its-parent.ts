// [wrong] Has its parent open a debugger, and looks for it.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  process.kill(process.ppid, 'SIGUSR1');
  const socket = process.getBuiltinModule('node:net').connect(9229, '127.0.0.1');
  socket.on('error', () => undefined);
  return x;
}
