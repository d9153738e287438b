/**
 * What onnxruntime can run on here. Asking it for a provider whose library is missing throws, even with another one to
 * fall back to, so the choice is made before: `auto` settles for the CPU and says why, `cuda` says what is missing.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { elementTypes } from '../../engine/onnx/constant.ts';
import { writeModel } from '../../engine/onnx/write.ts';
import { type ProviderChoice, type ProviderInUse } from '../attack/attack.ts';
import { type ProviderReport } from '../wire/server.ts';
import { openSession } from './onnxSession.ts';

const cudaLibraries = ['libonnxruntime_providers_shared.so', 'libonnxruntime_providers_cuda.so'];

/** The provider that was asked for is not there; the message says what is missing and how to get it. */
export class ProviderMissing extends Error {
  override readonly name = 'ProviderMissing';
}

/** Each provider tried on a small model. */
export async function providerReports(): Promise<ProviderReport[]> {
  const cpu = await report('cpu');
  return [cpu, await report('cuda')];
}

async function report(name: ProviderInUse['name']): Promise<ProviderReport> {
  try {
    await withProvider(name, async (provider) => {
      const session = await openSession(smallModel(), provider, 1);
      await session.release();
    });
    return { name, available: true };
  } catch (error) {
    return { name, available: false, note: error instanceof Error ? error.message : String(error) };
  }
}

function smallModel(): Uint8Array {
  const value = (name: string) => ({ name, type: elementTypes.float32, shape: [1] });
  const node = { op: 'Relu', domain: '', name: '', inputs: ['x'], outputs: ['y'], attributes: {} };
  const graph = {
    nodes: [node],
    constants: new Map(),
    inputs: [value('x')],
    outputs: [value('y')],
  };
  return writeModel({ irVersion: 8, opset: 18, graph: { name: 'trial', ...graph } });
}

/**
 * Tries `attempt` with the chosen provider. Throws ProviderMissing when `cuda` was asked for by name and does not work;
 * any other error is the attempt's own, on the CPU.
 */
export async function withProvider<T>(
  choice: ProviderChoice,
  attempt: (name: ProviderInUse['name']) => Promise<T>,
): Promise<{ readonly provider: ProviderInUse; readonly value: T }> {
  if (choice === 'cpu') return { provider: { name: 'cpu' }, value: await attempt('cpu') };
  const missing = whyNoCuda();
  const tried = missing === undefined ? await tryCuda(attempt) : { why: missing };
  if ('value' in tried) return { provider: { name: 'cuda' }, value: tried.value };
  if (choice === 'cuda') throw new ProviderMissing(tried.why);
  return { provider: { name: 'cpu', note: tried.why }, value: await attempt('cpu') };
}

type CudaTrial<T> = { readonly value: T } | { readonly why: string };

async function tryCuda<T>(attempt: (name: 'cuda') => Promise<T>): Promise<CudaTrial<T>> {
  try {
    return { value: await attempt('cuda') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const needs = 'it needs an NVIDIA driver, CUDA 12 and cuDNN 9, found through LD_LIBRARY_PATH';
    return { why: `CUDA does not start here (${needs}): ${reason}` };
  }
}

/** Why CUDA cannot work here at all, and what to do; undefined when its libraries are there. */
function whyNoCuda(): string | undefined {
  const platform = `${process.platform} ${process.arch}`;
  if (platform !== 'linux x64') {
    return `onnxruntime offers CUDA on linux x64 only, this is ${platform}`;
  }
  const packageFolder = onnxruntimeFolder();
  const folder = path.join(packageFolder, 'bin', 'napi-v6', process.platform, process.arch);
  const missing = cudaLibraries.filter((name) => !existsSync(path.join(folder, name)));
  if (missing.length === 0) return undefined;
  return (
    `onnxruntime's CUDA libraries are not installed: ${missing.join(' and ')} missing in ${folder}. ` +
    `Get them with ${howToGetCuda(packageFolder)}; they also need CUDA 12 and cuDNN 9`
  );
}

/** The script that fetches them is in the project's folder, not in the package that VS Code installs. */
function howToGetCuda(packageFolder: string): string {
  const script = path.join(packageFolder, 'script', 'install.js');
  if (existsSync(script)) return `\`ONNXRUNTIME_NODE_INSTALL=cuda12 node ${script}\``;
  const { version } = createRequire(import.meta.url)('onnxruntime-node/package.json') as {
    readonly version: string;
  };
  return (
    `\`ONNXRUNTIME_NODE_INSTALL=cuda12 npm install onnxruntime-node@${version}\` in an empty folder, ` +
    'and copy them from its node_modules/onnxruntime-node/bin/napi-v6/linux/x64'
  );
}

function onnxruntimeFolder(): string {
  const entry = createRequire(import.meta.url).resolve('onnxruntime-node');
  return path.resolve(path.dirname(entry), '..');
}
