/** An independent witness: both sides at a few generic points, in fifty digits. */

import { type Decimal } from 'decimal.js';
import { type Declarations, type DeclaredQuantity } from '../../../src/core/math/declarations.ts';
import { type Checked } from '../../../src/core/math/shape/checked.ts';
import { sizeAt } from '../../../src/core/math/shape/sizes.ts';
import { Budget } from '../../../src/core/math/value/budget.ts';
import { decimals } from '../../../src/core/math/value/decimals.ts';
import { evaluate } from '../../../src/core/math/value/evaluate.ts';
import { type Point } from '../../../src/core/math/value/point.ts';
import { type Random, seededRandom, uniform } from '../../../src/core/random.ts';

export type Witness = 'same' | 'faint' | 'clear' | 'nothing';

/** `faint` is a difference too small to insist on, `nothing` a pair without values. */
export function witness(left: Checked, right: Checked, declarations: Declarations): Witness {
  const differences = SIZES.flatMap((sizes, place) => {
    const point = pointOf(declarations, sizes, seededRandom(place + 1));
    return differenceAt(point, { left, right, declarations }) ?? [];
  });
  if (differences.length === 0) return 'nothing';
  if (differences.every((difference) => difference < 1e-30)) return 'same';
  return differences.filter((difference) => difference > 1e-6).length >= 2 ? 'clear' : 'faint';
}

const SIZES: readonly (readonly [d: number, h: number])[] = [
  [2, 3],
  [3, 2],
  [2, 2],
  [3, 3],
  [2, 1],
  [1, 3],
];

interface Sides {
  readonly left: Checked;
  readonly right: Checked;
  readonly declarations: Declarations;
}

/** The largest of all components; undefined where a side has no value. */
function differenceAt(point: Point, { left, right, declarations }: Sides): number | undefined {
  const one = valueAt(left, declarations, point);
  const other = valueAt(right, declarations, point);
  const each = one.map((value, place) => relativeDifference(value, other[place]));
  return each.includes(undefined) ? undefined : Math.max(...each.map(Number));
}

/** Relative to the larger one. */
function relativeDifference(one: Decimal, other: Decimal | undefined): number | undefined {
  if (!one.isFinite() || !other?.isFinite()) return undefined;
  const largest = one.abs().greaterThan(other.abs()) ? one.abs() : other.abs();
  return largest.isZero() ? 0 : one.minus(other).abs().dividedBy(largest).toNumber();
}

function valueAt(
  { expression }: Checked,
  declarations: Declarations,
  point: Point,
): readonly Decimal[] {
  const arithmetic = decimals(50);
  return evaluate({ expression, declarations, point, arithmetic, budget: new Budget(1e9) }).data;
}

function pointOf(
  { symbols }: Declarations,
  [d, h]: readonly [number, number],
  random: Random,
): Point {
  const sizes = new Map([
    ['d', d],
    ['h', h],
  ]);
  const quantities = [...symbols.values()].filter((each) => each.kind === 'quantity');
  const values = quantities.map((declared) => {
    const dims = declared.shape.map((size) => sizeAt(size, sizes));
    const count = dims.reduce((product, dim) => product * dim, 1);
    const data = Array.from({ length: count }, () => draw(declared, random));
    return [declared.name, { dims, data }] as const;
  });
  const indices = new Map([['i', 1 + Math.floor(random() * d)]]);
  return { sizes, indices, values: new Map(values), functionSeed: 1 };
}

function draw({ domain }: DeclaredQuantity, random: Random): number {
  if (domain === 'signs') return random() < 0.5 ? -1 : 1;
  if (domain === 'positive') return uniform(random, 0.1, 3);
  if (typeof domain === 'object') return uniform(random, domain.low, domain.high);
  return uniform(random, -2, 2);
}
