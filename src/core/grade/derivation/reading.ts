/** A derivation judged under one reading of its norm bars, and what that is worth. */

import { type Declarations } from '../../math/declarations.ts';
import { type Judgement } from '../../math/derivation/judgeDerivation.ts';
import { type QuestionOf } from '../../taskset/taskSet.ts';
import { type VerdictKind } from '../verdict.ts';

export interface Reading {
  readonly question: QuestionOf<'derivation'>;
  readonly declarations: Declarations;
  /** how many */
  readonly steps: number;
  readonly judgement: Judgement;
  /** more would have been looked at, had it not been too much work */
  readonly isCutShort: boolean;
}

export function pointsOf({ question, judgement }: Reading): number {
  const earned = question.facts.filter(({ name }) => judgement.shown.has(name));
  const connected = judgement.connected === true ? question.connected : 0;
  const points = earned.reduce((sum, fact) => sum + fact.points, connected);
  return Math.round(points * 100) / 100;
}

export function verdictOf(reading: Reading): VerdictKind {
  const outcomes = reading.judgement.links.map(({ outcome }) => outcome.verdict);
  const points = pointsOf(reading);
  const full = points === reading.question.points;
  const isOpen =
    outcomes.includes('undecided') || reading.judgement.unsure.size > 0 || reading.isCutShort;
  if (full && !outcomes.includes('violated')) return 'correct';
  if (!full && isOpen) return 'undecided';
  return points > 0 ? 'partial' : 'wrong';
}
