/**
 * The places at which two expressions are compared: simple ones first, since they make counterexamples that can be
 * followed; then ones of mixed signs and magnitudes; then special ones, where kinks and poles are likely.
 */

import { type Random } from '../../random.ts';
import { type Point } from '../value/point.ts';
import { drawPoint, type StyleOf } from './draw.ts';
import { smallSizes, type Sizes, variedSizes } from './sizeSchedule.ts';
import { specialPoints } from './specialPoints.ts';
import {
  around,
  integers,
  large,
  ordinary,
  pick,
  simple,
  small,
  spread,
  type Style,
  wide,
} from './style.ts';
import { type Subject } from './subject.ts';

const SIMPLE_PER_SIZES = 2;
const GENERIC = 44;
const SPECIAL_SIZES = 3;
const MOST_SCALES = 6;
const PER_SCALE = 3;

export function* pointsOf(subject: Subject, random: Random): Generator<Point> {
  yield* simplePoints(subject, random);
  yield* genericPoints(subject, random, GENERIC);
  yield* scaledPoints(subject, random);
  for (const sizes of variedSizes(subject).slice(0, SPECIAL_SIZES)) {
    yield* specialPoints(subject, sizes, random);
  }
}

/** So many points of few digits for each choice of sizes, the smallest first. */
export function* simplePoints(
  subject: Subject,
  random: Random,
  each = SIMPLE_PER_SIZES,
): Generator<Point> {
  for (const sizes of smallSizes(subject)) {
    for (let count = 0; count < each; count++) {
      yield drawPoint(subject, sizes, () => simple, random);
    }
  }
}

/** `count` points in general position, but for those of whole numbers. */
export function* genericPoints(subject: Subject, random: Random, count: number): Generator<Point> {
  const allSizes = variedSizes(subject);
  for (let turn = 0; turn < count; turn++) {
    const sizes = allSizes[turn % allSizes.length];
    if (sizes === undefined) return;
    yield drawPoint(subject, sizes, stylesOf(subject, turn, random), random);
  }
}

/** All quantities near one of the scales, so that their differences are, too. */
function* scaledPoints(subject: Subject, random: Random): Generator<Point> {
  const allSizes = variedSizes(subject);
  for (const scale of subject.scales.slice(0, MOST_SCALES)) {
    for (const sizes of allSizes.slice(0, PER_SCALE)) {
      const style = around([scale]);
      yield drawPoint(subject, sizes, () => style, random);
    }
    for (let turn = 0; turn < PER_SCALE; turn++) {
      const sizes = allSizes[turn % allSizes.length];
      if (sizes === undefined) return;
      yield drawPoint(
        subject,
        sizes,
        () => pick(random, [ordinary, around([scale])]) ?? ordinary,
        random,
      );
    }
  }
}

/** One style for all in turn, every other time a style for each. */
function stylesOf({ literals }: Subject, turn: number, random: Random): StyleOf {
  const unusual = literals.filter((literal) => literal < LEAST_USUAL || literal > MOST_USUAL);
  const near = unusual.length > 0 ? around(unusual) : ordinary;
  if (turn % 2 === 1) return () => pick(random, [...MIXED, near]) ?? ordinary;
  const each = turn % 4 === 0 ? FIRST : [...SECOND, near, near];
  const style = each[Math.floor(turn / 4) % each.length] ?? ordinary;
  return () => style;
}

/** Numbers that are drawn often anyway. */
const LEAST_USUAL = 0.2;
const MOST_USUAL = 6;

const MIXED: readonly Style[] = [ordinary, ordinary, small, large, spread, integers];
const FIRST: readonly Style[] = [ordinary, ordinary, large, spread];
const SECOND: readonly Style[] = [spread, small, integers, wide];

/** Points of middling size only, for expressions that have values on a small part of their domain. */
export function* modestPoints(subject: Subject, random: Random, count: number): Generator<Point> {
  const allSizes: readonly Sizes[] = variedSizes(subject);
  const styles: readonly Style[] = [spread, ordinary, small];
  for (let turn = 0; turn < count; turn++) {
    const sizes = allSizes[turn % allSizes.length];
    if (sizes === undefined) return;
    yield drawPoint(subject, sizes, () => pick(random, styles) ?? spread, random);
  }
}
