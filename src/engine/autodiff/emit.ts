/** Short forms of the nodes that derivative rules are made of. */
import { sameShape } from '../graph/shape.ts';
import { type Value } from '../graph/value.ts';
import { int, ints } from '../onnx/model.ts';
import { type Shape } from '../tensor.ts';
import { type Emitter } from './rule.ts';

export const add = (e: Emitter, a: Value, b: Value): Value => e.op('Add', [a, b]);
export const sub = (e: Emitter, a: Value, b: Value): Value => e.op('Sub', [a, b]);
export const mul = (e: Emitter, a: Value, b: Value): Value => e.op('Mul', [a, b]);
export const div = (e: Emitter, a: Value, b: Value): Value => e.op('Div', [a, b]);
export const neg = (e: Emitter, a: Value): Value => e.op('Neg', [a]);

/** `value` where `mask`, else 0. */
export const keepWhere = (e: Emitter, mask: Value, value: Value): Value =>
  e.op('Where', [mask, value, e.scalar(0)]);

export const positive = (e: Emitter, x: Value): Value => e.op('Greater', [x, e.scalar(0)]);

/** A copy of full size where `x` is only broadcastable to `shape`. */
export function full(e: Emitter, x: Value, shape: Shape): Value {
  return sameShape(x.shape, shape) ? x : e.op('Expand', [x, e.ints(shape)]);
}

export function reshape(e: Emitter, x: Value, shape: Shape): Value {
  return sameShape(x.shape, shape) ? x : e.op('Reshape', [x, e.ints(shape)]);
}

/** Values of `x`, which broadcasts to `from`, arranged as `to`; a single number needs no arranging. */
export function rearranged(e: Emitter, x: Value, from: Shape, to: Shape): Value {
  return x.shape.length === 0 ? x : reshape(e, full(e, x, from), to);
}

export function sumOver(e: Emitter, x: Value, axes: readonly number[], keep: boolean): Value {
  return e.op('ReduceSum', [x, e.ints(axes)], { keepdims: int(keep ? 1 : 0) });
}

export function transpose(e: Emitter, x: Value, perm: readonly number[]): Value {
  return e.op('Transpose', [x], { perm: ints(perm) });
}
