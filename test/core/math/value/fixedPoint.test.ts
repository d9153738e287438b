import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FixedPoint } from '../../../../src/core/math/value/fixedPoint.ts';

/** The library with twenty digits more is the witness. */
const DIGITS = 40;
const numbers = Decimal.clone({ precision: DIGITS, defaults: true });
const witness = Decimal.clone({ precision: DIGITS + 60, defaults: true });
const fixed = new FixedPoint(numbers, DIGITS);

function expectSame(found: Decimal, truth: Decimal): void {
  const off = new witness(found.toString()).minus(truth).abs();
  expect(off.lte(truth.abs().times('1e-39'))).toBe(true);
}

/** Digits and a power of ten: of ordinary size, near 0, and large. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n }), fc.integer({ min: -50, max: -32 }))
  .filter(([digits]) => digits !== 0n)
  .map(([digits, power]) => `${digits.toString()}e${power}`);

const WAYS: Readonly<
  Record<string, readonly [by: (x: Decimal) => Decimal, truth: (x: Decimal) => Decimal]>
> = {
  exp: [(x) => fixed.exp(x), (x) => x.exp()],
  log: [(x) => fixed.log(x.abs()), (x) => x.abs().ln()],
  'log(1 + x)': [(x) => fixed.logOnePlus(x.abs()), (x) => x.abs().plus(1).ln()],
  log2: [(x) => fixed.logTo(2, x.abs()), (x) => x.abs().log(2)],
  sin: [(x) => fixed.sin(x), (x) => x.sin()],
  sinh: [(x) => fixed.sinh(x), (x) => x.sinh()],
  power: [(x) => fixed.power(x.abs(), new numbers('1.7')), (x) => x.abs().pow('1.7')],
};

describe('integers tell the same as the library', () => {
  test.each(Object.entries(WAYS))('%s', (_name, [by, truth]) => {
    fc.assert(
      fc.property(decimal, (written) => {
        expectSame(by(new numbers(written)), truth(new witness(written)));
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('cosines, but for the last digits of small ones', () => {
    fc.assert(
      fc.property(decimal, (written) => {
        const off = new witness(fixed.cos(new numbers(written)).toString())
          .minus(new witness(written).cos())
          .abs();
        expect(off.lte('1e-39')).toBe(true);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

test.each(['1e-1000000000', '-1e-1000000000', '1e1000000000', '1e-5000'])(
  'extreme numbers such as %s take no extreme integers',
  (written) => {
    const x = new numbers(written);
    expect(fixed.cos(x.e > 100 ? new numbers(1) : x).isFinite()).toBe(true);
    expect(fixed.log(x.abs()).isFinite()).toBe(true);
    expect(fixed.logOnePlus(x.abs()).isFinite()).toBe(true);
    expect(fixed.power(x.abs(), new numbers('0.3')).isFinite()).toBe(true);
    expect(fixed.power(new numbers('1.5'), x).isNaN()).toBe(false);
    expect(fixed.exp(x).isNaN()).toBe(false);
    if (x.e < 0) expectSame(fixed.sin(x), new witness(written));
  },
);

test('whole logarithms are whole', () => {
  expect(fixed.logTo(2, new numbers(1024)).toString()).toBe('10');
  expect(fixed.logTo(10, new numbers('1e-7')).toString()).toBe('-7');
  expect(fixed.log(new numbers(1)).isZero()).toBe(true);
  expect(fixed.power(new numbers(4), new numbers('1.5')).toString()).toBe('8');
  expect(fixed.exp(new numbers(0)).toString()).toBe('1');
});
