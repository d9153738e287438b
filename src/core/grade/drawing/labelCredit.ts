/** What the formulas on the pieces earn where they are required, and cost where they are not. */

import { type Drawn } from '../../taskset/drawingQuestion.ts';
import { type LabelMark } from './labels.ts';

export interface LabelCredit {
  /** below 0: wrong labels that nobody asked for */
  readonly points: number;
  readonly maxPoints: number;
  readonly isFull: boolean;
  /** how many pieces have to have a formula and have none that is right */
  readonly missing: number;
}

const NONE: LabelCredit = { points: 0, maxPoints: 0, isFull: true, missing: 0 };

/** @param points the question's */
export function labelCredit(
  ask: Drawn,
  marks: readonly LabelMark[],
  { points, pieces }: { readonly points: number; readonly pieces: number },
): LabelCredit {
  if (ask.kind !== 'pieces' || ask.labels === 'none') return NONE;
  const wrong = marks.filter(
    ({ verdict }) => verdict === 'wrong' || verdict === 'misplaced',
  ).length;
  if (ask.labels === 'optional') return optionalCredit(wrong, points / pieces, points / 2);
  const labelled = marks.filter(({ verdict }) => verdict === 'right').map(({ piece }) => piece);
  const right = new Set(labelled).size;
  return {
    points: Math.max(0, (ask.labelPoints * (right - wrong)) / pieces),
    maxPoints: ask.labelPoints,
    isFull: right === pieces && wrong === 0,
    missing: pieces - right,
  };
}

/** A wrong one costs its piece's share; all together at most half of the points. */
function optionalCredit(wrong: number, share: number, most: number): LabelCredit {
  return { points: -Math.min(wrong * share, most), maxPoints: 0, isFull: wrong === 0, missing: 0 };
}
