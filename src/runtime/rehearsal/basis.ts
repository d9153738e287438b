/** Everything beside the set itself that a verdict may depend on: the programs of this tool, and what they run on. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type ProviderChoice } from '../attack/attack.ts';
import { defaultLimits } from '../attack/limits.ts';
import { runnerLaunch } from '../sandbox/runnerLaunch.ts';

interface BasisOptions {
  /** of the built programs */
  readonly dist: string;
  readonly provider: ProviderChoice;
  readonly requireSandbox: boolean;
}

/** What CUDA is found by. */
const CUDA = ['LD_LIBRARY_PATH', 'CUDA_PATH', 'CUDA_VISIBLE_DEVICES'];

/** SHA-256 in hexadecimal. */
export async function basisOf({ dist, ...how }: BasisOptions): Promise<string> {
  const { memoryMiB } = defaultLimits;
  const { isolation } = await runnerLaunch(resolve(dist, 'studentRunner.mjs'), memoryMiB);
  const { platform, arch, versions, env } = process;
  const machine = [platform, arch, versions, cpus()[0]?.model, CUDA.map((name) => env[name])];
  const all = [await programsIn(dist), runtimeOf(dist), machine, isolation, how, defaultLimits];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** Names and contents of everything that was built from this tool's sources and runs here. */
async function programsIn(dist: string): Promise<string[]> {
  const names = (await readdir(dist)).filter((name) => /\.[cm]js$/.test(name)).sort();
  return await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(dist, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );
}

/** Of onnxruntime: its version, and whether it can do CUDA; undefined where it is not installed. */
function runtimeOf(dist: string): readonly [string, boolean] | undefined {
  const from = createRequire(resolve(dist, 'modelServer.mjs'));
  try {
    const found = from.resolve('onnxruntime-node/package.json');
    const { version } = from(found) as { readonly version: string };
    const library = 'bin/napi-v6/linux/x64/libonnxruntime_providers_cuda.so';
    return [version, existsSync(join(dirname(found), library))];
  } catch {
    return undefined;
  }
}
