/** In an exam a verdict gives nothing away: what its evidence shows of the right answer is left out. */

import { type QuestionKind } from '../answer/answer.ts';
import { type TaskSet } from '../taskset/taskSet.ts';
import { type Verdict } from './verdict.ts';

const TELLING: { readonly [K in QuestionKind]?: readonly string[] } = {
  drawing: ['missing'],
};

export function shownIn(mode: TaskSet['mode'], kind: QuestionKind, verdict: Verdict): Verdict {
  const { evidence } = verdict;
  const telling = TELLING[kind] ?? [];
  if (mode === 'practice' || evidence === undefined || telling.length === 0) return verdict;
  const kept = Object.entries(evidence).filter(([name]) => !telling.includes(name));
  return { ...verdict, evidence: Object.fromEntries(kept) };
}
