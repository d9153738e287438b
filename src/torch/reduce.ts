/** Sums, means and norms, over everything or over some dimensions. */
import { axisOf, reducedShape } from '../engine/graph/shape.ts';
import { type Shape } from '../engine/tensor.ts';
import { type Derivable, type Derivation, derivation, type Shaped, shapeOf } from './derivation.ts';
import { operator } from './operation.ts';

export type Dims = number | readonly number[];

/** The second input holds the axes; without it all dimensions are reduced. */
function reductions(name: string, op: string): { readonly [K in 'keep' | 'drop']: Derivation } {
  const of = (keepdims: 0 | 1): Derivation =>
    derivation(name, operator(op, { keepdims }), ([x, axes]) =>
      reducedTo(shapeOf(x), axes, keepdims === 1),
    );
  return { keep: of(1), drop: of(0) };
}

function reducedTo(shape: Shape, axes: Shaped | undefined, keep: boolean): Shape {
  const reduced = Array.isArray(axes) ? (axes as readonly number[]) : [...shape.keys()];
  if (new Set(reduced.map((axis) => axisOf(axis, shape.length))).size !== reduced.length)
    throw new Error(`a dimension appears twice in ${reduced.join(', ')}`);
  return reducedShape(shape, reduced, keep);
}

const REDUCTIONS = {
  sum: reductions('sum', 'ReduceSum'),
  mean: reductions('mean', 'ReduceMean'),
  norm: reductions('norm', 'ReduceL2'),
};

export function reduce<T extends Derivable<T>>(
  name: keyof typeof REDUCTIONS,
  x: T,
  dim: Dims | undefined,
  keepdim: boolean,
): T {
  const made = REDUCTIONS[name][keepdim ? 'keep' : 'drop'];
  if (dim === undefined) return x.derive([x], made);
  const rank = x.shape.length;
  const axes = typeof dim === 'number' ? [dim] : dim;
  return x.derive([x, axes.map((axis) => (axis < 0 && axis >= -rank ? axis + rank : axis))], made);
}
