/** In an exam a verdict gives nothing away: what its evidence shows of the right answer is left out. */

import { type QuestionKind } from '../answer/answer.ts';
import { type TaskSet } from '../taskset/taskSet.ts';
import { type Verdict } from './verdict.ts';

const TELLING: { readonly [K in QuestionKind]?: readonly string[] } = {
  drawing: ['missing'],
};

export function shownIn(mode: TaskSet['mode'], kind: QuestionKind, verdict: Verdict): Verdict {
  const { evidence } = verdict;
  const telling = tellingOf(kind, evidence);
  if (mode === 'practice' || evidence === undefined || telling.length === 0) return verdict;
  const kept = Object.entries(evidence).filter(([name]) => !telling.includes(name));
  return { ...verdict, evidence: Object.fromEntries(kept) };
}

function tellingOf(kind: QuestionKind, evidence: Verdict['evidence']): readonly string[] {
  return kind === 'expression' && isRightAnswer(evidence?.['counterexample'])
    ? ['counterexample']
    : (TELLING[kind] ?? []);
}

/** Values at some point tell little; where no letter has a value, the right one is the answer itself. */
function isRightAnswer(counterexample: unknown): boolean {
  if (typeof counterexample !== 'object' || counterexample === null) return false;
  const tables = new Map<string, unknown>(Object.entries(counterexample));
  return ['sizes', 'indices', 'values'].every((name) => isEmpty(tables.get(name)));
}

const isEmpty = (table: unknown): boolean =>
  typeof table === 'object' && table !== null && Object.keys(table).length === 0;
