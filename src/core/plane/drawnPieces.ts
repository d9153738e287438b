/** What a student drew, as straight pieces inside the window. What cannot be drawn is complained of by its number. */

import { type DrawnItem, type DrawnType } from '../answer/answer.ts';
import { type Result, failure, success } from '../result.ts';
import { type Reach, clipped } from './clipped.ts';
import { alongOneLine, byLine } from './lines.ts';
import {
  type PlanePoint,
  type PlaneWindow,
  type Segment,
  distanceBetween,
  roundingIn,
} from './plane.ts';

export interface DrawnPiece extends Segment {
  /** the item that it is of, from 0 */
  readonly item: number;
}

export interface ItemComplaint {
  /** from 0 */
  readonly item: number;
  /** a sentence that names the item, counted from 1 */
  readonly message: string;
}

/** Coordinates may be as large as this. */
const LARGEST = 1e6;

/**
 * Lines and rays end at the window's edge, what lies outside is left out, and what is drawn twice is there once, as the
 * piece of one of the items.
 */
export function drawnPieces(
  items: readonly DrawnItem[],
  window: PlaneWindow,
): Result<readonly DrawnPiece[], readonly ItemComplaint[]> {
  const complaints = items.flatMap((item, index) => {
    const wrong = wrongIn(item, roundingIn(window));
    return wrong === undefined ? [] : [{ item: index, message: `Item ${index + 1} ${wrong}.` }];
  });
  if (complaints.length > 0) return failure(complaints);
  const rounding = roundingIn(window);
  const pieces = items.flatMap((item, index) =>
    straightParts(item).flatMap((part) => {
      const inside = clipped(part, REACH[item.type], window);
      const isLong = inside !== undefined && distanceBetween(inside.from, inside.to) > rounding;
      return isLong ? [{ ...inside, item: index }] : [];
    }),
  );
  return success(byLine(pieces, rounding).flatMap((same) => onceEach(same, rounding)));
}

const REACH: Readonly<Record<DrawnType, Reach>> = {
  line: { from: -Infinity, to: Infinity },
  ray: { from: 0, to: Infinity },
  segment: { from: 0, to: 1 },
  polyline: { from: 0, to: 1 },
};

function wrongIn({ type, points }: DrawnItem, rounding: number): string | undefined {
  const count = points.length;
  if (type === 'polyline' ? count < 2 : count !== 2) {
    return `is a ${type}, which takes ${type === 'polyline' ? 'two points or more' : 'two points'}: found ${count}`;
  }
  const far = points.findIndex((point) => !point.every((x) => Math.abs(x) <= LARGEST));
  if (far >= 0) return badPoint(points[far] ?? [NaN, NaN], far);
  const [first] = points;
  const isDot = points.every(
    (point) => first !== undefined && distanceBetween(first, point) <= rounding,
  );
  return isDot
    ? `is a ${type} between two different points: found the same point twice`
    : undefined;
}

function badPoint(point: PlanePoint, index: number): string {
  const isNumber = point.every(Number.isFinite);
  const found = `(${point.join(', ')})`;
  const expected = isNumber
    ? `coordinates between −${LARGEST} and ${LARGEST}`
    : 'two coordinates that are numbers';
  return `has a point ${index + 1} without a place: expected ${expected}, found ${found}`;
}

function straightParts({ points }: DrawnItem): readonly Segment[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined || distanceBetween(from, to) === 0 ? [] : [{ from, to }];
  });
}

/** Of pieces on one line: from one end to the other, each adds what the ones before it have left open. */
function onceEach(same: readonly DrawnPiece[], rounding: number): readonly DrawnPiece[] {
  const { along, ordered } = alongOneLine(same);
  const pieces: DrawnPiece[] = [];
  let end: PlanePoint | undefined;
  for (const piece of ordered) {
    if (end === undefined || along(piece.from) >= along(end) - rounding) pieces.push(piece);
    else if (along(piece.to) > along(end) + rounding) pieces.push({ ...piece, from: end });
    else continue;
    end = piece.to;
  }
  return pieces;
}
