/** Products, powers, inverses and determinants of matrices, in any arithmetic. */

import { type Arithmetic } from './arithmetic.ts';
import { eliminate } from './elimination.ts';
import { type Place } from './place.ts';
import { rowsOf, type Table, transposed } from './tensors.ts';

/** left · right, whose inner sizes are equal. */
export function matrixProduct<N>(left: Table<N>, right: Table<N>, place: Place<N>): Table<N> {
  const { arithmetic, budget } = place;
  budget.spend(2 * left.rows * left.columns * right.columns * arithmetic.cost.operation);
  const columns = rowsOf(transposed(right));
  const data = rowsOf(left).flatMap((row) => columns.map((column) => dot(row, column, arithmetic)));
  return { rows: left.rows, columns: right.columns, data };
}

export function dot<N>(left: readonly N[], right: readonly N[], arithmetic: Arithmetic<N>): N {
  const { add, multiply, of } = arithmetic;
  const products = left.flatMap((value, place) => {
    const other = right[place];
    return other === undefined ? [] : [multiply(value, other)];
  });
  return products.length === 0 ? of(0) : products.reduce(add);
}

export function identity<N>(size: number, { of }: Arithmetic<N>): Table<N> {
  const [zero, one] = [of(0), of(1)];
  const data = Array.from({ length: size * size }, (_, offset) =>
    offset % (size + 1) === 0 ? one : zero,
  );
  return { rows: size, columns: size, data };
}

/** By repeated squaring; a negative exponent is a power of the inverse, any that is not whole has no value. */
export function matrixPower<N>(table: Table<N>, exponent: number, place: Place<N>): Table<N> {
  if (!Number.isInteger(exponent)) return everywhere(table, exponent, place.arithmetic);
  if (exponent < 0) return matrixPower(inverse(table, place), -exponent, place);
  let power = identity(table.rows, place.arithmetic);
  let square = table;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = matrixProduct(power, square, place);
    if (rest > 1) square = matrixProduct(square, square, place);
  }
  return power;
}

function everywhere<N>(table: Table<N>, exponent: number, { of }: Arithmetic<N>): Table<N> {
  const value = of(Math.abs(exponent) === Infinity ? Infinity : NaN);
  return { ...table, data: table.data.map(() => value) };
}

/** Without value where the matrix is singular, as far as this arithmetic can tell. */
export function inverse<N>(table: Table<N>, place: Place<N>): Table<N> {
  const { solution, singular } = eliminate(table, identity(table.rows, place.arithmetic), place);
  return singular ? everywhere(table, NaN, place.arithmetic) : solution;
}

export function determinant<N>(table: Table<N>, place: Place<N>): N {
  return eliminate(table, { rows: table.rows, columns: 0, data: [] }, place).determinant;
}
