/**
 * What a drawing earns: of every part the share that is drawn, times the share of what is drawn there that is right. So
 * half a line earns half, nothing gets full points with a stroke too much, and a scribble that covers all earns next to
 * nothing.
 */

import { type LinearPieces } from '../../plane/linearPieces.ts';
import { type Segment } from '../../plane/plane.ts';
import { type Fit, type Shown, totalLength } from './fit.ts';
import { lengthInside } from './inside.ts';
import { type Truth, type TruePart } from './truth.ts';

export interface Credit {
  readonly name: string;
  readonly points: number;
  readonly maxPoints: number;
}

/** @param strays what is superfluous and counts against the drawing */
export function creditsOf(
  { parts, pieces }: Truth,
  { shown }: Fit,
  strays: readonly Segment[],
): Credit[] {
  const drawn = shown.reduce((sum, each) => sum + each.drawn, 0);
  const everywhere = precision(drawn, totalLength(strays));
  const credits = parts.map((part, index) => {
    const { length, drawn: own } = shown[index] ?? NOTHING;
    const right =
      part.piece === undefined ? everywhere : precision(own, strayLength(part, pieces, strays));
    return length === 0 ? 0 : part.points * (own / length) * right;
  });
  const isSomethingRight = credits.some((points) => points > 0);
  const earned = parts.map((part, index) => {
    const isEmpty = part.strokes.length === 0;
    const isLeftEmpty = isEmpty && isSomethingRight && strayLength(part, pieces, strays) === 0;
    const points = isLeftEmpty ? part.points : (credits[index] ?? 0);
    return { name: part.name, points, maxPoints: part.points };
  });
  return inHalves(earned);
}

const NOTHING: Shown = { length: 0, drawn: 0, missing: [] };

function precision(right: number, stray: number): number {
  return right === 0 ? 0 : right / (right + stray);
}

/** What lies along a border lies on both of its pieces. */
function strayLength(
  { piece }: TruePart,
  pieces: LinearPieces | undefined,
  strays: readonly Segment[],
): number {
  const cells = pieces?.pieces[piece ?? -1]?.cells ?? [];
  return cells.reduce(
    (sum, cell) => sum + strays.reduce((total, stray) => total + lengthInside(stray, cell), 0),
    0,
  );
}

/**
 * Where all parts are worth whole or half points: in half points that add up. What the parts lose by rounding down goes to
 * those that lost most, but makes none complete that is not.
 */
function inHalves(parts: readonly Credit[]): Credit[] {
  if (!parts.every(({ maxPoints }) => Number.isInteger(2 * maxPoints))) return [...parts];
  const rounded = parts.map(({ points }) => halves(points));
  const lost = (index: number): number => (parts[index]?.points ?? 0) - (rounded[index] ?? 0);
  let left = halves(sumOf(parts.map(({ points }) => points))) - sumOf(rounded);
  const neediest = [...parts.keys()].toSorted((one, other) => lost(other) - lost(one));
  for (const index of neediest) {
    const raised = (rounded[index] ?? 0) + 0.5;
    if (left <= 0 || raised >= (parts[index]?.maxPoints ?? 0)) continue;
    rounded[index] = raised;
    left -= 0.5;
  }
  return parts.map((part, index) => ({ ...part, points: rounded[index] ?? 0 }));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Down to half points. */
export function halves(points: number): number {
  return Math.max(0, Math.floor(2 * points + 1e-6) / 2);
}
