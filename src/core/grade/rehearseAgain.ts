/** Nothing may depend on time, chance or order: some answers are judged twice, the second time in another order. */

import { type QuestionKind } from '../answer/answer.ts';
import { type Random, seededRandom } from '../random.ts';
import { type Problem } from '../taskset/problem.ts';
import { type CodeRuns } from './codeRun.ts';
import { found } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';
import { type Verdict } from './verdict.ts';

export interface Repeat {
  /** of the order, and of what is taken where not all are */
  readonly seed: number;
  /** `some`: a few of every question */
  readonly what: 'some' | 'all';
  /** runs programs anew, where the first round's remembers them */
  readonly run?: CodeRuns | undefined;
}

/** How many answers to one question are judged again, as far as their cost allows. */
const SOME: Readonly<Record<QuestionKind, number>> = {
  choice: 8,
  drawing: 8,
  expression: 4,
  derivation: 1,
  text: 1,
  diagram: 4,
  code: 1,
  lines: 1,
};

export function repeatsOf<R extends Rehearsal>(
  rehearsals: readonly R[],
  { seed, what }: Repeat,
): R[] {
  const shuffled = inAnyOrder(rehearsals, seededRandom(seed));
  if (what === 'all') return shuffled;
  const taken = new Map<unknown, number>();
  return shuffled.filter(({ question }) => {
    const count = taken.get(question) ?? 0;
    taken.set(question, count + 1);
    return count < SOME[question.kind];
  });
}

function inAnyOrder<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** A problem where the verdict is another one than before; nothing where either is missing. */
export function changeOf(
  { name, at, question }: Rehearsal,
  before: Verdict | undefined,
  after: Verdict | undefined,
): Problem[] {
  const isJudged = [before, after].every((each) => each && each.verdict !== 'not-run');
  if (!isJudged || before === undefined || after === undefined) return [];
  // programs tell of numbers, which differ in their last digits between devices
  const isProgram = question.kind === 'code' || question.kind === 'lines';
  const told = (verdict: Verdict) =>
    isProgram ? `${verdict.verdict} ${verdict.points}` : found(verdict);
  if (told(before) === told(after)) return [];
  const message = `${name} was judged twice and not alike: ${found(before)} In another order: ${found(after)}`;
  return [{ ...at, message }];
}
