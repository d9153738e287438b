import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Expression } from '../../../../src/core/math/expression.ts';
import { readExpression } from '../../../../src/core/math/read/readStatement.ts';
import { checkExpression } from '../../../../src/core/math/shape/checkExpression.ts';
import { type Arithmetic } from '../../../../src/core/math/value/arithmetic.ts';
import { Budget } from '../../../../src/core/math/value/budget.ts';
import { decimals } from '../../../../src/core/math/value/decimals.ts';
import { evaluate } from '../../../../src/core/math/value/evaluate.ts';
import { type Point, type Tensor } from '../../../../src/core/math/value/point.ts';
import { tracked } from '../../../../src/core/math/value/tracked.ts';
import { seededRandom, uniform } from '../../../../src/core/random.ts';
import { DECLARATIONS, expressions } from '../../../support/mathematics/randomTrees.ts';

function checked(tree: Expression): Expression {
  const found = checkExpression(tree, DECLARATIONS);
  if (!found.ok) throw new Error(found.error.message);
  return found.value.expression;
}

function read(text: string): Expression {
  const found = readExpression(text, DECLARATIONS);
  if (!found.ok) throw new Error(found.error[0].message);
  return checked(found.value);
}

/** Values of a few digits, so that some of them cancel, at sizes d = 2 and h = 3. */
function pointOf(seed: number, reach: number): Point {
  const random = seededRandom(seed);
  const one = (low: number, high: number): number =>
    Math.round(uniform(random, low, high) * 100) / 100;
  const some = (...dims: number[]): Tensor<number> => ({
    dims,
    data: Array.from({ length: dims.reduce((product, size) => product * size, 1) }, () =>
      one(-reach, reach),
    ),
  });
  const single = (value: number): Tensor<number> => ({ dims: [], data: [value] });
  return {
    sizes: new Map([
      ['d', 2],
      ['h', 3],
    ]),
    indices: new Map([['i', 1]]),
    values: new Map([
      ['a', some()],
      ['b', some()],
      ['p', single(one(0.01, reach))],
      ['q', single(one(0.01, 0.99))],
      ['t', single(random() < 0.5 ? -1 : 1)],
      ['x', some(2)],
      ['v', some(2)],
      ['w', some(3)],
      ['C', some(2, 3)],
    ]),
    functionSeed: seed,
  };
}

function valueOf<N>(expression: Expression, point: Point, arithmetic: Arithmetic<N>): N {
  const budget = new Budget(1e9);
  const setting = { declarations: DECLARATIONS, point, arithmetic, budget };
  const [value] = evaluate({ expression, ...setting }).data;
  if (value === undefined) throw new Error('no component');
  return value;
}

const FEW = 12;

describe('what is tracked is so', () => {
  test.each([3, 100])('for random mathematics of numbers up to %d', (reach) => {
    let told = 0;
    const cases = fc.tuple(expressions(4), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(cases, ([tree, seed]) => {
        const expression = checked(tree);
        const point = pointOf(seed, reach);
        const { value, error } = valueOf(expression, point, tracked(FEW));
        if (!value.isFinite() && !value.isNaN()) return;
        told += 1;
        const truth = valueOf(expression, point, decimals(90));
        expect(value.isNaN()).toBe(truth.isNaN());
        if (value.isNaN()) return;
        expect(truth.isFinite()).toBe(true);
        const distance = truth.minus(value).abs();
        const bound = error === -Infinity ? new Decimal(0) : new Decimal(10).pow(error);
        // the truth is rounded too
        expect(distance.lte(bound.plus(truth.abs().times(1e-60)).plus('1e-300'))).toBe(true);
      }),
      { seed: 3, numRuns: 400 },
    );
    expect(told).toBeGreaterThan(300);
  });
});

describe('where rounding could tip the outcome', () => {
  const point = {
    ...pointOf(1, 1),
    values: new Map<string, Tensor<number>>([
      ['a', { dims: [], data: [-300] }],
      ['b', { dims: [], data: [0.1] }],
    ]),
  };

  test.each([
    String.raw`\log(\log(1 + e^{a}))`,
    String.raw`1 / (1 - \tanh(a)^2)`,
    String.raw`\operatorname{sign}(1 + \tanh(a))`,
    String.raw`\sqrt{1 + \tanh(a)}`,
    '1_{1 + e^{a} > 1}',
    String.raw`(1 + \tanh(a))^{b}`,
    String.raw`\operatorname{artanh}(\tanh(a))`,
    String.raw`\lfloor 1 - e^{a} \rfloor`,
    String.raw`\log(-\cos(\arccos(0) + e^{a}))`,
  ])('%s is beyond few digits and known to many', (text) => {
    const expression = read(text);
    const few = valueOf(expression, point, tracked(40)).value;
    expect(Math.abs(few.toNumber())).toBe(Infinity);
    const many = valueOf(expression, point, tracked(400)).value;
    expect(many.isFinite()).toBe(true);
  });

  test.each([
    ['1 / (a + 300)', NaN],
    [String.raw`\log(a + 300)`, NaN],
    ['1_{10 b = 1}', 1],
    [String.raw`\operatorname{sign}(a + 3000 b)`, 0],
    [String.raw`\sqrt{4} - 2`, 0],
    ['(b - 0.1)^2', 0],
    ['0^0', 1],
    [String.raw`\max(b, 0.1)`, 0.1],
    ['5! - 120', 0],
    ['e^{0} - 1', 0],
    ['1/8 - 0.125', 0],
  ])('%s is exact', (text, expected) => {
    const { value, error } = valueOf(read(text), point, tracked(40));
    expect(value.toNumber() + 0).toBe(expected);
    expect(error).toBe(-Infinity);
  });

  test('the larger of two that are nearly equal is as large, whichever it is', () => {
    const [larger, log] = [String.raw`\max(\log 3, \log 6 - \log 2)`, String.raw`\log 3`].map(
      (text) => valueOf(read(text), point, tracked(40)),
    );
    expect(
      larger?.value
        .minus(log?.value ?? NaN)
        .abs()
        .lte(1e-38),
    ).toBe(true);
    expect(larger?.error).toBeLessThan(-36);
  });
});

test('the sign of a difference is told only where it is certain', () => {
  const { compare, functions, of, add, subtract } = tracked(40);
  const third = functions.exp(functions.log(of(3)));
  expect(compare(third, of(3))).toBe(Infinity);
  expect(compare(third, subtract(of(3), of(1e-30)))).toBeGreaterThan(0);
  expect(compare(third, add(of(3), of(1e-30)))).toBeLessThan(0);
  expect(compare(of(3), of(3))).toBe(0);
  expect(compare(of(3), of(NaN))).toBeNaN();
});

test('a long sum loses few digits', () => {
  const long = valueOf(
    read(String.raw`\sum_{j=1}^{1000} \frac{1}{j (j+1)}`),
    pointOf(1, 1),
    tracked(40),
  );
  expect(long.value.minus(new Decimal(1000).div(1001)).abs().lte(1e-18)).toBe(true);
  expect(long.error).toBeLessThan(-35);
});
