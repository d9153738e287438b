/**
 * Two expressions in pieces may differ only in a narrow strip, where one has changed its piece and the other has not
 * yet. Between two points at which the signs of the values are not the same, the place where they change is halved in.
 */

import { type Random } from '../../random.ts';
import { doubles } from '../value/doubles.ts';
import { type Point } from '../value/point.ts';
import { type Judge } from './judge.ts';
import { type Search } from './search.ts';
import { continuousIn, withSet } from './set.ts';
import { pick } from './style.ts';

const LINES = 8;
const HALVINGS = 24;
/** How far beside a jump, as a part of the line. */
const BESIDE = 3e-4;

/** None for expressions that are not in pieces. */
export function* besideJumps({ judge, random }: Search, tried: readonly Point[]): Generator<Point> {
  if (!judge.subject.piecewise) return;
  for (let count = 0; count < LINES; count++) {
    const line = lineBetween(tried, judge, random);
    if (line === undefined) return;
    for (const side of ['left', 'right'] as const) {
      const at = jumpOn(line, (point) => signsOf(point, judge, side));
      if (at === undefined) continue;
      yield* [at - BESIDE, at + BESIDE].map(line);
    }
  }
}

/** From 0, one of the points, to 1, another of the same sizes. */
type Line = (at: number) => Point;

function lineBetween(tried: readonly Point[], judge: Judge, random: Random): Line | undefined {
  const start = pick(random, tried);
  const sizes = start && [...start.sizes.values()].join();
  const ends = tried.filter((point) => [...point.sizes.values()].join() === sizes);
  const end = pick(random, ends);
  return start && end && ((at) => between(start, end, at, judge));
}

function between(start: Point, end: Point, at: number, { subject }: Judge): Point {
  return continuousIn(subject).reduce((point, quantity) => {
    const target = end.values.get(quantity.name)?.data ?? [];
    const setting = (position: number, value: number) =>
      value + at * ((target[position] ?? value) - value);
    return withSet(subject, point, quantity, setting) ?? point;
  }, start);
}

function jumpOn(line: Line, signsAt: (point: Point) => string): number | undefined {
  let [low, high] = [0, 1];
  const first = signsAt(line(low));
  if (signsAt(line(high)) === first) return undefined;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (signsAt(line(middle)) === first) low = middle;
    else high = middle;
  }
  return high;
}

function signsOf(point: Point, judge: Judge, side: 'left' | 'right'): string {
  const sides = judge.sides(point, doubles);
  return sides === undefined ? '' : sides[side].data.map(Math.sign).join();
}
