/** `students/<submission>.json`: the record with what persons decided, for other programs. */

import { type FinalGrade } from '../../core/gradebook/finalGrade.ts';

export function studentData({
  record,
  standing,
  points,
  maxPoints,
  open,
  questions,
}: FinalGrade): string {
  const merged = {
    ...record,
    ...{ standing, points, maxPoints, open },
    questions: Object.fromEntries(questions),
  };
  return `${JSON.stringify(merged, undefined, 2)}\n`;
}
