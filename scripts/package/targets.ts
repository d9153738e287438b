/** The platforms that packages are for, and which of onnxruntime's files each of them needs to run models. */

/** In the order in which they are listed; names are those of VS Code. */
export type Target =
  | 'linux-x64'
  | 'linux-arm64'
  | 'win32-x64'
  | 'win32-arm64'
  | 'darwin-arm64'
  | 'darwin-x64'
  | 'linux-armhf'
  | 'alpine-x64'
  | 'alpine-arm64';

/** Folder and files below `bin/napi-v6` of onnxruntime-node: exactly what the binding loads. */
export interface Runtime {
  readonly folder: string;
  readonly files: readonly string[];
}

interface Served {
  readonly runtime: Runtime;
}

interface Unserved {
  readonly runtime: undefined;
  /** for whom the package is made */
  readonly system: string;
}

const linux = (arch: string): Served => ({
  runtime: { folder: `linux/${arch}`, files: ['libonnxruntime.so.1', 'onnxruntime_binding.node'] },
});

/** DirectML and the shader compilers are loaded when a provider asks for them; Exambench runs on the CPU there. */
const windows = (arch: string): Served => ({
  runtime: { folder: `win32/${arch}`, files: ['onnxruntime.dll', 'onnxruntime_binding.node'] },
});

const unserved = (system: string): Unserved => ({ runtime: undefined, system });

export const TARGETS: { readonly [T in Target]: Served | Unserved } = {
  'linux-x64': linux('x64'),
  'linux-arm64': linux('arm64'),
  'win32-x64': windows('x64'),
  'win32-arm64': windows('arm64'),
  'darwin-arm64': {
    runtime: {
      folder: 'darwin/arm64',
      files: ['libonnxruntime.1.dylib', 'onnxruntime_binding.node'],
    },
  },
  'darwin-x64': unserved('Macs with Intel processors'),
  'linux-armhf': unserved('Linux on 32-bit ARM'),
  'alpine-x64': unserved('Alpine Linux'),
  'alpine-arm64': unserved('Alpine Linux on ARM'),
};

export const targetNames = Object.keys(TARGETS).filter(isTarget);

/** Those that models run on. */
export const servedTargets = targetNames.filter((name) => TARGETS[name].runtime !== undefined);

export function isTarget(name: string): name is Target {
  return Object.hasOwn(TARGETS, name);
}

/** What a package without onnxruntime can do; undefined for the others. */
export function limitationOf(target: Target): string | undefined {
  const found = TARGETS[target];
  if (found.runtime !== undefined) return undefined;
  return `onnxruntime has no build for ${found.system}, so this package runs and checks no programs; tasks, answers and all other checks work.`;
}
