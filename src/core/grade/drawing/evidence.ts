/** What is shown of a verdict over the drawing itself: plain data, in data units, clipped to the window. */

import { type Polyline, type Segment } from '../../plane/plane.ts';
import { type Credit } from './credit.ts';
import { rightOf } from './fit.ts';
import { type LabelMark } from './labels.ts';
import { type Sheet } from './sheet.ts';

export interface DrawingEvidence {
  readonly tolerance: number;
  /** of what is drawn */
  readonly right: readonly Polyline[];
  /** of what should be drawn */
  readonly missing: readonly Polyline[];
  readonly superfluous: readonly Polyline[];
  readonly parts: readonly Credit[];
  readonly labels: readonly Omit<LabelMark, 'piece'>[];
  readonly mistake?: string | undefined;
}

/** Whoever shows it has to draw it: of a scribble the beginning is enough. */
const MOST_STROKES = 2000;

export function evidenceOf(
  { question, truth, drawn, fit }: Sheet,
  parts: readonly Credit[],
  marks: readonly LabelMark[],
): DrawingEvidence {
  const strokes = truth.parts.flatMap((part) => part.strokes);
  return {
    tolerance: question.tolerance,
    right: polylines(rightOf(strokes, drawn.slice(0, MOST_STROKES), question)),
    missing: polylines(fit.shown.flatMap(({ missing }) => missing)),
    superfluous: polylines(fit.superfluous),
    parts: parts.map(({ name, points, maxPoints }) => ({
      name,
      points: tenths(points),
      maxPoints: tenths(maxPoints),
    })),
    labels: marks.map(({ label, verdict, message }) => ({ label, verdict, message })),
  };
}

/** Segments that follow one another are joined. */
function polylines(segments: readonly Segment[]): Polyline[] {
  const joined: Segment['from'][][] = [];
  for (const { from, to } of segments.slice(0, MOST_STROKES)) {
    const last = joined.at(-1);
    const end = last?.at(-1);
    if (end !== undefined && end[0] === from[0] && end[1] === from[1]) last?.push(to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Rounded down, so that only what is complete looks complete. */
export function tenths(points: number): number {
  return Math.floor(10 * points + 1e-6) / 10;
}
