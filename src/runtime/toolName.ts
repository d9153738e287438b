/** How this program calls itself in what it writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As in `exambench 0.1.0`. `dist`: the folder of the built programs, beside the package's own description. */
export function toolName(dist: string): string {
  const text = readFileSync(join(dist, '..', 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { readonly name: string; readonly version: string };
  return `${name} ${version}`;
}
