/** Operations element by element, with broadcasting, and matrix products. */
import { broadcastAll, matmulShape } from '../engine/graph/shape.ts';
import { type Derivable, type Derivation, derivation, type Shaped, shapeOf } from './derivation.ts';
import { operator } from './operation.ts';

const sameShape = ([x]: readonly Shaped[]) => shapeOf(x);
const broadcastShape = (inputs: readonly Shaped[]) => broadcastAll(inputs.map(shapeOf));

const unaryOf = (name: string, op: string) => derivation(name, operator(op), sameShape);
const binaryOf = (name: string, op: string) => derivation(name, operator(op), broadcastShape);

const UNARY = {
  neg: unaryOf('neg', 'Neg'),
  sqrt: unaryOf('sqrt', 'Sqrt'),
  exp: unaryOf('exp', 'Exp'),
  log: unaryOf('log', 'Log'),
  abs: unaryOf('abs', 'Abs'),
  sign: unaryOf('sign', 'Sign'),
  sin: unaryOf('sin', 'Sin'),
  cos: unaryOf('cos', 'Cos'),
  tanh: unaryOf('tanh', 'Tanh'),
  sigmoid: unaryOf('sigmoid', 'Sigmoid'),
  relu: unaryOf('relu', 'Relu'),
};

const BINARY = {
  add: binaryOf('add', 'Add'),
  sub: binaryOf('sub', 'Sub'),
  mul: binaryOf('mul', 'Mul'),
  div: binaryOf('div', 'Div'),
  pow: binaryOf('pow', 'Pow'),
  maximum: binaryOf('maximum', 'Max'),
  minimum: binaryOf('minimum', 'Min'),
};

const clip = unaryOf('clamp', 'Clip');

const productOf = (name: string): Derivation =>
  derivation(name, operator('MatMul'), ([a, b]) => matmulShape(shapeOf(a), shapeOf(b)));

const PRODUCTS = { matmul: productOf('matmul'), mm: productOf('mm'), dot: productOf('dot') };

export function unary<T extends Derivable<T>>(name: keyof typeof UNARY, x: T): T {
  return x.derive([x], UNARY[name]);
}

export function binary<T extends Derivable<T>>(name: keyof typeof BINARY, a: T, b: T | number): T {
  return a.derive([a, b], BINARY[name]);
}

export function clamp<T extends Derivable<T>>(x: T, min: number, max: number): T {
  if (!(min <= max)) throw x.error('clamp', `min ${min} is not below max ${max}`);
  return x.derive([x, min, max], clip);
}

export function matmul<T extends Derivable<T>>(name: keyof typeof PRODUCTS, a: T, b: T): T {
  return a.derive([a, b], PRODUCTS[name]);
}
