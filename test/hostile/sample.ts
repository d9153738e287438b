/** So many of them, drawn by seed: what the quick tests take of all that there is. */
import { seededRandom } from '../../src/core/random.ts';

export function sampleOf<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = seededRandom(seed);
  return all
    .map((entry) => ({ entry, drawn: random() }))
    .toSorted((a, b) => a.drawn - b.drawn)
    .slice(0, count)
    .map(({ entry }) => entry);
}
