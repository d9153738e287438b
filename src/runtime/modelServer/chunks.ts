/**
 * Runs many iterations as a few runs of about 50 ms each: a run cannot be stopped and blocks its thread, so cancelling
 * and live progress happen between them.
 */
import { sizeOf, type TensorData } from '../../engine/tensor.ts';
import { type Output, type RunRequest, type RunResult } from '../../engine/trace/program.ts';

const chunkMs = 50;
const firstChunk = 8;

export interface ChunkHooks {
  /** a run of at most `request.trips` iterations */
  run(request: RunRequest): Promise<RunResult>;
  /** after every chunk: how many iterations it had and its outputs */
  onChunk(trips: number, outputs: readonly TensorData[]): void;
  /** throws to stop */
  throwIfCancelled(): void;
  /** a clock in milliseconds */
  now(): number;
}

/** `outputs`: the program's, which say what is stacked over the iterations and what is the last one's value. */
export async function runInChunks(
  request: RunRequest,
  outputs: readonly Output[],
  hooks: ChunkHooks,
): Promise<RunResult> {
  const results: RunResult[] = [];
  let size = firstChunk;
  for (let done = 0; done < request.trips;) {
    hooks.throwIfCancelled();
    const trips = Math.min(size, request.trips - done);
    const carried = results.at(-1)?.carried ?? request.carried;
    const started = hooks.now();
    const result = await hooks.run(slice({ ...request, carried }, done, trips));
    size = nextSize(trips, hooks.now() - started);
    done += trips;
    results.push(result);
    hooks.onChunk(trips, result.outputs);
  }
  return joined(results, outputs);
}

/** At most twice the last size, so that one quick start does not lead to a long run. */
function nextSize(trips: number, ms: number): number {
  const fitting = Math.floor((chunkMs * trips) / Math.max(ms, 0.001));
  return Math.max(1, Math.min(2 * trips, fitting));
}

function slice(request: RunRequest, from: number, trips: number): RunRequest {
  const schedules = request.schedules.map((row) => row.subarray(from, from + trips));
  return { ...request, trips, schedules };
}

function joined(results: readonly RunResult[], outputs: readonly Output[]): RunResult {
  const last = results.at(-1);
  if (last === undefined) throw new Error('a run needs at least one iteration');
  if (results.length === 1) return last;
  return {
    carried: last.carried,
    outputs: last.outputs.map((value, i) =>
      outputs[i]?.each === true ? stacked(results.flatMap((r) => r.outputs[i] ?? [])) : value,
    ),
  };
}

/** Joins tensors along their first axis. */
export function stacked(parts: readonly TensorData[]): TensorData {
  const [, ...inner] = parts[0]?.shape ?? [0];
  const count = parts.reduce((sum, { shape }) => sum + (shape[0] ?? 0), 0);
  const data = new Float32Array(count * sizeOf(inner));
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    at += part.data.length;
  }
  return { shape: [count, ...inner], data };
}
