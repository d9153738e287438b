/** Quantities: values of the point or of their definitions, as a whole or by their indices. */

import { type Declarations } from '../declarations.ts';
import { type Expression, type SymbolUse } from '../expression.ts';
import { shapeOf } from '../shape/shapeOf.ts';
import { axesOf, partShape, sizeAt } from '../shape/sizes.ts';
import { type Shape } from '../size.ts';
import {
  type Compiling,
  type CompiledDefinition,
  type Frame,
  type NumberRule,
  type PositionCode,
  type TensorRule,
} from './code.ts';
import { type Place, type Quantity } from './place.ts';
import { type Tensor } from './point.ts';
import { compilePosition } from './position.ts';
import { count } from './tensors.ts';

export const symbolNumber: NumberRule<'symbol'> = (node, compiling) => {
  const { arithmetic, scope } = compiling;
  const parameter = node.indices.length === 0 ? scope.parameters.indexOf(node.name) : -1;
  if (parameter >= 0) return (frame) => frame.arguments[parameter] ?? arithmetic.of(NaN);
  const find = quantityOf(node.name, compiling);
  const start = compileStart(node.indices, declaredShape(node, compiling.declarations), compiling);
  const cost = arithmetic.cost.operation;
  return (frame) => {
    frame.place.budget.spend(cost);
    const quantity = find(frame.place);
    const offset = start(frame, quantity.dims);
    return Number.isFinite(offset) ? quantity.component(offset) : arithmetic.of(offset);
  };
};

export const symbolTensor: TensorRule<'symbol'> = (node, compiling) => {
  const find = quantityOf(node.name, compiling);
  const part = compilePart(node, declaredShape(node, compiling.declarations), compiling);
  return (frame) => part(frame, find(frame.place));
};

export const componentNumber: NumberRule<'component'> = (node, compiling) => {
  const of = compiling.tensor(node.of);
  const start = compileStart(node.indices, shapeOf(node.of), compiling);
  return (frame) => {
    const { dims, data } = of(frame);
    const offset = start(frame, dims);
    return data[offset] ?? compiling.arithmetic.of(offset);
  };
};

export const componentTensor: TensorRule<'component'> = (node, compiling) => {
  const of = compiling.tensor(node.of);
  const part = compilePart(node, shapeOf(node.of), compiling);
  return (frame) => {
    const { dims, data } = of(frame);
    return part(frame, {
      dims,
      component: (offset) => data[offset] ?? compiling.arithmetic.of(NaN),
    });
  };
};

function declaredShape({ name }: SymbolUse, declarations: Declarations): Shape {
  const declared = declarations.symbols.get(name);
  return declared?.kind === 'quantity' ? declared.shape : [];
}

/** Where what the indices choose begins, in blocks of what is left: NaN where there is no such component. */
type Start<N> = (frame: Frame<N>, dims: readonly number[]) => number;

function compileStart<N>(
  indices: readonly Expression[],
  shape: Shape,
  compiling: Compiling<N>,
): Start<N> {
  const positions = indices.map((index) => compilePosition(index, compiling));
  const alongLine = indices.length === 1 && partShape(shape, 1).length === 0;
  if (!alongLine) return (frame, dims) => startOf(positions, frame, dims);
  // a row or a column takes one index, whichever way it lies
  return (frame, dims) => startOf(positions, frame, [count(dims)]);
}

function startOf<N>(
  positions: readonly PositionCode<N>[],
  frame: Frame<N>,
  dims: readonly number[],
): number {
  let start = 0;
  for (let axis = 0; axis < positions.length; axis += 1) {
    const position = positions[axis]?.(frame) ?? NaN;
    const size = dims[axis] ?? 1;
    if (Math.abs(position) === Infinity) return Infinity;
    if (!Number.isInteger(position) || position < 1 || position > size) return NaN;
    start = start * size + position - 1;
  }
  return start;
}

/** Of a quantity the part that the indices choose: all of it, or one row of a matrix as a vector. */
function compilePart<N>(
  { indices }: { readonly indices: readonly Expression[] },
  shape: Shape,
  compiling: Compiling<N>,
): (frame: Frame<N>, quantity: Quantity<N>) => Tensor<N> {
  const start = compileStart(indices, shape, compiling);
  const isVector = partShape(shape, indices.length).length === 1;
  const { arithmetic } = compiling;
  return (frame, { dims, component }) => {
    const left = dims.slice(indices.length);
    const size = count(left);
    frame.place.budget.spend(size * arithmetic.cost.operation);
    const first = start(frame, dims) * size;
    const one = Number.isFinite(first) ? component : () => arithmetic.of(first);
    const data = Array.from({ length: size }, (_, place) => one(first + place));
    return { dims: isVector ? [size] : left, data };
  };
}

function quantityOf<N>(name: string, compiling: Compiling<N>): (place: Place<N>) => Quantity<N> {
  const definition = compiling.definition(name);
  const declared = compiling.declarations.symbols.get(name);
  const make: (place: Place<N>) => Quantity<N> =
    definition === undefined || declared?.kind !== 'quantity'
      ? (place) => given(name, place)
      : (place) => defined(definition, declared.shape, place);
  return (place) => place.quantity(name, make);
}

/** What the point says. */
function given<N>(name: string, { point, arithmetic }: Place<N>): Quantity<N> {
  const tensor = point.values.get(name);
  if (tensor === undefined) throw new Error(`no value for ${name}`);
  const data = tensor.data.map((value) => arithmetic.of(value));
  const none = arithmetic.of(NaN);
  return { dims: tensor.dims, component: (offset) => data[offset] ?? none };
}

/** What the definition says; a parameter that stands for two indices makes the value 0 where they differ. */
function defined<N>(
  { parameters, body }: CompiledDefinition<N>,
  shape: Shape,
  place: Place<N>,
): Quantity<N> {
  const axes = axesOf(shape, parameters.length).map((size) => sizeAt(size, place.point.sizes));
  const dims = shape.map((size) => sizeAt(size, place.point.sizes));
  const block = count(dims) / count(axes);
  const zero = place.arithmetic.of(0);
  const blockAt = once((start: number) => {
    const values = unravel(start, axes);
    const differ = parameters.some(
      (name, axis) => values[axis] !== values[parameters.indexOf(name)],
    );
    return differ ? undefined : body({ place, letters: [...values], arguments: [] }).data;
  });
  const component = (offset: number): N =>
    blockAt(Math.floor(offset / block))?.[offset % block] ?? zero;
  return { dims, component };
}

/** The indices, counted from 1, of a component. */
function unravel(offset: number, dims: readonly number[]): readonly number[] {
  const indices: number[] = [];
  let rest = offset;
  for (const size of dims.toReversed()) {
    indices.unshift((rest % size) + 1);
    rest = Math.floor(rest / size);
  }
  return indices;
}

/** Asks once for each. */
function once<T>(ask: (place: number) => T): (place: number) => T {
  const known: (readonly [T] | undefined)[] = [];
  return (place) => (known[place] ??= [ask(place)])[0];
}
