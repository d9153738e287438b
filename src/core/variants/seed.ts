/** Where a variant's chances come from: every draw has a seed of its own, made of names, so that no draw shifts another. */

import { type Random, seededRandom } from '../random.ts';

/** Of everything that a draw depends on; different words, different chances (FNV-1a). */
export function chanceOf(...words: readonly (string | number)[]): Random {
  let mixed = 0x811c9dc5;
  for (const character of JSON.stringify(words)) {
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return seededRandom(mixed);
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = result[last] as T; // both places are within the list
    result[last] = result[other] as T;
    result[other] = moved;
  }
  return result;
}
