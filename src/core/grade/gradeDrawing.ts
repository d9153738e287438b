/** Drawings. */

import { type QuestionOf } from '../taskset/taskSet.ts';
import { type Verdict } from './verdict.ts';

export function gradeDrawing({ points: maxPoints }: QuestionOf<'drawing'>): Verdict {
  return { verdict: 'manual', points: 0, maxPoints, feedback: ['A person grades this answer.'] };
}
