/** One drawing in front of who judges it. */

import { type DrawnPiece } from '../../plane/drawnPieces.ts';
import { type QuestionOf } from '../../taskset/taskSet.ts';
import { type Fit } from './fit.ts';
import { type Truth, truthOf } from './truth.ts';

export type DrawingQuestion = QuestionOf<'drawing'>;

export interface Sheet {
  readonly question: DrawingQuestion;
  readonly truth: Truth;
  /** inside the window */
  readonly drawn: readonly DrawnPiece[];
  readonly fit: Fit;
}

const known = new WeakMap<DrawingQuestion, Truth>();

/** Loaded questions have one: it is found once. */
export function truthFor(question: DrawingQuestion): Truth {
  const before = known.get(question);
  if (before !== undefined) return before;
  const truth = truthOf(question);
  if (!truth.ok) throw new Error(`question ${question.id}: ${truth.error.message}`);
  known.set(question, truth.value);
  return truth.value;
}
