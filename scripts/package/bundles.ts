/** What the build made: the files that ship, and the packages whose code is in them. */
import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';

/** Of esbuild's metafile, what is read here. */
interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }
    >
  >;
}

/** Of the build, by name. The command line and what it starts are no part of the extension. */
const SHIPPED = [
  'extension',
  'assessment',
  'gradebook',
  'packing',
  'inspector',
  'submitting',
  'modelServer',
  'studentRunner',
  'webview',
];

export interface Bundles {
  /** paths in the project, `dist/…` */
  readonly files: readonly string[];
  /** folders of packages, `node_modules/…` */
  readonly packages: readonly string[];
}

/** Throws Failure when nothing was built. */
export function shippedBundles(): Bundles {
  const outputs = SHIPPED.map(metafileOf).flatMap((metafile) => Object.entries(metafile.outputs));
  const inputs = outputs.flatMap(([, { inputs }]) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
  );
  return {
    files: outputs.map(([path]) => path).sort(),
    packages: [...new Set(inputs.flatMap(packageOf))].sort(),
  };
}

function metafileOf(bundle: string): Metafile {
  const path = at('.cache/build', `${bundle}.json`);
  if (!existsSync(path)) throw new Failure(`${bundle} was not built.`, 'npm run build makes it.');
  return JSON.parse(readFileSync(path, 'utf8')) as Metafile;
}

function packageOf(input: string): readonly string[] {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
  return folder === undefined ? [] : [folder];
}
