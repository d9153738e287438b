/** Products, powers, inverses and determinants of matrices, in any arithmetic. */

import { type Arithmetic } from './arithmetic.ts';
import { eliminate } from './elimination.ts';
import { type Place } from './place.ts';
import { type Table } from './tensors.ts';

/** left · right, whose inner sizes are equal. */
export function matrixProduct<N>(left: Table<N>, right: Table<N>, place: Place<N>): Table<N> {
  const { arithmetic, budget } = place;
  const data: N[] = [];
  const inner = left.columns;
  budget.spend((2 * inner + 2) * left.rows * right.columns * arithmetic.cost.operation);
  for (let row = 0; row < left.rows; row += 1) {
    for (let column = 0; column < right.columns; column += 1) {
      data.push(entry(left, right, { row, column, arithmetic }));
    }
  }
  return { rows: left.rows, columns: right.columns, data };
}

interface Entry<N> {
  readonly row: number;
  readonly column: number;
  readonly arithmetic: Arithmetic<N>;
}

function entry<N>(left: Table<N>, right: Table<N>, { row, column, arithmetic }: Entry<N>): N {
  const { add, multiply, of } = arithmetic;
  let sum: N | undefined;
  for (let inner = 0; inner < left.columns; inner += 1) {
    const one = left.data[row * left.columns + inner];
    const other = right.data[inner * right.columns + column];
    if (one === undefined || other === undefined) throw new Error('a matrix with missing entries');
    const product = multiply(one, other);
    sum = sum === undefined ? product : add(sum, product);
  }
  return sum ?? of(0);
}

/** Of two lines of the same length. */
export function dot<N>(left: readonly N[], right: readonly N[], arithmetic: Arithmetic<N>): N {
  const row = { rows: 1, columns: left.length, data: left };
  const column = { rows: right.length, columns: 1, data: right };
  return entry(row, column, { row: 0, column: 0, arithmetic });
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
