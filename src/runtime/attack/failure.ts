/** A run that ended without a result, on its way to whoever asked for it. */
import { type RunFailure } from './attack.ts';

export class RunError extends Error {
  override readonly name = 'RunError';
  readonly failure: RunFailure;

  constructor(failure: RunFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Any error as a failure; one that is not a RunError is a fault of ours. */
export function failureOf(error: unknown): RunFailure {
  if (error instanceof RunError) return error.failure;
  return { cause: 'internal', message: error instanceof Error ? error.message : String(error) };
}
