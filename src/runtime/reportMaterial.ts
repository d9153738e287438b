/** Reads what pages of results carry in themselves: KaTeX's style sheet and its fonts, from the build's `report` folder. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The shape that `src/report` takes; pictures come from whoever holds the task set. */
export interface MathsMaterial {
  readonly katexCss: string;
  /** file name → base64 */
  readonly fonts: ReadonlyMap<string, string>;
}

/** @param dist the folder of the build. @throws {Error} if the build has no such files */
export async function readMathsMaterial(dist: string): Promise<MathsMaterial> {
  const folder = join(dist, 'report');
  const katexCss = await readFile(join(folder, 'katex.min.css'), 'utf8');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.woff2'));
  const fonts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'base64')] as const),
  );
  return { katexCss, fonts: new Map(fonts) };
}
