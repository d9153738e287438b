/** Bundles the child programs from the sources as they stand, so that tests never meet an old build. */
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const banner =
  "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);";

const ENTRIES = {
  modelServer: 'src/runtime/modelServer/main.ts',
  studentRunner: 'src/runtime/studentRunner/main.ts',
  gradingWorker: 'src/runtime/grading/worker/main.ts',
} as const;

export type ChildProgram = keyof typeof ENTRIES;

const parent = path.join(root, '.cache', 'test-programs');
const hourMs = 3_600_000;

/** A folder inside the repository, where onnxruntime is found. Old ones go: a worker of tests may end without a word. */
export async function emptyDist(): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) await removeIfOld(path.join(parent, name));
  const folder = await mkdtemp(path.join(parent, 'dist-'));
  // as root, grading has them run by nobody
  await chmod(folder, 0o755);
  return folder;
}

async function removeIfOld(folder: string): Promise<void> {
  const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  if (Date.now() - mtimeMs > hourMs) await rm(folder, { recursive: true, force: true });
}

export async function builtPrograms(
  programs: readonly ChildProgram[] = ['modelServer', 'studentRunner'],
): Promise<string> {
  const outdir = await emptyDist();
  await build({
    absWorkingDir: root,
    entryPoints: programs.map((name) => ({ in: ENTRIES[name], out: name })),
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
