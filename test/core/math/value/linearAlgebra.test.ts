import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Arithmetic } from '../../../../src/core/math/value/arithmetic.ts';
import { Budget } from '../../../../src/core/math/value/budget.ts';
import { decimals } from '../../../../src/core/math/value/decimals.ts';
import { doubles } from '../../../../src/core/math/value/doubles.ts';
import {
  determinant,
  identity,
  inverse,
  matrixPower,
  matrixProduct,
} from '../../../../src/core/math/value/linearAlgebra.ts';
import { Place } from '../../../../src/core/math/value/place.ts';
import { type Table } from '../../../../src/core/math/value/tensors.ts';

const exact = placeFor(decimals(40));

function placeFor<N>(arithmetic: Arithmetic<N>): Place<N> {
  const point = { sizes: new Map(), indices: new Map(), values: new Map(), functionSeed: 1 };
  return new Place(arithmetic, point, new Budget(1e9));
}

function square<N>(entries: readonly (number | string)[], { ofDigits }: Arithmetic<N>): Table<N> {
  const size = Math.sqrt(entries.length);
  return { rows: size, columns: size, data: entries.map((entry) => ofDigits(String(entry))) };
}

function numbers<N>({ data }: Table<N>, { toNumber }: Arithmetic<N>): number[] {
  return data.map(toNumber);
}

/** Whole entries, so that every determinant is a whole number. */
const matrices = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: 2 }, () =>
      fc.array(fc.integer({ min: -5, max: 5 }), {
        minLength: size * size,
        maxLength: size * size,
      }),
    ),
  ),
);

function distance<N>(left: Table<N>, right: Table<N>, arithmetic: Arithmetic<N>): number {
  const others = numbers(right, arithmetic);
  return Math.max(
    ...numbers(left, arithmetic).map((value, place) => Math.abs(value - (others[place] ?? NaN))),
  );
}

describe('inverses and determinants', () => {
  test('a matrix times its inverse is the identity, unless its determinant is 0', () => {
    fc.assert(
      fc.property(matrices, ([entries = []]) => {
        const matrix = square(entries, exact.arithmetic);
        const whole = exact.arithmetic.toNumber(determinant(matrix, exact));
        expect(Math.abs(whole - Math.round(whole))).toBeLessThan(1e-30);
        const inverted = inverse(matrix, exact);
        if (Math.round(whole) === 0) {
          expect(numbers(inverted, exact.arithmetic).every(Number.isNaN)).toBe(true);
          return;
        }
        const unit = identity(matrix.rows, exact.arithmetic);
        expect(
          distance(matrixProduct(matrix, inverted, exact), unit, exact.arithmetic),
        ).toBeLessThan(1e-32);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('the determinant of a product is the product of the determinants', () => {
    fc.assert(
      fc.property(matrices, ([one = [], other = []]) => {
        const place = placeFor(doubles);
        const [left, right] = [square(one, doubles), square(other, doubles)];
        const apart = determinant(left, place) * determinant(right, place);
        const together = determinant(matrixProduct(left, right, place), place);
        expect(Math.abs(together - apart)).toBeLessThan(1e-9 * Math.max(1, Math.abs(apart)));
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  test('rows are exchanged where the diagonal has zeros', () => {
    const place = placeFor(doubles);
    const shift = square([0, 1, 0, 0, 0, 1, 1, 0, 0], doubles);
    expect(determinant(shift, place)).toBe(1);
    expect(numbers(inverse(shift, place), doubles)).toEqual([0, 0, 1, 1, 0, 0, 0, 1, 0]);
  });

  test('a product of a column and a row has no inverse, rounding or not', () => {
    const line = [0.1, 0.7, -1.3];
    const entries = line.flatMap((left) => line.map((right) => left * right));
    const place = placeFor(doubles);
    expect(numbers(inverse(square(entries, doubles), place), doubles).every(Number.isNaN)).toBe(
      true,
    );
  });

  test('the ill-conditioned inverse of Hilbert’s matrix has whole entries', () => {
    const { arithmetic } = exact;
    const data = Array.from({ length: 36 }, (_, offset) =>
      arithmetic.divide(arithmetic.of(1), arithmetic.of(Math.floor(offset / 6) + (offset % 6) + 1)),
    );
    const found = numbers(inverse({ rows: 6, columns: 6, data }, exact), arithmetic);
    expect(found.slice(0, 6)).toEqual([36, -630, 3360, -7560, 7560, -2772]);
    expect(found[35]).toBe(698_544);
  });
});

test('what has no value spoils the inverse and the determinant', () => {
  const place = placeFor(doubles);
  const spoilt = { rows: 2, columns: 2, data: [1, 2, 3, NaN] };
  expect(numbers(inverse(spoilt, place), doubles).some(Number.isNaN)).toBe(true);
  expect(determinant(spoilt, place)).toBeNaN();
});

describe('powers of a matrix', () => {
  const place = placeFor(doubles);
  const fibonacci = square([1, 1, 1, 0], doubles);

  test('are repeated products', () => {
    expect(matrixPower(fibonacci, 30, place).data[1]).toBe(832_040);
    expect(matrixPower(fibonacci, 0, place).data).toEqual([1, 0, 0, 1]);
  });

  test('to a negative number are of the inverse', () => {
    expect(numbers(matrixPower(fibonacci, -2, place), doubles)).toEqual([1, -1, -1, 2]);
  });

  test('that are not whole have no value', () => {
    expect(matrixPower(fibonacci, 0.5, place).data.every(Number.isNaN)).toBe(true);
    expect(matrixPower(fibonacci, Infinity, place).data.every((each) => each === Infinity)).toBe(
      true,
    );
  });

  test('take few products, however large', () => {
    const budget = new Budget(1e4);
    const rotation = square([0, -1, 1, 0], doubles);
    const cheap = new Place(doubles, place.point, budget);
    const found = numbers(matrixPower(rotation, 1e15 + 1, cheap), doubles);
    // without the sign of zeros
    expect(found.map((each) => each + 0)).toEqual([0, -1, 1, 0]);
  });
});
