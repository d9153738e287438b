/** Sizes as they are declared: `d`, `3`, `n+k-1`, `2n`. */

import { type Size } from '../../size.ts';

const TERM = /([+-]?)(\d*)([A-Za-z](?:_?[A-Za-z0-9]+|_\{[A-Za-z0-9]+\})?|\\[A-Za-z]+)?/y;

/** Undefined when the word is no size. */
export function sizeOf(word: string): Size | undefined {
  const names: Record<string, number> = {};
  let plus = 0;
  let position = 0;
  while (position < word.length) {
    TERM.lastIndex = position;
    const [found = '', sign = '', digits = '', name] = TERM.exec(word) ?? [];
    const isFirst = position === 0;
    if (found.length === sign.length || (!isFirst && sign === '')) return undefined;
    const factor = (sign === '-' ? -1 : 1) * (digits === '' ? 1 : Number(digits));
    if (name === undefined) plus += factor;
    else names[name] = (names[name] ?? 0) + factor;
    position += found.length;
  }
  const kept = Object.fromEntries(Object.entries(names).filter(([, times]) => times !== 0));
  return position === 0 || !isPossible(kept, plus) ? undefined : { names: kept, plus };
}

/** More is too much work at every point. */
const LARGEST = 1000;

/** A bare number must be at least 1. */
function isPossible(names: Readonly<Record<string, number>>, plus: number): boolean {
  return Object.keys(names).length > 0 || (plus >= 1 && plus <= LARGEST);
}
