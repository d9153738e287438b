/** Applied functions: how many arguments, of what shapes, and what comes out. */

import {
  type Call,
  UNARY_FUNCTIONS,
  type UnaryFunction,
  WHOLE_FUNCTIONS,
  type WholeFunction,
} from '../expression.ts';
import { type Shape } from '../size.ts';
import { type Inference, type Rule } from './inference.ts';
import { Misfit } from './misfit.ts';
import { isRow, NUMBER, usedShape } from './sizes.ts';

/** More are allowed of declared functions, but no question needs them. */
const MOST_PRIMES = 4;

const WITHOUT_DERIVATIVE: ReadonlySet<string> = new Set(['factorial', 'floor', 'ceil']);

export const inferCall: Rule<'call'> = (node, inference) => {
  const given = node.arguments.map((argument) => inference.infer(argument));
  const shapes = given.map(({ shape }) => shape);
  const applied = { ...node, arguments: given.map(({ expression }) => expression) };
  return { expression: applied, shape: resultOf(node, shapes, inference) };
};

function resultOf(node: Call, shapes: readonly Shape[], inference: Inference): Shape {
  const declared = inference.declarations.symbols.get(node.name);
  if (declared?.kind === 'function') {
    inference.requireDefinition(node.name, node);
    return eachComponent(node, shapes, inference, declared.arity);
  }
  if (node.name === 'abs') requireNoLength(node, shapes, inference);
  if (isUnary(node.name)) return eachComponent(node, shapes, inference, 1);
  if (isWhole(node.name)) return wholeResult(node, node.name, shapes, inference);
  throw new Misfit(
    `${inference.quote(node)}: no function of this name is known.`,
    node,
    'unknown-name',
  );
}

/** Bars around a vector may mean its length or its components. */
function requireNoLength(node: Call, [shape]: readonly Shape[], { quote, say }: Inference): void {
  const [of] = node.arguments;
  if (shape === undefined || shape.length === 0 || of === undefined) return;
  const length = quote({ kind: 'norm', of });
  const hint =
    shape.length === 2 && !isRow(shape)
      ? `Write it for one component.`
      : `Write ${length} for its length, or the bars for one component.`;
  throw new Misfit(`${quote(node)} puts bars around ${say(shape)}. ${hint}`, node, 'ambiguous');
}

export function isUnary(name: string): name is UnaryFunction {
  return (UNARY_FUNCTIONS as readonly string[]).includes(name);
}

export function isWhole(name: string): name is WholeFunction {
  return (WHOLE_FUNCTIONS as readonly string[]).includes(name);
}

function eachComponent(
  node: Call,
  shapes: readonly Shape[],
  inference: Inference,
  arity: number,
): Shape {
  requireArguments(node, arity, inference);
  requirePrimes(node, inference);
  const [shape = NUMBER] = shapes;
  if (arity === 1) return shape;
  const whole = shapes.findIndex((each) => each.length > 0);
  if (whole < 0) return NUMBER;
  throw new Misfit(
    `${inference.quote(node)} takes numbers, but argument ${whole + 1} is ${inference.say(shapes[whole] ?? NUMBER)}.`,
    node.arguments[whole] ?? node,
  );
}

function requireArguments(node: Call, arity: number, { quote }: Inference): void {
  const found = node.arguments.length;
  if (found === arity) return;
  const wanted = arity === 1 ? '1 argument' : `${arity} arguments`;
  throw new Misfit(
    `${quote(node)} has ${found} arguments, but the function takes ${wanted}.`,
    node,
  );
}

function requirePrimes(node: Call, { quote, declarations }: Inference): void {
  if (node.primes === 0) return;
  const builtIn = declarations.symbols.get(node.name)?.kind !== 'function';
  if (node.arguments.length > 1) {
    throw new Misfit(
      `${quote(node)}: a prime says a derivative only of functions of one number.`,
      node,
    );
  }
  if (builtIn && WITHOUT_DERIVATIVE.has(node.name)) {
    throw new Misfit(`${quote(node)}: this function has no derivative.`, node);
  }
  if (node.primes > MOST_PRIMES) {
    throw new Misfit(`${quote(node)} has more than ${MOST_PRIMES} primes.`, node, 'limit');
  }
}

function wholeResult(
  node: Call,
  name: WholeFunction,
  shapes: readonly Shape[],
  inference: Inference,
): Shape {
  if (node.primes > 0)
    throw new Misfit(`${inference.quote(node)}: write this derivative out.`, node);
  const [shape = NUMBER] = shapes;
  if (shapes.length === 0) throw new Misfit(`${inference.quote(node)} needs an argument.`, node);
  if (shapes.length === 1) return RESULTS[name](shape, node, inference);
  if (name !== 'max' && name !== 'min' && name !== 'mean') requireArguments(node, 1, inference);
  return spread(node, shapes, inference);
}

/** `max(0, x)` works on each component when `x` is a vector. */
function spread(node: Call, shapes: readonly Shape[], inference: Inference): Shape {
  const whole = shapes.find((shape) => shape.length > 0) ?? NUMBER;
  const odd = shapes.findIndex(
    (shape) => shape.length > 0 && !inference.sizes.unifyShapes(shape, whole),
  );
  if (odd < 0) return whole;
  throw new Misfit(
    `${inference.quote(node)} compares ${inference.say(whole)} and ${inference.say(shapes[odd] ?? NUMBER)}.`,
    node.arguments[odd] ?? node,
  );
}

type Result = (shape: Shape, node: Call, inference: Inference) => Shape;

const toNumber: Result = () => NUMBER;

const ofSquare: Result = (shape, node, inference) => {
  const [rows, columns] = shape;
  const square =
    rows !== undefined && columns !== undefined && inference.sizes.unify(rows, columns);
  if (square || shape.length === 0) return NUMBER;
  throw new Misfit(
    `${inference.quote(node)} needs a square matrix, not ${inference.say(shape)}.`,
    node,
  );
};

const RESULTS: Readonly<Record<WholeFunction, Result>> = {
  max: toNumber,
  min: toNumber,
  mean: toNumber,
  softmax: (shape) => shape,
  // of a matrix row by row, as softmax
  logsumexp: (shape) =>
    shape.length === 2 && !isRow(shape) ? usedShape(shape.slice(0, 1)) : NUMBER,
  trace: ofSquare,
  det: ofSquare,
  diag(shape, node, inference) {
    const [rows, columns] = shape;
    if (rows === undefined) return NUMBER;
    if (columns === undefined) return [rows, rows];
    ofSquare(shape, node, inference);
    return [rows];
  },
};
