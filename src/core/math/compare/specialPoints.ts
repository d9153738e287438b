/** Places where kinks, poles and ties are likely: zeros, ones, equal components, and numbers that the formulas name. */

import { type Random } from '../../random.ts';
import { type DeclaredQuantity } from '../declarations.ts';
import { type Point } from '../value/point.ts';
import { drawPoint } from './draw.ts';
import { continuousIn, type Setting, withSet } from './set.ts';
import { type Sizes } from './sizeSchedule.ts';
import { integers, ordinary, pick } from './style.ts';
import { type Subject } from './subject.ts';

const EVERYWHERE = [0, 1, 0.5, -1, 2];
const LITERALS = 3;
const TIES = 5;

export function* specialPoints(subject: Subject, sizes: Sizes, random: Random): Generator<Point> {
  const quantities = continuousIn(subject);
  const base = () => drawPoint(subject, sizes, () => ordinary, random);
  const numbers = subject.literals.slice(0, LITERALS).flatMap((literal) => [literal, -literal]);
  if (quantities.length === 0) return;
  for (const value of EVERYWHERE) yield* given(allSet(subject, quantities, base(), value));
  yield drawPoint(subject, sizes, () => integers, random);
  for (const quantity of quantities) {
    yield* given(withSet(subject, base(), quantity, () => 0));
    yield* given(withSet(subject, base(), quantity, () => 1));
    for (const value of [0, ...numbers]) {
      const point = base();
      yield* given(withSet(subject, point, quantity, oneOf(point, quantity, value, random)));
    }
  }
  for (let count = 0; count < TIES; count++) {
    yield* given(tied(subject, quantities, base(), random));
  }
}

function* given(point: Point | undefined): Generator<Point> {
  if (point !== undefined) yield point;
}

function allSet(
  subject: Subject,
  quantities: readonly DeclaredQuantity[],
  start: Point,
  value: number,
): Point | undefined {
  let point: Point | undefined = start;
  for (const quantity of quantities) {
    point = point && withSet(subject, point, quantity, () => value);
  }
  return point;
}

function oneOf(
  { values }: Point,
  { name }: DeclaredQuantity,
  value: number,
  random: Random,
): Setting {
  const count = values.get(name)?.data.length ?? 0;
  const chosen = Math.floor(random() * count);
  return (position) => (position === chosen ? value : undefined);
}

/** One component becomes what another one is, of the same or another quantity. */
function tied(
  subject: Subject,
  quantities: readonly DeclaredQuantity[],
  point: Point,
  random: Random,
): Point | undefined {
  const [one, other] = [pick(random, quantities), pick(random, quantities)];
  const value = other && pick(random, point.values.get(other.name)?.data ?? []);
  if (one === undefined || value === undefined) return undefined;
  return withSet(subject, point, one, oneOf(point, one, value, random));
}
