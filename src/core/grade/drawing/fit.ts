/**
 * Holds a drawing and the truth against each other, both ways: how much of what is true is drawn, and how much of what is
 * drawn is true, within the tolerance. Nothing missing and nothing superfluous also says that the drawn lines cut the
 * window into the right cells: whoever goes from one true piece to another comes to a drawn line on the way, and no drawn
 * line goes through a piece.
 *
 * Judged is the window without a rim as wide as the tolerance: what happens there depends on what lies outside.
 */

import { clipped } from '../../plane/clipped.ts';
import { type Stretch, coverage } from '../../plane/coverage.ts';
import { type DrawnPiece } from '../../plane/drawnPieces.ts';
import { type PlaneWindow, type Segment, distanceBetween } from '../../plane/plane.ts';

/** What crosses a line does not draw it: directions may differ by less than those of neighbours in an octagon. */
export const DIRECTION = (40 / 180) * Math.PI;
const ANY_DIRECTION = Math.PI / 2;
/** Parts of the tolerance that are rounding; shorter stretches are rounding, too. */
const ROUNDING = 1e-9;
const ROUNDINGS = 1e-6;
/** Of a segment: all of it. */
const WHOLE = { from: 0, to: 1 };

export interface Strictness {
  readonly window: PlaneWindow;
  /** data units */
  readonly tolerance: number;
}

export interface Shown {
  /** in data units; `drawn` is how much of it is there */
  readonly length: number;
  readonly drawn: number;
  readonly missing: readonly Segment[];
}

/** Something drawn where nothing is to be drawn. */
export type Stray = DrawnPiece;

export interface Fit {
  /** of every true part, in order */
  readonly shown: readonly Shown[];
  readonly superfluous: readonly Stray[];
}

export function fitOf(
  parts: readonly (readonly Segment[])[],
  drawn: readonly DrawnPiece[],
  strictness: Strictness,
): Fit {
  const inside = innerWindow(strictness);
  const tolerance = strictness.tolerance * (1 + ROUNDING);
  const near = { tolerance, angle: ANY_DIRECTION };
  const judged = within(drawn, inside);
  const superfluous = beyondRounding(coverage(judged, parts.flat(), near).uncovered, tolerance);
  return {
    shown: shownOf(
      parts.map((strokes) => within(strokes, inside)),
      drawn,
      tolerance,
    ),
    superfluous: superfluous.map(({ from, to, of }) => ({ from, to, item: judged[of]?.item ?? 0 })),
  };
}

function shownOf(
  parts: readonly (readonly Segment[])[],
  drawn: readonly Segment[],
  tolerance: number,
): Shown[] {
  const strokes = parts.flatMap((own, part) => own.map((stroke) => ({ ...stroke, part })));
  const { uncovered } = coverage(strokes, drawn, { tolerance, angle: DIRECTION });
  const missing = beyondRounding(uncovered, tolerance);
  return parts.map((own, part) => {
    const ownMissing = missing.filter(({ of }) => strokes[of]?.part === part);
    const length = totalLength(own);
    return { length, drawn: length - totalLength(ownMissing), missing: ownMissing };
  });
}

function beyondRounding(stretches: readonly Stretch[], tolerance: number): Stretch[] {
  return stretches.filter((stretch) => lengthOf(stretch) > ROUNDINGS * tolerance);
}

/** The stretches of a drawing that draw something true, in the whole window. */
export function rightOf(
  strokes: readonly Segment[],
  drawn: readonly DrawnPiece[],
  { tolerance }: Strictness,
): readonly Segment[] {
  const near = { tolerance: tolerance * (1 + ROUNDING), angle: DIRECTION };
  return coverage(drawn, strokes, near).covered;
}

/** Nothing missing, nothing superfluous. */
export function fits({ shown, superfluous }: Fit): boolean {
  return superfluous.length === 0 && shown.every(({ missing }) => missing.length === 0);
}

function innerWindow({ window: { low, high }, tolerance }: Strictness): PlaneWindow {
  return {
    low: [low[0] + tolerance, low[1] + tolerance],
    high: [high[0] - tolerance, high[1] - tolerance],
  };
}

function within<T extends Segment>(segments: readonly T[], window: PlaneWindow): T[] {
  return segments.flatMap((segment) => {
    const part = clipped(segment, WHOLE, window);
    return part === undefined ? [] : { ...segment, ...part };
  });
}

export function lengthOf({ from, to }: Segment): number {
  return distanceBetween(from, to);
}

export function totalLength(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + lengthOf(segment), 0);
}
