import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';

import { type Arithmetic } from '../../../../src/core/math/value/arithmetic.ts';
import { decimals } from '../../../../src/core/math/value/decimals.ts';
import { doubles } from '../../../../src/core/math/value/doubles.ts';
import { type Dual, duals } from '../../../../src/core/math/value/duals.ts';
import { UNARY_FUNCTIONS } from '../../../../src/core/math/expression.ts';
import { KNOWN_DERIVATIVES, KNOWN_VALUES } from './knownValues.ts';

const exact = Decimal.clone({ precision: 60, defaults: true });

/** How far off, relative to the truth. */
function error(found: Decimal.Value, truth: string): number {
  const off = new exact(found).minus(truth).abs();
  return (new exact(truth).isZero() ? off : off.div(new exact(truth).abs())).toNumber();
}

describe.each(UNARY_FUNCTIONS)('the function %s', (name) => {
  test.each(KNOWN_VALUES[name])('is right at %s in doubles', (at, truth) => {
    // where the function is steep the arguments are doubles
    expect(error(doubles.functions[name](Number(at)), truth)).toBeLessThan(2e-15);
  });

  test.each(KNOWN_VALUES[name])('is right at %s in forty digits', (at, truth) => {
    const numbers = decimals(40);
    const found = numbers.functions[name](numbers.ofDigits(at));
    expect(error(found, truth)).toBeLessThan(1e-38);
  });

  test.each([NaN, Infinity, -Infinity])('says of %s what it was', (none) => {
    const expected = Number.isNaN(none) ? NaN : Infinity;
    expect(Math.abs(doubles.functions[name](none))).toBe(expected);
    const numbers = decimals(40);
    expect(Math.abs(numbers.toNumber(numbers.functions[name](numbers.of(none))))).toBe(expected);
  });
});

test.each(KNOWN_DERIVATIVES)('the derivatives of %s at %s', (name, at, ...truths) => {
  const apply = UNARY_FUNCTIONS.find((each) => each === name);
  if (apply === undefined) throw new Error(name);
  const numbers = decimals(40);
  const once = duals(numbers);
  const twice = duals(once);
  const thrice = duals(twice);
  const move = <N>(of: Arithmetic<N>, value: N): Dual<N> => ({ value, slope: of.of(1) });
  const x = move(twice, move(once, move(numbers, numbers.ofDigits(at))));
  const { slope } = thrice.functions[apply](x);
  const found = [slope.value.value, slope.slope.value, slope.slope.slope];
  for (const [order, truth] of truths.entries()) {
    expect(error(found[order] ?? NaN, truth)).toBeLessThan(1e-23);
  }
});

const both: readonly (readonly [string, (work: <N>(numbers: Arithmetic<N>) => N) => number])[] = [
  ['doubles', (work) => work(doubles)],
  ['decimals', (work) => decimals(40).toNumber(work(decimals(40)))],
];

describe.each(both)('in %s', (_name, run) => {
  test.each([
    [2, 10, 1024],
    [0, 0, 1],
    [0, 2.5, 0],
    [0, -1, NaN],
    [-2, 3, -8],
    [-2, -1, -0.5],
    [-8, 1 / 3, NaN],
    [4, 0.5, 2],
    [4, -0.5, 0.5],
    [-4, 0.5, NaN],
    [NaN, 0, NaN],
  ])('%s to the power %s is %s', (base, exponent, result) => {
    expect(run(({ power, of }) => power(of(base), of(exponent)))).toBe(result);
  });

  test('nothing can be divided by zero', () => {
    expect(run(({ divide, of }) => divide(of(1), of(0)))).toBeNaN();
    expect(run(({ divide, of }) => divide(of(0), of(0)))).toBeNaN();
    expect(run(({ divide, of }) => divide(of(Infinity), of(0)))).toBeNaN();
  });

  test.each(['log', 'log2', 'log10'] as const)('%s has values of positive numbers only', (name) => {
    expect(run(({ functions, of }) => functions[name](of(0)))).toBeNaN();
    expect(run(({ functions, of }) => functions[name](of(-1)))).toBeNaN();
  });

  test('the others have no values outside their domains either', () => {
    expect(run(({ functions, of }) => functions.sqrt(of(-1)))).toBeNaN();
    expect(run(({ functions, of }) => functions.arcsin(of(1.5)))).toBeNaN();
    expect(run(({ functions, of }) => functions.arccos(of(-1.5)))).toBeNaN();
    expect(run(({ functions, of }) => functions.artanh(of(1)))).toBeNaN();
    expect(run(({ functions, of }) => functions.artanh(of(-2)))).toBeNaN();
    expect(run(({ functions, of }) => functions.factorial(of(-1)))).toBeNaN();
    expect(run(({ functions, of }) => functions.factorial(of(2.5)))).toBeNaN();
  });

  test('a number beyond the arithmetic stays beyond it', () => {
    const spoilt = (work: <N>(numbers: Arithmetic<N>, beyond: N) => N): number =>
      Math.abs(run((numbers) => work(numbers, numbers.of(Infinity))));
    expect(spoilt(({ subtract }, beyond) => subtract(beyond, beyond))).toBe(Infinity);
    expect(spoilt(({ multiply, of }, beyond) => multiply(of(0), beyond))).toBe(Infinity);
    expect(spoilt(({ divide, of }, beyond) => divide(of(1), beyond))).toBe(Infinity);
    expect(spoilt(({ divide }, beyond) => divide(beyond, beyond))).toBe(Infinity);
    expect(spoilt(({ power, of }, beyond) => power(of(0.5), beyond))).toBe(Infinity);
    expect(spoilt(({ power, of }, beyond) => power(beyond, of(0)))).toBe(Infinity);
    expect(spoilt(({ add, of }, beyond) => add(beyond, of(NaN)))).toBeNaN();
    expect(run(({ compare, of }) => of(compare(of(1), of(Infinity))))).toBe(Infinity);
    expect(run(({ compare, of }) => of(compare(of(1), of(NaN))))).toBeNaN();
  });

  test('no number vanishes only because it is small', () => {
    const tiny = run(({ functions, of, divide, negate }) =>
      divide(of(1), functions.exp(negate(functions.exp(of(12))))),
    );
    expect(tiny).toBe(Infinity);
    const sign = run(({ functions, of, multiply }) =>
      functions.sign(multiply(functions.exp(of(-900)), multiply(of(-1e-200), of(1e-200)))),
    );
    expect(sign).toBe(-1);
  });
});

test('in decimals a hundred thousand is no large exponent', () => {
  const { functions, of } = decimals(40);
  expect(functions.log(functions.exp(of(-100_000))).toNumber()).toBe(-100_000);
  expect(functions.exp(of(-1e20)).isFinite()).toBe(false);
  expect(functions.exp(of(1e20)).isFinite()).toBe(false);
  expect(functions.sigmoid(of(1e20)).toNumber()).toBe(1);
  expect(functions.sigmoid(of(-1e20)).isFinite()).toBe(false);
  expect(functions.tanh(of(-1e20)).toNumber()).toBe(-1);
  expect(functions.softplus(of(-1e20)).isFinite()).toBe(false);
  expect(functions.softplus(of(1e20)).toNumber()).toBe(1e20);
});

test('a double is the decimal that is read as it', () => {
  expect(decimals(40).of(0.1).toString()).toBe('0.1');
  expect(decimals(40).ofDigits('0.1234567890123456789').toString()).toBe('0.1234567890123456789');
});

test('decimals of as many digits are the same arithmetic', () => {
  expect(decimals(40)).toBe(decimals(40));
  expect(duals(decimals(40))).toBe(duals(decimals(40)));
});
