/** Makes checked mathematics into functions, once for each arithmetic, so that many points cost little. */

import { type Declarations } from '../declarations.ts';
import { type Expression, type ExpressionKind, type ExpressionOf } from '../expression.ts';
import { definitionOf } from '../shape/checkDefinitions.ts';
import { shapeOf } from '../shape/shapeOf.ts';
import { type Arithmetic } from './arithmetic.ts';
import {
  type AnyFunction,
  type CompiledDefinition,
  type Compiling,
  type NumberCode,
  type NumberRule,
  type Scope,
  type TensorCode,
  type TensorRule,
} from './code.ts';
import { callNumber, callTensor } from './compileCall.ts';
import { casesNumber, casesTensor, indicator } from './compileCondition.ts';
import { foldNumber, foldTensor } from './compileFold.ts';
import { inner, norm } from './compileNorm.ts';
import { constant, indexNumber, numberLiteral, size } from './compileLeaf.ts';
import { negation, power, product, quotient, sum } from './compileOperation.ts';
import { componentNumber, componentTensor, symbolNumber, symbolTensor } from './compileSymbol.ts';
import {
  matrixTensor,
  negationTensor,
  ones,
  powerTensor,
  productTensor,
  quotientTensor,
  sumTensor,
  transposeTensor,
  zero,
} from './compileWhole.ts';
import { smoothFunction } from './smoothFunction.ts';

const NUMBERS: { readonly [K in ExpressionKind]: NumberRule<K> } = {
  number: numberLiteral,
  constant,
  symbol: symbolNumber,
  index: indexNumber,
  size,
  component: componentNumber,
  negate: negation,
  sum,
  product,
  quotient,
  power,
  // of a number it is the number
  transpose: (node, { number }) => number(node.of),
  norm,
  inner,
  call: callNumber,
  fold: foldNumber,
  indicator,
  cases: casesNumber,
  // of one entry
  matrix: (node, { number }) => number(onlyEntry(node)),
};

type NumberKind = 'index' | 'size' | 'norm' | 'inner' | 'indicator';
type WholeKind = Exclude<ExpressionKind, NumberKind>;

const TENSORS: { readonly [K in WholeKind]: TensorRule<K> } = {
  // a written 0 is the zero of any shape
  number: zero,
  constant: ones,
  symbol: symbolTensor,
  component: componentTensor,
  negate: negationTensor,
  sum: sumTensor,
  product: productTensor,
  quotient: quotientTensor,
  power: powerTensor,
  transpose: transposeTensor,
  call: callTensor,
  fold: foldTensor,
  cases: casesTensor,
  matrix: matrixTensor,
};

function onlyEntry({ rows }: ExpressionOf<'matrix'>): Expression {
  const entry = rows[0]?.[0];
  if (entry === undefined) throw new Error('a matrix without entries');
  return entry;
}

function applyNumber<K extends ExpressionKind, N>(
  kind: K,
  node: ExpressionOf<K>,
  compiling: Compiling<N>,
): NumberCode<N> {
  return NUMBERS[kind](node, compiling);
}

function applyTensor<K extends WholeKind, N>(
  kind: K,
  node: ExpressionOf<K>,
  compiling: Compiling<N>,
): TensorCode<N> {
  return TENSORS[kind](node, compiling);
}

const OUTSIDE: Scope = { letters: [], parameters: [] };

/** All that is compiled of the same declarations in the same arithmetic. */
class Compiler<N> {
  readonly #arithmetic: Arithmetic<N>;
  readonly #declarations: Declarations;
  readonly #programs = new WeakMap<Expression, TensorCode<N>>();
  readonly #definitions = new Map<string, CompiledDefinition<N> | undefined>();

  constructor(arithmetic: Arithmetic<N>, declarations: Declarations) {
    this.#arithmetic = arithmetic;
    this.#declarations = declarations;
  }

  program(expression: Expression): TensorCode<N> {
    const known = this.#programs.get(expression);
    if (known !== undefined) return known;
    const made = this.#in(OUTSIDE).tensor(expression);
    this.#programs.set(expression, made);
    return made;
  }

  #in(scope: Scope): Compiling<N> {
    const compiling: Compiling<N> = {
      arithmetic: this.#arithmetic,
      declarations: this.#declarations,
      scope,
      within: (letter) => this.#in({ ...scope, letters: [...scope.letters, letter] }),
      number: (expression) => applyNumber(expression.kind, expression, compiling),
      tensor: (expression) => tensorCode(expression, compiling),
      definition: (name) => this.definition(name),
      declaredFunction: (name) => declaredFunction(name, this.#declarations),
    };
    return compiling;
  }

  /** Of a quantity the parameters are letters, of a function they are numbers. */
  definition(name: string): CompiledDefinition<N> | undefined {
    const known = this.#definitions.get(name);
    if (known !== undefined) return known;
    const outcome = definitionOf(name, this.#declarations);
    if (outcome === undefined) return undefined;
    if (!outcome.ok) throw new Error(outcome.error.message);
    const { parameters, body } = outcome.value;
    const isFunction = this.#declarations.symbols.get(name)?.kind === 'function';
    const scope = isFunction
      ? { letters: [], parameters }
      : { letters: parameters, parameters: [] };
    const made = { parameters, body: this.#in(scope).tensor(body.expression) };
    this.#definitions.set(name, made);
    return made;
  }
}

function tensorCode<N>(expression: Expression, compiling: Compiling<N>): TensorCode<N> {
  if (shapeOf(expression).length > 0 && isWhole(expression)) {
    return applyTensor(expression.kind, expression, compiling);
  }
  const number = compiling.number(expression);
  return (frame) => ({ dims: [], data: [number(frame)] });
}

function isWhole(expression: Expression): expression is ExpressionOf<WholeKind> {
  return expression.kind in TENSORS;
}

function declaredFunction(name: string, declarations: Declarations): AnyFunction | undefined {
  const declared = declarations.symbols.get(name);
  if (declared?.kind !== 'function') return undefined;
  if (declared.definition === undefined) return smoothFunction(name, declared.arity);
  return (place, values) => {
    const { arithmetic } = place;
    const definition = compilerFor(declarations, arithmetic).definition(name);
    const value = definition?.body({ place, letters: [], arguments: values }).data[0];
    return value ?? arithmetic.of(NaN);
  };
}

const compilers = new WeakMap<Declarations, WeakMap<object, unknown>>();

export function compilerFor<N>(declarations: Declarations, arithmetic: Arithmetic<N>): Compiler<N> {
  const ofDeclarations = compilers.get(declarations) ?? new WeakMap<object, unknown>();
  compilers.set(declarations, ofDeclarations);
  // under an arithmetic only its own compiler is kept
  const known = ofDeclarations.get(arithmetic) as Compiler<N> | undefined;
  const compiler = known ?? new Compiler(arithmetic, declarations);
  ofDeclarations.set(arithmetic, compiler);
  return compiler;
}
