/** Nodes that are certain by their names, and the ways in which nodes of the network may be drawn as one. */

import { type Merging, type Subject } from './case.ts';
import { type Meaning } from './meaning.ts';

/** So many pairs are tried in all ways. */
const MOST_PAIRS = 3;

/** As drawn, and with each pair as one of which only one name is there. */
export function mergings(subject: Subject): Merging[] {
  const stated = statedMerging(subject);
  const named = new Set(subject.recognitions.flatMap(({ named: each }) => each));
  const half = subject.reference.merges.filter(
    ([one, other]) => named.has(one) !== named.has(other),
  );
  return half.slice(0, MOST_PAIRS).reduce<Merging[]>(
    (ways, pair) => [
      ...ways,
      ...ways.map(({ merged, unnamed }) => ({
        merged: [...merged, pair],
        unnamed: [...unnamed, ...pair.filter((node) => !named.has(node))],
      })),
    ],
    [stated],
  );
}

/** `y = h_2` in one node, where neither has a node of its own; without leave the second name's node is missing. */
function statedMerging({ recognitions, reference }: Subject): Merging {
  const alone = new Set(recognitions.flatMap(({ named }) => (named.length === 1 ? named : [])));
  const merged: (readonly [number, number])[] = [];
  const unnamed: number[] = [];
  for (const { named } of recognitions) {
    const [first, ...others] = named.filter((node) => !alone.has(node));
    if (first === undefined || named.length < 2) continue;
    for (const other of others) {
      if (merged.some(([one]) => one === other || one === first)) continue;
      merged.push([other, first]);
      if (!mayMerge(first, other, reference.merges)) unnamed.push(other);
    }
  }
  return { merged, unnamed };
}

function mayMerge(
  first: number,
  other: number,
  merges: readonly (readonly [number, number])[],
): boolean {
  return merges.some((pair) => pair.includes(first) && pair.includes(other));
}

/** A node with a name means it; of several names the one that no other node has. */
export function namedMeanings(
  { recognitions }: Subject,
  { merged }: Merging,
): (Meaning | undefined)[] {
  const alone = new Set(recognitions.flatMap(({ named }) => (named.length === 1 ? named : [])));
  return recognitions.map(({ named }) => {
    const target = named.find((node) => !alone.has(node)) ?? named[0];
    if (target === undefined) return undefined;
    return { as: 'core', target: merged.find(([one]) => one === target)?.[1] ?? target };
  });
}
