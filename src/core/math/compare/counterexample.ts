/** A point with what both sides are worth there, as plain data in few digits. */

import { type Checked } from '../shape/checked.ts';
import { checkExpression } from '../shape/checkExpression.ts';
import { Budget, BudgetSpent } from '../value/budget.ts';
import { decimals } from '../value/decimals.ts';
import { evaluate } from '../value/evaluate.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { type Counterexample, type Nested } from './comparison.ts';
import { readable } from './style.ts';
import { type Subject } from './subject.ts';

const DIGITS = 40;
const SHOWN = 4;
const MOST_SHOWN = 17;
/** In additions of doubles, for one value. */
const WORK = 1e6;

export function counterexampleAt(point: Point, subject: Subject): Counterexample {
  const left = valueAt(point, subject.left, subject);
  const right = valueAt(point, subject.right, subject);
  const digits = digitsToTell(left, right);
  const occurring = new Set([...subject.sizes.keys()]);
  return {
    sizes: Object.fromEntries([...point.sizes].filter(([name]) => occurring.has(name))),
    indices: Object.fromEntries(point.indices),
    values: Object.fromEntries([...drawnValues(subject, point), ...definedValues(subject, point)]),
    left: nested(left, digits),
    right: nested(right, digits),
  };
}

/** Nothing where it would be too much work. */
function valueAt(point: Point, { expression }: Checked, { declarations }: Subject): Tensor<number> {
  const arithmetic = decimals(DIGITS);
  const budget = new Budget(WORK);
  try {
    const value = evaluate({ expression, declarations, point, arithmetic, budget });
    return { dims: value.dims, data: value.data.map((each) => arithmetic.toNumber(each)) };
  } catch (problem) {
    if (problem instanceof BudgetSpent) return NOTHING;
    throw problem;
  }
}

const NOTHING: Tensor<number> = { dims: [], data: [NaN] };

/** Few, but enough for different numbers to look different. */
function digitsToTell(left: Tensor<number>, right: Tensor<number>): number {
  const same = (digits: number) =>
    left.data.every((value, at) => rounded(value, digits) === rounded(right.data[at], digits));
  let digits = SHOWN;
  while (digits < MOST_SHOWN && same(digits)) digits++;
  return digits;
}

function drawnValues({ drawn, generators }: Subject, point: Point): [string, Nested][] {
  return drawn
    .filter(({ name }) => !generators.has(name))
    .map(({ name }) => [name, nested(point.values.get(name) ?? NOTHING, SHOWN)]);
}

function definedValues(subject: Subject, point: Point): [string, Nested][] {
  return subject.defined.flatMap(({ name }): [string, Nested][] => {
    const symbol = { kind: 'symbol', name, indices: [] } as const;
    const checked = checkExpression(symbol, subject.declarations);
    if (!checked.ok) return [];
    return [[name, nested(valueAt(point, checked.value, subject), SHOWN)]];
  });
}

function nested({ dims, data }: Tensor<number>, digits: number): Nested {
  const [first, ...inner] = dims;
  if (first === undefined) return rounded(data[0], digits);
  const step = data.length / first;
  return Array.from({ length: first }, (_, row) =>
    nested({ dims: inner, data: data.slice(row * step, (row + 1) * step) }, digits),
  );
}

function rounded(value: number | undefined, digits: number): number | null {
  return value === undefined || !Number.isFinite(value) ? null : readable(value, digits);
}
