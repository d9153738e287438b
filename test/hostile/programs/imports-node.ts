// [wrong] Imports a module of Node.
import { readFileSync } from 'node:fs';

export function adversarial(): unknown {
  return readFileSync('/etc/passwd');
}
