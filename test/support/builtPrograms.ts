/** Bundles the two child programs from the sources as they stand, so that tests never meet an old build. */
import { mkdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const banner =
  "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);";

export type ChildProgram = 'modelServer' | 'studentRunner';

const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder inside the repository, where onnxruntime is found; it goes when the tests' process ends. */
export async function emptyDist(): Promise<string> {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(path.join(root, '.cache', 'test-dist-'));
  folders.add(folder);
  return folder;
}

export async function builtPrograms(
  programs: readonly ChildProgram[] = ['modelServer', 'studentRunner'],
): Promise<string> {
  const outdir = await emptyDist();
  await build({
    absWorkingDir: root,
    entryPoints: programs.map((name) => ({ in: `src/runtime/${name}/main.ts`, out: name })),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    external: ['onnxruntime-node'],
    banner: { js: banner },
    logLevel: 'error',
  });
  return outdir;
}
