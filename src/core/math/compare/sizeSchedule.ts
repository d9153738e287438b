/** What numbers the names of sizes stand for, one choice after the other. */

import { sizeAt } from '../shape/sizes.ts';
import { type Size } from '../size.ts';
import { type Subject } from './subject.ts';

export type Sizes = ReadonlyMap<string, number>;

/** Unequal first: a formula that is right only where two sizes are the same is common. */
const VARIED = [
  [2, 3, 4],
  [3, 2, 2],
  [1, 1, 1],
  [2, 2, 3],
  [3, 3, 2],
  [1, 3, 2],
  [3, 1, 3],
  [4, 2, 1],
  [2, 4, 3],
] as const;

/** For a counterexample that a reader can follow. */
const SMALL = [
  [1, 1, 1],
  [2, 1, 1],
  [1, 2, 1],
  [2, 2, 1],
  [1, 1, 2],
  [2, 2, 2],
  [2, 3, 2],
  [3, 2, 3],
] as const;

type Pattern = readonly (readonly number[])[];

export function variedSizes(subject: Subject): readonly Sizes[] {
  return assignments(subject, VARIED);
}

export function smallSizes(subject: Subject): readonly Sizes[] {
  return assignments(subject, SMALL);
}

function assignments(subject: Subject, pattern: Pattern): readonly Sizes[] {
  if (subject.sizes.size === 0) return [new Map<string, number>()];
  const all = pattern.map((_, turn) => assignment(subject, pattern, turn));
  const distinct = new Map(all.map((sizes) => [[...sizes.values()].join(), sizes]));
  return [...distinct.values()].filter((sizes) => fits(subject, sizes));
}

/** With more than three names the later ones take the rows that follow. */
function assignment(subject: Subject, pattern: Pattern, turn: number): Sizes {
  const entries = [...subject.sizes].map(([name, least], position) => {
    const row = pattern[(turn + Math.floor(position / 3)) % pattern.length] ?? [];
    return [name, least - 1 + (row[position % 3] ?? 1)] as const;
  });
  return new Map(entries);
}

/** `n - k + 1` components have to be at least one. */
function fits({ drawn, defined, indices }: Subject, sizes: Sizes): boolean {
  const positive = (size: Size) => sizeAt(size, sizes) >= 1;
  return (
    [...drawn, ...defined].every(({ shape }) => shape.every(positive)) &&
    [...indices.values()].every(positive)
  );
}
