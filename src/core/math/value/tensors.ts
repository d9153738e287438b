/** Whole vectors and matrices, component by component. */

import { sizeAt } from '../shape/sizes.ts';
import { type Shape } from '../size.ts';
import { type Place } from './place.ts';
import { type Tensor } from './point.ts';

export function count(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1);
}

/** What a shape is at a point. */
export function shapeDims(shape: Shape): (place: Pick<Place<never>, 'point'>) => readonly number[] {
  return ({ point }) => shape.map((size) => Math.max(0, sizeAt(size, point.sizes)));
}

export function filled<N>(dims: readonly number[], value: N): Tensor<N> {
  return { dims, data: Array.from({ length: count(dims) }, () => value) };
}

export function map<N>({ dims, data }: Tensor<N>, apply: (value: N) => N): Tensor<N> {
  return { dims, data: data.map(apply) };
}

/** Of two tensors of the same dims. */
export function zip<N>(
  left: Tensor<N>,
  right: Tensor<N>,
  combine: (left: N, right: N) => N,
): Tensor<N> {
  const data = left.data.map((value, place) => {
    const other = right.data[place];
    if (other === undefined) throw new Error('a tensor with missing components');
    return combine(value, other);
  });
  return { dims: left.dims, data };
}

/** A tensor as a matrix: a vector is one column, a number 1×1. */
export interface Table<N> {
  readonly rows: number;
  readonly columns: number;
  /** row-major */
  readonly data: readonly N[];
}

export function asTable<N>({ dims, data }: Tensor<N>): Table<N> {
  const [rows = 1, columns = 1] = dims;
  return { rows, columns, data };
}

/** The matrix as a value of this many sizes. */
export function ofRank<N>({ rows, columns, data }: Table<N>, rank: number): Tensor<N> {
  const dims = [[], [rows * columns], [rows, columns]][rank];
  if (dims === undefined) throw new Error(`no matrix has ${rank} sizes`);
  return { dims, data };
}

export function rowsOf<N>({ rows, columns, data }: Table<N>): N[][] {
  return Array.from({ length: rows }, (_, row) => data.slice(row * columns, (row + 1) * columns));
}

export function transposed<N>(table: Table<N>): Table<N> {
  const { rows, columns, data } = table;
  const turned: N[][] = Array.from({ length: columns }, () => []);
  data.forEach((value, offset) => turned[offset % columns]?.push(value));
  return { rows: columns, columns: rows, data: turned.flat() };
}
