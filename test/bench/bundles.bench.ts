/** How large what ships is. */
import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at, root } from '../../scripts/project.ts';
import { type Figure } from '../support/figure.ts';

export const name = 'bundles';

const KB = 1000;
const bounds: Readonly<Record<string, Figure['bound']>> = { 'dist/extension.cjs': { atMost: 400 } };

function figuresOf(file: string): Figure[] {
  const bytes = readFileSync(at(file));
  const bound = bounds[file];
  return [
    { name: file, value: bytes.length / KB, unit: 'KB', ...(bound && { bound }) },
    { name: `${file}, compressed`, value: gzipSync(bytes).length / KB, unit: 'KB' },
  ];
}

export function run(): Promise<Figure[]> {
  const files = globSync(['dist/*.{cjs,mjs}', 'dist/webview/*.{js,css}'], { cwd: root }).sort();
  return Promise.resolve(files.flatMap(figuresOf));
}
