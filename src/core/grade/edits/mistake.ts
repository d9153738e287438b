/**
 * Typical mistakes in taking an attack from one row to many, and how each is recognised: by what the failing program says,
 * by which rows moved, or by where the same mistake, made on purpose, takes the same rows. Recognising only chooses the
 * words; points never depend on it.
 */

import { squaredDistance } from '../attack/objective.ts';
import { type BatchEnd, type MistakenEnd } from './evidence.ts';
import { type MistakenBatch } from './mistakenBatch.ts';
import { type Held, expectedZ, moved } from './standard.ts';

export type BatchMistake =
  | MistakenBatch['mistake']
  | 'loss-per-row'
  | 'item-of-many'
  | 'first-row-only'
  | 'not-moved'
  | 'rows-mixed'
  | 'single-row-broken';

/** One sentence each, for the student: names the mistake without writing the program. */
export const BATCH_MISTAKES: Readonly<Record<BatchMistake, string>> = {
  'hinge-after-sum':
    'The maximum with 0 seems to be taken once for all rows together: a row that is across the boundary then hides others that are not.',
  'distance-counted-per-row':
    'The distance of all rows seems to be added to every single row: the more rows there are, the more often it counts.',
  'mean-for-sum':
    'A mean seems to stand where the question has a sum: the more rows there are, the less each of them counts.',
  'norm-of-all-rows':
    'The distance seems to be one norm of the whole matrix: how strongly one row is held back then depends on all others.',
  'every-label':
    'Every label seems to meet every row: compare the shapes of `t` and of what it is multiplied with.',
  'loss-per-row':
    'With several rows the loss is not a single number any more: each row still has its own.',
  'item-of-many':
    'A decision is made by a single number, as for one row; with several rows there is one for each.',
  'first-row-only': 'Only the first row is attacked.',
  'not-moved': 'With several rows none of them moves any more.',
  'rows-mixed':
    'The rows influence each other: the same row ends elsewhere in other company than alone.',
  'single-row-broken': 'What worked for a single row before does not work any more.',
};

const SAID: readonly (readonly [RegExp, BatchMistake])[] = [
  [/\bbackward: only a single number/, 'loss-per-row'],
  [/\bitem: only a single number|only a single number has an item/, 'item-of-many'],
];

/** What seems to have gone wrong on batches. */
export function recogniseMistake(held: Held): BatchMistake | undefined {
  const { together } = held.evidence;
  if (!together.ran) return SAID.find(([pattern]) => pattern.test(together.why))?.[1];
  return byMotion(together.ends, held) ?? byNearest(together.ends, held) ?? byCompany(held);
}

/** So little that it is only rounding. */
const STILL = 1e-5;

function byMotion(batches: readonly BatchEnd[], held: Held): BatchMistake | undefined {
  const followers = batches.flatMap((batch) => shouldMove(batch, held, 1));
  const leaders = batches.flatMap((batch) => shouldMove(batch, held, 0).slice(0, 1));
  if (followers.length === 0 || followers.some((distance) => distance > STILL)) return undefined;
  return leaders.some((distance) => distance > STILL) ? 'first-row-only' : 'not-moved';
}

/** How far the rows from number `from` on have moved that alone would move. */
function shouldMove(
  { cases, rows }: BatchEnd,
  { evidence, standard }: Held,
  from: number,
): number[] {
  return rows.flatMap((end, row) => {
    const index = cases[row] ?? 0;
    const known = evidence.cases[index];
    if (row < from || known === undefined) return [];
    const alone = { z: expectedZ(index, known, standard), fz: 0 };
    return moved(alone, known) > STILL ? [moved(end, known)] : [];
  });
}

/** The mistaken program whose rows lie close to the student's, much closer than the expected ones. */
function byNearest(batches: readonly BatchEnd[], held: Held): BatchMistake | undefined {
  const ranked = (held.evidence.mistaken ?? [])
    .map((mistaken) => ({ mistake: mistaken.mistake, ...gaps(batches, mistaken, held) }))
    .toSorted((a, b) => a.toMistaken - b.toMistaken);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.toMistaken < nearest.toExpected / 3
    ? nearest.mistake
    : undefined;
}

interface Gaps {
  readonly toMistaken: number;
  readonly toExpected: number;
}

function gaps(
  batches: readonly BatchEnd[],
  { place, z }: MistakenEnd,
  { evidence, standard }: Held,
): Gaps {
  const gaps = (batches[place]?.rows ?? []).map((end, row) => {
    const index = batches[place]?.cases[row] ?? 0;
    const known = evidence.cases[index];
    const expected = known === undefined ? [] : expectedZ(index, known, standard);
    return { toMistaken: distance(end.z, z[row] ?? []), toExpected: distance(end.z, expected) };
  });
  return {
    toMistaken: gaps.reduce((sum, gap) => sum + gap.toMistaken, 0),
    toExpected: gaps.reduce((sum, gap) => sum + gap.toExpected, 0),
  };
}

/** The same row in company and alone, by the changed program. */
function byCompany({ evidence, tolerances }: Held): BatchMistake | undefined {
  const { alone, together } = evidence;
  if (!alone.ran || !together.ran) return undefined;
  const differs = together.ends.some(({ cases, rows }) =>
    rows.some(({ z }, row) => {
      const single = alone.ends[cases[row] ?? 0];
      return single !== undefined && distance(single.z, z) > tolerances.distance;
    }),
  );
  return differs ? 'rows-mixed' : undefined;
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(squaredDistance(a, b));
}
