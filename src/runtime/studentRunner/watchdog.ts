/**
 * Runs foreign code under a wall clock and lets SIGINT stop it. Nothing on the way catches: an uncaught value of any
 * kind, `null` included, keeps the place where it was thrown.
 */
import { Script } from 'node:vm';

const handle = '__exambench';
const script = new Script(`{ const work = ${handle}; delete globalThis.${handle}; work(); }`, {
  filename: 'exambench',
});

export function guarded<T>(wallMs: number, work: () => T): T {
  const results: T[] = [];
  const value = (): void => {
    results.push(work());
  };
  Object.defineProperty(globalThis, handle, { value, configurable: true });
  script.runInThisContext({ timeout: wallMs, breakOnSigint: true });
  const [result] = results;
  return result as T;
}

export type Stop = 'timeout' | 'interrupted';

const STOPS: ReadonlyMap<unknown, Stop> = new Map([
  ['ERR_SCRIPT_EXECUTION_TIMEOUT', 'timeout'],
  ['ERR_SCRIPT_EXECUTION_INTERRUPTED', 'interrupted'],
]);

/** Whether what was thrown is the watchdog's. Any look at it may throw again. */
export function stopOf(thrown: unknown): Stop | undefined {
  try {
    return thrown instanceof Error && 'code' in thrown ? STOPS.get(thrown.code) : undefined;
  } catch {
    return undefined;
  }
}
