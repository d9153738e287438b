/** Slips in sums, products, quotients, powers and signs. */

import { type Declarations } from '../declarations.ts';
import { type Expression, type ExpressionOf, type Joint } from '../expression.ts';
import {
  absolute,
  negated,
  numberOf,
  productOf,
  quotientOf,
  replaced,
  sumOf,
  times,
} from './build.ts';
import { type Mutation, type Scene, mayHaveSizes } from './mutation.ts';
import { type SlipName } from './slips.ts';

export function* signSlips({ of }: ExpressionOf<'negate'>): Generator<Mutation> {
  yield { slip: 'lost-sign', expression: of };
}

export function* sumSlips(
  { terms }: ExpressionOf<'sum'>,
  { declarations }: Scene,
): Generator<Mutation> {
  for (const [place, term] of terms.entries()) {
    const flipped = replaced(terms, place, negated(term));
    yield { slip: 'sign-of-a-term', expression: sumOf(flipped) };
  }
  for (const place of terms.keys()) {
    yield { slip: 'missing-term', expression: sumOf(replaced(terms, place)) };
  }
  const joints = terms.slice(1).map((): Joint => 'beside');
  yield { slip: 'product-for-sum', expression: productOf(terms, joints) };
  yield { slip: 'absolute-value-extra', expression: absolute(sumOf(terms)) };
  yield* squareSlips(terms, declarations);
}

/** `(1 - h)^2` for `1 - h^2`, and `h` itself, of which that is the derivative if it is a tanh. */
function* squareSlips(
  [one, other, ...more]: readonly Expression[],
  declarations: Declarations,
): Generator<Mutation> {
  const power = other?.kind === 'negate' ? other.of : other;
  if (one === undefined || power?.kind !== 'power' || more.length > 0) return;
  const { base, exponent } = power;
  const inner = other?.kind === 'negate' ? negated(base) : base;
  yield {
    slip: 'wrong-exponent',
    expression: { kind: 'power', base: sumOf([one, inner]), exponent },
  };
  const isDerivative = other?.kind === 'negate' && isNumber(one, '1') && isNumber(exponent, '2');
  if (isDerivative && isTanh(base, declarations)) {
    yield { slip: 'prime-lost', expression: base };
  }
}

function isTanh(expression: Expression, declarations: Declarations): boolean {
  if (expression.kind === 'call') return expression.name === 'tanh' && expression.primes === 0;
  const declared =
    expression.kind === 'symbol' ? declarations.symbols.get(expression.name) : undefined;
  const definition = declared?.kind === 'quantity' ? declared.definition : undefined;
  return definition !== undefined && isTanh(definition.body, declarations);
}

function isNumber(expression: Expression, digits: string): boolean {
  return expression.kind === 'number' && expression.digits === digits;
}

export function* productSlips(product: ExpressionOf<'product'>, scene: Scene): Generator<Mutation> {
  const { factors, joints } = product;
  for (const [place, factor] of factors.entries()) {
    yield { slip: lossOf(factor), expression: withoutFactor(product, place) };
  }
  for (const [place, factor] of factors.entries()) {
    if (factor.kind === 'number') continue;
    const twice = replaced(factors, place, factor, factor);
    const joined = [...joints.slice(0, place), 'beside' as const, ...joints.slice(place)];
    yield { slip: 'repeated-factor', expression: productOf(twice, joined) };
  }
  yield { slip: 'sum-for-product', expression: sumOf(factors) };
  yield* bracketSlips(product);
  yield* orderSlips(product, scene);
}

function lossOf(factor: Expression): SlipName {
  if (isNumber(factor, '2')) return 'factor-2-lost';
  const isSign = factor.kind === 'call' && factor.name === 'sign';
  return isSign ? 'sign-function-lost' : 'missing-factor';
}

/** `a b + c` for `a (b + c)`. */
function* bracketSlips({ factors, joints }: ExpressionOf<'product'>): Generator<Mutation> {
  for (const [place, factor] of factors.entries()) {
    if (factor.kind !== 'sum') continue;
    const [first, ...others] = factor.terms;
    if (first === undefined) continue;
    const product = productOf(replaced(factors, place, first), joints);
    yield { slip: 'brackets-missing', expression: sumOf([product, ...others]) };
  }
}

/** Numbers may stand in any order. */
function* orderSlips(
  { factors, joints }: ExpressionOf<'product'>,
  scene: Scene,
): Generator<Mutation> {
  for (const place of joints.keys()) {
    const [left, right] = factors.slice(place, place + 2);
    if (left === undefined || right === undefined) return;
    if (!mayHaveSizes(left, scene) || !mayHaveSizes(right, scene)) continue;
    const swapped = [...factors.slice(0, place), right, left, ...factors.slice(place + 2)];
    yield { slip: 'order-of-factors', expression: productOf(swapped, joints) };
  }
}

function withoutFactor({ factors, joints }: ExpressionOf<'product'>, place: number): Expression {
  return productOf(replaced(factors, place), replaced(joints, Math.max(0, place - 1)));
}

export function* quotientSlips(quotient: ExpressionOf<'quotient'>): Generator<Mutation> {
  const { numerator, denominator } = quotient;
  yield { slip: 'upside-down', expression: quotientOf(denominator, numerator) };
  yield { slip: 'product-for-quotient', expression: times(numerator, denominator) };
  yield { slip: 'missing-factor', expression: numerator };
  yield { slip: 'missing-factor', expression: quotientOf(numberOf(1), denominator) };
}

export function* powerSlips(power: ExpressionOf<'power'>): Generator<Mutation> {
  const { base, exponent } = power;
  if (base.kind === 'constant') {
    yield { slip: 'sign-in-an-argument', expression: { ...power, exponent: negated(exponent) } };
    yield { slip: 'function-lost', expression: exponent };
    return;
  }
  yield { slip: 'wrong-exponent', expression: base };
  yield { slip: 'upside-down', expression: { ...power, exponent: negated(exponent) } };
  for (const step of [1, -1]) {
    const other: Expression = { kind: 'sum', terms: [exponent, numberOf(step)] };
    yield { slip: 'wrong-exponent', expression: { ...power, exponent: other } };
  }
}

export function* transposeSlips({ of }: ExpressionOf<'transpose'>): Generator<Mutation> {
  yield { slip: 'transposed', expression: of };
}

export function* normSlips(norm: ExpressionOf<'norm'>): Generator<Mutation> {
  const { of, order } = norm;
  if (order === 'frobenius') return;
  yield {
    slip: 'wrong-exponent',
    expression: { kind: 'power', base: norm, exponent: numberOf(2) },
  };
  for (const other of [1, 2]) {
    yield { slip: 'wrong-norm', expression: { kind: 'norm', of, order: numberOf(other) } };
  }
}
