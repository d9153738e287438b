/** Putting a gradient back to where its values were taken from, with zeros elsewhere. */
import { type Value } from '../../graph/value.ts';
import { int, text } from '../../onnx/model.ts';
import { full, reshape } from '../emit.ts';
import { type Emitter } from '../rule.ts';

/** Zeros before and after `x` along one axis. */
export function padded(
  e: Emitter,
  x: Value,
  { axis, before, after }: { axis: number; before: number; after: number },
): Value {
  if (before === 0 && after === 0) return x;
  const rank = x.shape.length;
  const pads = Array.from({ length: 2 * rank }, () => 0);
  pads[axis] = before;
  pads[axis + rank] = after;
  return e.op('Pad', [x, e.ints(pads), e.scalar(0)]);
}

/** Row i of `x` along `axis` added to row `indices[i]` of zeros with `size` rows. */
export function scattered(
  e: Emitter,
  x: Value,
  { axis, size, indices }: { axis: number; size: number; indices: Value },
): Value {
  const shape = x.shape.map((n, i) => (i === axis ? size : n));
  const column = x.shape.map((n, i) => (i === axis ? n : 1));
  const places = full(e, reshape(e, indices, column), x.shape);
  return e.op('ScatterElements', [full(e, e.scalar(0), shape), places, x], {
    axis: int(axis),
    reduction: text('add'),
  });
}
