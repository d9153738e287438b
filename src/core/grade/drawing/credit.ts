/**
 * What a drawing earns: of every part the share that is drawn, times the share of what is drawn there that is right. So
 * half a line earns half, nothing gets full points with a stroke too much, and a scribble that covers all earns next to
 * nothing.
 *
 * Of borders the parts show only how much of them is drawn, and what is superfluous is one amount taken off them all: it
 * lies beside no border more than beside another.
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

export interface Credits {
  readonly parts: readonly Credit[];
  /** what is superfluous takes it off the parts together; 0 where every part bears its own */
  readonly strayCost: number;
  /** what is left, before all is rounded to half points */
  readonly earned: number;
}

/** @param strays what is superfluous and counts against the drawing */
export function creditsOf(truth: Truth, fit: Fit, strays: readonly Segment[]): Credits {
  if (truth.earns === 'borders') return borderCredits(truth, fit, strays);
  const parts = partCredits(truth, fit, strays);
  return { parts, strayCost: 0, earned: sumOf(parts.map(({ points }) => points)) };
}

function borderCredits({ parts }: Truth, { shown }: Fit, strays: readonly Segment[]): Credits {
  const shares = parts.map(({ name, points }, index) => {
    const { length, drawn } = shown[index] ?? NOTHING;
    return { name, points: length === 0 ? 0 : points * (drawn / length), maxPoints: points };
  });
  const whole = sumOf(shares.map(({ points }) => points));
  const drawn = sumOf(shown.map((each) => each.drawn));
  const right = whole * precision(drawn, totalLength(strays));
  const [before, earned] = areHalves(shares) ? [halves(whole), halves(right)] : [whole, right];
  return { parts: legible(shares, before), strayCost: before - earned, earned };
}

/** In half points where these add up to the sum, else in tenths; nothing looks complete that is not. */
function legible(shares: readonly Credit[], sum: number): readonly Credit[] {
  const rounded = shares.map((share) => ({ ...share, points: halves(share.points) }));
  const isExact = Math.abs(sumOf(rounded.map(({ points }) => points)) - sum) < 1e-6;
  if (areHalves(shares) && isExact) return rounded;
  return shares.map((share) => ({ ...share, points: nearestTenth(share) }));
}

function nearestTenth({ points, maxPoints }: Credit): number {
  const isComplete = points > maxPoints - 1e-6;
  return isComplete ? maxPoints : Math.min(Math.round(10 * points) / 10, maxPoints - 0.1);
}

function areHalves(parts: readonly Credit[]): boolean {
  return parts.every(({ maxPoints }) => Number.isInteger(2 * maxPoints));
}

function partCredits(
  { parts, pieces }: Truth,
  { shown }: Fit,
  strays: readonly Segment[],
): Credit[] {
  const drawn = sumOf(shown.map((each) => each.drawn));
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
  if (!areHalves(parts)) return [...parts];
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

export function amountOf(points: number): string {
  return points === 1 ? '1 point' : `${Number(points.toFixed(2))} points`;
}
