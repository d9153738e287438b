/** Quantities and their components: how many indices there are, and over what they run. */

import { type Expression, type SymbolUse } from '../expression.ts';
import { type Shape, type Size } from '../size.ts';
import { type Inference, type Inferred, inferNumber, number, type Rule } from './inference.ts';
import { Misfit } from './misfit.ts';
import { axesOf, fixedNumber, NUMBER, partShape } from './sizes.ts';

export const inferSymbol: Rule<'symbol'> = (node, inference) => {
  if (node.indices.length === 0 && inference.parameters.has(node.name)) return number({ ...node });
  const declared = inference.declarations.symbols.get(node.name);
  if (declared?.kind === 'function') throw withoutArgument(node, inference);
  const shape = declared?.kind === 'quantity' ? declared.shape : undeclared(node, inference);
  inference.requireDefinition(node.name, node);
  return componentsOf(node, shape, inference);
};

export const inferComponent: Rule<'component'> = (node, inference) => {
  const of = inference.infer(node.of);
  return componentsOf({ ...node, of: of.expression }, of.shape, inference);
};

export const inferIndex: Rule<'index'> = (node, inference) => {
  if (!inference.parameters.has(node.name)) inference.letters.see(node.name, node);
  return number({ ...node });
};

function undeclared(node: SymbolUse, { declarations, quote }: Inference): Shape {
  if (declarations.undeclaredScalars) return NUMBER;
  throw new Misfit(`${quote(node)} is not declared.`, node, 'unknown-name');
}

function withoutArgument(node: SymbolUse, { quote }: Inference): Misfit {
  return new Misfit(`${quote(node)} is a function; write what it is applied to.`, node);
}

type Indexed = Extract<Expression, { kind: 'symbol' | 'component' }>;

function componentsOf(node: Indexed, shape: Shape, inference: Inference): Inferred {
  const count = node.indices.length;
  if (count > shape.length) throw tooManyIndices(node, shape, inference);
  const part = partShape(shape, count);
  if (part.length > 2 || (count > 0 && count < shape.length && shape.length > 2)) {
    throw tooFewIndices(node, shape, inference);
  }
  const axes = axesOf(shape, count);
  const indices = node.indices.map((index, place) => inferSubscript(index, axes[place], inference));
  return { expression: { ...node, indices }, shape: part };
}

function tooManyIndices(node: Indexed, shape: Shape, inference: Inference): Misfit {
  const bare: Expression = node.kind === 'symbol' ? { ...node, indices: [] } : node.of;
  const count = node.indices.length === 1 ? 'one index' : `${node.indices.length} indices`;
  return new Misfit(
    `${inference.quote(node)} has ${count}, but ${inference.quote(bare)} is ${inference.say(shape)}.`,
    node,
  );
}

function tooFewIndices(node: Indexed, shape: Shape, inference: Inference): Misfit {
  return new Misfit(
    `${inference.quote(node)} needs all its ${shape.length} indices, since it is part of ${inference.say(shape)}.`,
    node,
  );
}

function inferSubscript(
  index: Expression,
  axis: Size | undefined,
  inference: Inference,
): Expression {
  const inferred = inferNumber(index, inference, 'An index');
  if (axis === undefined) return inferred;
  if (index.kind === 'index' && !inference.parameters.has(index.name)) {
    inference.letters.ask(inference.letters.see(index.name, index), axis, index);
  }
  if (index.kind === 'number') requireWithin(index, Number(index.digits), axis);
  return inferred;
}

function requireWithin(index: Expression, value: number, axis: Size): void {
  const last = fixedNumber(axis);
  if (!Number.isInteger(value)) throw new Misfit(`An index has to be whole, not ${value}.`, index);
  if (value < 1)
    throw new Misfit(`Components are counted from 1, so there is no component ${value}.`, index);
  if (last === undefined || value <= last) return;
  const components = last === 1 ? 'is only 1 component' : `are only ${last} components`;
  throw new Misfit(`There ${components}, so there is no component ${value}.`, index);
}
