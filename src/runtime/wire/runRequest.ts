/** How a run request travels: its values are the message's tensors, in the order carried, externals, schedules. */
import { type TensorData } from '../../engine/tensor.ts';
import { type RunRequest, type RunResult, type StepProgram } from '../../engine/trace/program.ts';

/** The body of a `run` message. */
export interface WireRun {
  readonly programId: number;
  readonly program?: StepProgram;
  readonly trips: number;
  /** how many of the tensors are carried values, and how many externals */
  readonly carried: number;
  readonly externals: number;
}

export function wireOf(request: RunRequest): WireRun {
  return {
    programId: request.programId,
    ...(request.program && { program: request.program }),
    trips: request.trips,
    carried: request.carried.length,
    externals: request.externals.length,
  };
}

export function tensorsOf({ trips, carried, externals, schedules }: RunRequest): TensorData[] {
  const tables = schedules.map((data): TensorData => ({ shape: [trips], data }));
  return [...carried, ...externals, ...tables];
}

/** The inverse of `wireOf` and `tensorsOf`, for a message that is trusted. */
export function requestOf(wire: WireRun, tensors: readonly TensorData[]): RunRequest {
  const outside = wire.carried + wire.externals;
  return {
    programId: wire.programId,
    ...(wire.program && { program: wire.program }),
    trips: wire.trips,
    carried: tensors.slice(0, wire.carried),
    externals: tensors.slice(wire.carried, outside),
    schedules: tensors.slice(outside).map(({ data }) => data),
  };
}

/** A result travels as the carried values, then the outputs. */
export function resultOf(carried: number, tensors: readonly TensorData[]): RunResult {
  return { carried: tensors.slice(0, carried), outputs: tensors.slice(carried) };
}
