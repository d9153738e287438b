/** Tells the controller why the program failed, and at which of the student's lines. */
import process from 'node:process';
import { promiseHooks } from 'node:v8';
import { type FromRunner, type RunnerCause } from '../wire/runner.ts';
import { type RunnerLink } from './link.ts';
import { currentPlace, placeInStack } from './place.ts';
import { type Sampler } from './sampler.ts';
import { describeThrown } from './thrown.ts';
import { stopOf } from './watchdog.ts';

/** A failure whose words and place are known already. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  readonly reason: RunnerCause;
  readonly place: string | undefined;
  /** by which it is told without asking the thrown object, which may answer by throwing */
  readonly #isOurs = true;

  static is(thrown: unknown): thrown is ProgramError {
    return typeof thrown === 'object' && thrown !== null && #isOurs in thrown;
  }

  constructor(reason: RunnerCause, message: string, place: string | undefined) {
    super(message);
    this.reason = reason;
    this.place = place;
  }
}

/**
 * A rejected promise that nobody waits for. It has no stack unless it was rejected with an Error, so every promise
 * remembers where it was made.
 */
export function reportRejections(link: RunnerLink): void {
  const places = new WeakMap<Promise<unknown>, string>();
  promiseHooks.onInit((promise) => {
    const place = currentPlace();
    if (place !== undefined) places.set(promise, place);
  });
  process.on('unhandledRejection', (reason, promise) => {
    const { message, stack } = describeThrown(reason);
    const place = placeInStack(stack) ?? places.get(promise);
    const unheard = `a promise was rejected and nothing waits for it: ${message}`;
    link.send('failure', { cause: 'exception', message: unheard, ...at(place) });
    link.halt();
  });
}

/**
 * Only watches: the error stays uncaught, so Node writes to stderr where it came from even if it is no Error, and the
 * process ends.
 */
export function reportFailures(link: RunnerLink, sampler: Sampler): void {
  process.on('uncaughtExceptionMonitor', (error: unknown) => {
    const busiest = sampler.stop();
    const stop = stopOf(error);
    if (stop === undefined) link.send('failure', failureOf(error));
    else link.send('interrupted', at(busiest));
  });
}

function failureOf(error: unknown): FromRunner['failure'] {
  if (ProgramError.is(error)) {
    return { cause: error.reason, message: error.message, ...at(error.place) };
  }
  const { message, stack } = describeThrown(error);
  return { cause: 'exception', message, ...at(placeInStack(stack)) };
}

function at(place: string | undefined): { at?: string } {
  return place === undefined ? {} : { at: place };
}
