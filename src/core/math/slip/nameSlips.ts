/** Slips in names and indices, functions, sums over an index, and cases. */

import { type Declarations } from '../declarations.ts';
import {
  type Condition,
  type Expression,
  type ExpressionOf,
  type Fold,
  type Range,
} from '../expression.ts';
import { treeKey } from '../treeKey.ts';
import { sameShape } from '../shape/sizes.ts';
import { absolute, applied, negated, numberOf, replaced } from './build.ts';
import { type Mutation, type Scene, mayHaveSizes } from './mutation.ts';

export function* symbolSlips(symbol: ExpressionOf<'symbol'>, scene: Scene): Generator<Mutation> {
  const { indices } = symbol;
  for (const [place, written] of indices.entries()) {
    for (const letter of scene.indices) {
      if (treeKey(written) === treeKey(letter)) continue;
      const other = replaced(indices, place, letter);
      yield { slip: 'wrong-index', expression: { ...symbol, indices: other } };
    }
  }
  const [first, second, ...others] = indices;
  if (first !== undefined && second !== undefined) {
    const swapped = { ...symbol, indices: [second, first, ...others] };
    yield { slip: 'wrong-index', expression: swapped };
  }
  for (const name of mistakable(symbol.name, scene)) {
    yield { slip: 'wrong-symbol', expression: { ...symbol, name } };
  }
  yield { slip: 'absolute-value-extra', expression: absolute(symbol) };
  if (mayHaveSizes(symbol, scene)) {
    yield { slip: 'transposed', expression: { kind: 'transpose', of: symbol } };
  }
}

function mistakable(name: string, { declarations, names }: Scene): string[] {
  return [...names].filter((other) => other !== name && sameKind(name, other, declarations));
}

/** Quantities of one shape. */
export function sameKind(one: string, other: string, { symbols }: Declarations): boolean {
  const [left, right] = [symbols.get(one), symbols.get(other)];
  return (
    left?.kind === 'quantity' && right?.kind === 'quantity' && sameShape(left.shape, right.shape)
  );
}

const CONFUSED: Readonly<Record<string, readonly string[]>> = {
  sin: ['cos'],
  cos: ['sin'],
  tanh: ['sigmoid', 'tan'],
  sigmoid: ['tanh', 'softmax'],
  relu: ['sign', 'abs'],
  max: ['min'],
  min: ['max'],
  log: ['log2', 'log10'],
  softmax: ['sigmoid', 'exp'],
  floor: ['ceil'],
  ceil: ['floor'],
};

export function* callSlips(call: ExpressionOf<'call'>): Generator<Mutation> {
  const { name, arguments: given, primes } = call;
  const [argument] = given;
  if (argument === undefined || given.length > 1) {
    yield* otherFunctions(call);
    return;
  }
  if (name === 'sign') {
    yield { slip: 'sign-function-lost', expression: numberOf(1) };
    yield { slip: 'sign-function-lost', expression: argument };
  }
  yield { slip: 'sign-in-an-argument', expression: { ...call, arguments: [negated(argument)] } };
  if (primes > 0) yield { slip: 'prime-lost', expression: { ...call, primes: primes - 1 } };
  const lost = name === 'abs' ? 'absolute-value-lost' : 'function-lost';
  yield { slip: lost, expression: argument };
  yield* otherFunctions(call);
}

function* otherFunctions(call: ExpressionOf<'call'>): Generator<Mutation> {
  for (const name of CONFUSED[call.name] ?? []) {
    yield { slip: 'wrong-function', expression: { ...call, name } };
  }
}

export function* foldSlips(fold: Fold, { indices, declarations }: Scene): Generator<Mutation> {
  const { operation, ranges, body } = fold;
  const [first, ...others] = ranges;
  const [second, ...rest] = others;
  yield {
    slip: 'sum-forgotten',
    expression: second === undefined ? body : { ...fold, ranges: [second, ...rest] },
  };
  for (const range of [...shifted(first), ...upToOthers(first, declarations)]) {
    yield { slip: 'wrong-limits', expression: { ...fold, ranges: [range, ...others] } };
  }
  for (const letter of indices) {
    if (letter.kind !== 'index' || letter.name === first.index) continue;
    const range = { index: letter.name };
    yield { slip: 'wrong-index', expression: { ...fold, ranges: [range, ...others] } };
  }
  if (operation === 'sum') {
    yield { slip: 'product-for-sum', expression: { ...fold, operation: 'product' } };
  }
  if (operation === 'product') {
    yield { slip: 'sum-for-product', expression: { ...fold, operation: 'sum' } };
  }
  if (fold.where !== undefined) {
    yield { slip: 'wrong-limits', expression: { ...fold, where: undefined } };
  }
}

/** From one later, to one earlier or later. */
function shifted({ index, from, to }: Range): Range[] {
  const moved = (limit: Expression, by: number): Expression => ({
    kind: 'sum',
    terms: [limit, numberOf(by)],
  });
  return [
    ...(from === undefined ? [] : [1, -1].map((by) => ({ index, from: moved(from, by), to }))),
    ...(to === undefined ? [] : [-1, 1].map((by) => ({ index, from, to: moved(to, by) }))),
  ];
}

/** Up to another size of the question. */
function upToOthers({ index, from, to }: Range, { sizes }: Declarations): Range[] {
  const others = [...sizes].filter((name) => to?.kind !== 'size' || to.name !== name);
  return others.map((name) => ({ index, from: from ?? numberOf(1), to: { kind: 'size', name } }));
}

export function* casesSlips(cases: ExpressionOf<'cases'>): Generator<Mutation> {
  const { branches, otherwise } = cases;
  const [first, second, ...others] = branches;
  if (first === undefined) return;
  if (second !== undefined) {
    const swapped = [
      { value: second.value, when: first.when },
      { value: first.value, when: second.when },
      ...others,
    ];
    yield { slip: 'cases-swapped', expression: { ...cases, branches: swapped } };
  }
  if (otherwise !== undefined && second === undefined) {
    const swapped = [{ value: otherwise, when: first.when }];
    yield {
      slip: 'cases-swapped',
      expression: { ...cases, branches: swapped, otherwise: first.value },
    };
  }
}

const OPPOSITE = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
} as const;

export function* indicatorSlips({ condition }: ExpressionOf<'indicator'>): Generator<Mutation> {
  if (condition.kind !== 'compare') return;
  const opposite: Condition = { ...condition, comparator: OPPOSITE[condition.comparator] };
  yield { slip: 'cases-swapped', expression: { kind: 'indicator', condition: opposite } };
  yield { slip: 'prime-lost', expression: applied('relu', condition.left) };
  yield { slip: 'wrong-function', expression: applied('sign', condition.left) };
  yield { slip: 'missing-factor', expression: numberOf(1) };
}
