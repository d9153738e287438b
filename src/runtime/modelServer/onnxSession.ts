/** onnxruntime as the rest of the server sees it: float32 tensors in, float32 tensors out. */
import type * as Onnxruntime from 'onnxruntime-node';
import { type TensorData } from '../../engine/tensor.ts';
import { type ProviderInUse } from '../attack/attack.ts';
import { thisMachine, whyNoRuntime } from './machine.ts';

/** Loaded on first use: an operating system without onnxruntime gets a message, not a crash at start. */
async function onnxruntime(): Promise<typeof Onnxruntime> {
  try {
    return await import('onnxruntime-node');
  } catch (error) {
    throw new Error(whyNoRuntime(thisMachine()) ?? whyNotLoaded(error), { cause: error });
  }
}

function whyNotLoaded(error: unknown): string {
  const { platform, arch } = process;
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const hint = reason.startsWith('Cannot find module')
    ? `; install the package of Exambench for ${platform}-${arch}`
    : '';
  return `onnxruntime does not load on ${platform} ${arch}: ${reason}${hint}`;
}

export const preload = onnxruntime;

export interface OnnxSession {
  /** Values by name; a bigint is an int64 scalar. Throws onnxruntime's own message. */
  run(
    feeds: Readonly<Record<string, TensorData | bigint>>,
    outputs: readonly string[],
  ): Promise<TensorData[]>;
  release(): Promise<void>;
}

/** `threads`: 1 for small graphs, where more threads only cost; 0 lets onnxruntime choose. */
export async function openSession(
  bytes: Uint8Array,
  provider: ProviderInUse['name'],
  threads: number,
): Promise<OnnxSession> {
  const { InferenceSession, Tensor } = await onnxruntime();
  const session = await InferenceSession.create(bytes, sessionOptions(provider, threads));
  const toValue = (value: TensorData | bigint): Onnxruntime.OnnxValue =>
    typeof value === 'bigint'
      ? new Tensor('int64', [value], [])
      : new Tensor('float32', value.data, value.shape);
  return {
    async run(feeds, outputs) {
      const values = Object.entries(feeds).map(([name, value]) => [name, toValue(value)] as const);
      const found = await session.run(Object.fromEntries(values), [...outputs]);
      return outputs.map((name) => floats(name, found[name]));
    },
    release: () => session.release(),
  };
}

function sessionOptions(
  provider: ProviderInUse['name'],
  threads: number,
): Onnxruntime.InferenceSession.SessionOptions {
  return {
    executionProviders: [provider],
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // idle threads sleep instead of burning the cores that the editor needs
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
}

function floats(name: string, value: Onnxruntime.OnnxValue | undefined): TensorData {
  if (value === undefined || !('data' in value)) throw new Error(`the model gave no ${name}`);
  const { data, dims } = value;
  if (!(data instanceof Float32Array)) throw new Error(`${name} is ${value.type}, not float32`);
  return { shape: dims, data };
}
