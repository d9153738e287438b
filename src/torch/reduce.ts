/** Sums, means and norms, over everything or over some dimensions. */
import { axisOf, reducedShape } from '../engine/graph/shape.ts';
import { type Derivable } from './derivation.ts';
import { reduction } from './operation.ts';

export type Dims = number | readonly number[];

const REDUCTIONS = { sum: 'ReduceSum', mean: 'ReduceMean', norm: 'ReduceL2' } as const;

export function reduce<T extends Derivable<T>>(
  name: keyof typeof REDUCTIONS,
  x: T,
  dim: Dims | undefined,
  keepdim: boolean,
): T {
  const operation = reduction(REDUCTIONS[name], keepdim);
  const rank = x.shape.length;
  const all = Array.from({ length: rank }, (_, axis) => axis);
  const axes = dim === undefined ? all : typeof dim === 'number' ? [dim] : dim;
  // without axes ONNX reduces all dimensions
  const inputs = dim === undefined ? [x] : [x, axes.map((axis) => (axis < 0 ? axis + rank : axis))];
  return x.derive(name, inputs, {
    operation,
    shape: () => {
      if (new Set(axes.map((axis) => axisOf(axis, rank))).size !== axes.length)
        throw new Error(`a dimension appears twice in ${axes.join(', ')}`);
      return reducedShape(x.shape, axes, keepdim);
    },
  });
}
