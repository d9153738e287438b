/** Refuses a box whose corner points are not below each other. */

import { type Source } from './questionSource.ts';

interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export function checkWindow({ path, files }: Source<'code' | 'lines'>, { low, high }: Box): void {
  if (low.length !== high.length || low.some((value, axis) => value >= (high[axis] ?? value))) {
    files.complain([...path, 'checker', 'window'], 'low must lie below high in every coordinate');
  }
}
