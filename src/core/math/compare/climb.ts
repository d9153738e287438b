/**
 * Violations of an inequality may hide in corners that no drawn point lies in. From the points at which it is closest to
 * being violated, small moves and jumps are tried, and those that bring it closer are kept.
 */

import { type Random } from '../../random.ts';
import { doubles } from '../value/doubles.ts';
import { type Point } from '../value/point.ts';
import { type Judge } from './judge.ts';
import { moved } from './move.ts';
import { type Search } from './search.ts';
import { settableIn, withSet } from './set.ts';
import { pick, readable } from './style.ts';

const STARTS = 3;
const STEPS = 100;
/** The part of the steps that are jumps. */
const JUMPS = 0.3;
/** Moves grow with success and shrink without, so that about every fifth succeeds. */
const FIRST_STRIDE = 0.3;
const LONGER = 2;
const SHORTER = 0.84;
const FARTHEST = 1000;
const SETTINGS = [0, 1, -1, 2, 0.5, 3, 10];

/** Points at which doubles say that left > right, and the rounded ends of the climbs. */
export function* climbs({ judge, random }: Search, tried: readonly Point[]): Generator<Point> {
  const ranked = tried
    .map((point) => ({ point, slack: slackAt(point, judge) }))
    .filter(({ slack }) => slack < Infinity)
    .sort((one, other) => one.slack - other.slack);
  // points without any slack are on the bound for good: those just beside it are worth more
  const loose = ranked.filter(({ slack }) => slack > 0);
  for (const start of loose.slice(0, STARTS)) {
    if (judge.isHalfSpent) return;
    yield* climb(start, judge, random);
  }
}

interface Place {
  readonly point: Point;
  readonly slack: number;
}

function* climb(start: Place, judge: Judge, random: Random): Generator<Point> {
  let best = start;
  let stride = FIRST_STRIDE;
  for (let step = 0; step < STEPS && !judge.isHalfSpent; step++) {
    const jump = random() < JUMPS;
    const point = jump
      ? jumped(best.point, judge, random)
      : moved(judge.subject, best.point, stride, random);
    const slack = point === undefined ? Infinity : slackAt(point, judge);
    const closer = point !== undefined && slack < best.slack && isNear(point);
    if (!jump) stride *= closer ? LONGER : SHORTER;
    if (!closer) continue;
    best = { point, slack };
    if (slack < 0) {
      yield point;
      return;
    }
  }
  for (const digits of [1, 2]) {
    const rounded = roundedTo(best.point, judge, digits);
    if (rounded !== undefined) yield rounded;
  }
}

/** So far away that rounding decides, nothing is learned. */
function isNear({ values }: Point): boolean {
  return [...values.values()].every(({ data }) =>
    data.every((value) => Math.abs(value) < FARTHEST),
  );
}

/** (right − left) as a part of the larger: negative where the inequality is violated. */
function slackAt(point: Point, judge: Judge): number {
  const sides = judge.sides(point, doubles);
  const [low = NaN, high = NaN] = [sides?.left.data[0], sides?.right.data[0]];
  const scale = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const slack = high / scale - low / scale;
  return Number.isFinite(slack) ? slack : Infinity;
}

/** One component becomes a simple number, or a simple multiple. */
function jumped(point: Point, { subject }: Judge, random: Random): Point | undefined {
  const quantity = pick(random, settableIn(subject));
  const count = point.values.get(quantity?.name ?? '')?.data.length ?? 0;
  const chosen = Math.floor(random() * count);
  const to = pick(random, SETTINGS) ?? 0;
  const scaled = random() < 0.5;
  return (
    quantity &&
    withSet(subject, point, quantity, (position, value) => {
      if (position !== chosen) return undefined;
      return scaled ? value * (to || -1) : to;
    })
  );
}

/** An inequality that is strict but for one point often has that point at simple numbers. */
function roundedTo(point: Point, { subject }: Judge, digits: number): Point | undefined {
  let rounded: Point | undefined = point;
  for (const quantity of settableIn(subject)) {
    const round = (_: number, value: number) =>
      Math.abs(value) < 0.1 ** digits ? 0 : readable(value, digits);
    rounded = rounded && withSet(subject, rounded, quantity, round);
  }
  return rounded;
}
