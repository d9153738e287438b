/** Operations element by element, with broadcasting, and matrix products. */
import { broadcastAll, matmulShape } from '../engine/graph/shape.ts';
import { type Shape } from '../engine/tensor.ts';
import { type Derivable } from './derivation.ts';
import { operator } from './operation.ts';

const UNARY = {
  neg: operator('Neg'),
  sqrt: operator('Sqrt'),
  exp: operator('Exp'),
  log: operator('Log'),
  abs: operator('Abs'),
  sign: operator('Sign'),
  sin: operator('Sin'),
  cos: operator('Cos'),
  tanh: operator('Tanh'),
  sigmoid: operator('Sigmoid'),
  relu: operator('Relu'),
};

const BINARY = {
  add: operator('Add'),
  sub: operator('Sub'),
  mul: operator('Mul'),
  div: operator('Div'),
  pow: operator('Pow'),
  maximum: operator('Max'),
  minimum: operator('Min'),
};

const clip = operator('Clip');
const product = operator('MatMul');
const SCALAR: Shape = [];

export function unary<T extends Derivable<T>>(name: keyof typeof UNARY, x: T): T {
  return x.derive(name, [x], { operation: UNARY[name], shape: () => x.shape });
}

export function binary<T extends Derivable<T>>(name: keyof typeof BINARY, a: T, b: T | number): T {
  const other = typeof b === 'number' ? SCALAR : b.shape;
  return a.derive(name, [a, b], {
    operation: BINARY[name],
    shape: () => broadcastAll([a.shape, other]),
  });
}

export function clamp<T extends Derivable<T>>(x: T, min: number, max: number): T {
  if (!(min <= max)) throw x.error('clamp', `min ${min} is not below max ${max}`);
  return x.derive('clamp', [x, min, max], { operation: clip, shape: () => x.shape });
}

export function matmul<T extends Derivable<T>>(name: string, a: T, b: T): T {
  return a.derive(name, [a, b], {
    operation: product,
    shape: () => matmulShape(a.shape, b.shape),
  });
}
