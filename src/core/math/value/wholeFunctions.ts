/** Functions of a whole vector or matrix; softmax and logsumexp take a matrix row by row. */

import { type WholeFunction } from '../expression.ts';
import { type Arithmetic } from './arithmetic.ts';
import { extreme } from './extreme.ts';
import { determinant, identity } from './linearAlgebra.ts';
import { type Place } from './place.ts';
import { type Tensor } from './point.ts';
import { asTable, rowsOf, type Table } from './tensors.ts';

/** What comes out, as a matrix; its rank the shapes tell. */
type Whole = <N>(tensor: Tensor<N>, place: Place<N>) => Table<N>;

export const WHOLE: Readonly<Record<WholeFunction, Whole>> = {
  max: (tensor, { arithmetic }) => single(largest(tensor.data, arithmetic)),
  min: (tensor, { arithmetic }) => single(tensor.data.reduce(extreme(arithmetic, -1))),
  mean: ({ data }, { arithmetic: { add, divide, of } }) =>
    single(divide(data.reduce(add, of(0)), of(data.length))),
  softmax: (tensor, place) => {
    const data = lines(tensor).flatMap((line) => softmax(line, place));
    return { ...asTable(tensor), data };
  },
  logsumexp: (tensor, place) => column(lines(tensor).map((line) => logsumexp(line, place))),
  trace: (tensor, { arithmetic: { add, of } }) =>
    single(diagonal(asTable(tensor)).reduce(add, of(0))),
  det: (tensor, place) => single(determinant(asTable(tensor), place)),
  diag: (tensor, { arithmetic }) =>
    tensor.dims.length === 1
      ? withDiagonal(tensor.data, arithmetic)
      : column(diagonal(asTable(tensor))),
};

function single<N>(value: N): Table<N> {
  return { rows: 1, columns: 1, data: [value] };
}

function column<N>(data: readonly N[]): Table<N> {
  return { rows: data.length, columns: 1, data };
}

/** The rows of a matrix; a vector is one line. */
function lines<N>(tensor: Tensor<N>): readonly (readonly N[])[] {
  return tensor.dims.length < 2 ? [tensor.data] : rowsOf(asTable(tensor));
}

function largest<N>(values: readonly N[], arithmetic: Arithmetic<N>): N {
  return values.reduce(extreme(arithmetic, 1));
}

/** Exponentials of the distances below the largest, which cannot overflow. */
function exponentials<N>(line: readonly N[], { arithmetic, budget }: Place<N>): readonly N[] {
  budget.spend(line.length * arithmetic.cost.function);
  const top = largest(line, arithmetic);
  return line.map((value) => arithmetic.functions.exp(arithmetic.subtract(value, top)));
}

function softmax<N>(line: readonly N[], place: Place<N>): readonly N[] {
  const { add, divide } = place.arithmetic;
  const shares = exponentials(line, place);
  const total = shares.reduce(add);
  return shares.map((share) => divide(share, total));
}

function logsumexp<N>(line: readonly N[], place: Place<N>): N {
  const { add, functions } = place.arithmetic;
  const total = exponentials(line, place).reduce(add);
  return add(largest(line, place.arithmetic), functions.log(total));
}

function diagonal<N>({ rows, columns, data }: Table<N>): readonly N[] {
  return data.filter((_value, offset) => offset % (columns + 1) === 0 && offset < rows * columns);
}

function withDiagonal<N>(values: readonly N[], arithmetic: Arithmetic<N>): Table<N> {
  const unit = identity(values.length, arithmetic);
  const data = unit.data.map((zero, offset) =>
    offset % (values.length + 1) === 0 ? (values[offset % values.length] ?? zero) : zero,
  );
  return { ...unit, data };
}
