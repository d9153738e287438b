/** Gauss–Jordan elimination with the largest pivot of each column, in any arithmetic. */

import { type Arithmetic } from './arithmetic.ts';
import { type Place } from './place.ts';
import { rowsOf, type Table } from './tensors.ts';

/** Pivots that are smaller than this many rounding errors of the largest entry count as zero. */
const ROUNDING_ERRORS = 64;

export interface Elimination<N> {
  /** left⁻¹ · right */
  readonly solution: Table<N>;
  readonly determinant: N;
  /** some pivot is nothing but rounding */
  readonly singular: boolean;
}

/** Reduces a square `left` to the identity and does the same to `right`. */
export function eliminate<N>(
  left: Table<N>,
  right: Table<N>,
  { arithmetic, budget }: Place<N>,
): Elimination<N> {
  const size = left.rows;
  // each of the columns is cleared from all rows, by a product and a difference an entry
  budget.spend((2 * size + 4) * size * (size + right.columns) * arithmetic.cost.operation);
  const beside = rowsOf(right);
  const rows = rowsOf(left).map((row, place) => [...row, ...(beside[place] ?? [])]);
  const smallest = ROUNDING_ERRORS * size * arithmetic.epsilon * largest(left, arithmetic);
  let determinant = arithmetic.of(1);
  let singular = false;
  for (let column = 0; column < size; column += 1) {
    const pivot = reduceColumn(rows, column, arithmetic);
    determinant = arithmetic.multiply(determinant, pivot);
    singular ||= !(Math.abs(arithmetic.toNumber(pivot)) > smallest);
  }
  const data = rows.flatMap((row) => row.slice(size));
  return { solution: { rows: size, columns: right.columns, data }, determinant, singular };
}

function largest<N>({ data }: Table<N>, { toNumber }: Arithmetic<N>): number {
  return data.reduce((most, value) => Math.max(most, Math.abs(toNumber(value))), 0);
}

/** Makes the column that of the identity; what comes back is the pivot, its sign that of the exchange too. */
function reduceColumn<N>(rows: N[][], column: number, arithmetic: Arithmetic<N>): N {
  const from = pivotRow(rows, column, arithmetic);
  const [pivotal, other] = [rows[from], rows[column]];
  const pivot = pivotal?.[column];
  if (pivotal === undefined || other === undefined || pivot === undefined) {
    throw new Error('a matrix that is not square');
  }
  if (arithmetic.compare(pivot, arithmetic.of(0)) === 0) return pivot;
  rows[from] = other;
  const unit = pivotal.map((value) => arithmetic.divide(value, pivot));
  rows[column] = unit;
  rows.forEach((row, place) => {
    if (place !== column) subtractMultiple(row, unit, { column, arithmetic });
  });
  return from === column ? pivot : arithmetic.negate(pivot);
}

function pivotRow<N>(rows: readonly N[][], column: number, arithmetic: Arithmetic<N>): number {
  const sizes = rows.map((row, place) => {
    const value = place < column ? undefined : row[column];
    return value === undefined ? -1 : Math.abs(arithmetic.toNumber(value));
  });
  // where one is not a number it is taken, so that the outcome is none either
  const none = sizes.findIndex((size) => !Number.isFinite(size));
  return none >= 0 ? none : sizes.indexOf(Math.max(...sizes));
}

interface Reduction<N> {
  readonly column: number;
  readonly arithmetic: Arithmetic<N>;
}

function subtractMultiple<N>(
  row: N[],
  unit: readonly N[],
  { column, arithmetic }: Reduction<N>,
): void {
  const factor = row[column];
  if (factor === undefined) return;
  unit.forEach((value, place) => {
    const before = row[place];
    if (before === undefined) return;
    row[place] = arithmetic.subtract(before, arithmetic.multiply(factor, value));
  });
}
