/** What is shown of a verdict over the drawing itself: plain data, in data units, clipped to the window. */

import { type Polyline, type Segment } from '../../plane/plane.ts';
import { type Credit } from './credit.ts';
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
  { question, fit }: Sheet,
  parts: readonly Credit[],
  marks: readonly LabelMark[],
): DrawingEvidence {
  return {
    tolerance: question.tolerance,
    right: polylines(fit.right),
    missing: polylines(fit.shown.flatMap(({ missing }) => missing)),
    superfluous: polylines(fit.superfluous),
    parts: parts.map(({ name, points, maxPoints }) => ({
      name,
      points: hundredths(points),
      maxPoints: hundredths(maxPoints),
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

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
