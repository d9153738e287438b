/** Makes one package of Exambench. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { vsixOf } from '../../src/runtime/pack/vsix.ts';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';
import { readFileSync } from 'node:fs';
import { productFiles } from './productFiles.ts';
import { type Target } from './targets.ts';

/** What has to be handed around on sticks and slow networks. */
export const LARGEST_MB = 30;

/** Where packages go unless told otherwise; `exambench pack --target` looks there. */
export const packagesFolder = at('dist/packages');

export interface Made {
  readonly file: string;
  readonly bytes: number;
}

export async function packageProduct(target: Target, folder: string): Promise<Made> {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
  const file = join(folder, `exambench-${target}-${version}.vsix`);
  const vsix = await vsixOf(await productFiles(target), { target, compression: 'smallest' });
  if (vsix.length > LARGEST_MB * 1e6) {
    throw new Failure(
      `The package for ${target} has ${(vsix.length / 1e6).toFixed(1)} MB, more than ${LARGEST_MB}.`,
      'Find out what has grown: unzip -lv lists the sizes.',
    );
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, vsix);
  return { file, bytes: vsix.length };
}
