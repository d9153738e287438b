/** Single slips, as rewriting one place of a tree. A slip may be no difference in its place: the trial finds that out. */

import { rewrite } from '../../../src/core/math/parts.ts';
import { add, call, div, idx, mul, neg, num, pow, sym } from '../expressions.ts';
import { type Rewriting } from './identities.ts';
import { isA } from './places.ts';

const INSTEAD: Readonly<Record<string, string>> = {
  tanh: 'sigmoid',
  sigmoid: 'tanh',
  relu: 'abs',
  abs: 'relu',
  sign: 'tanh',
  sin: 'cos',
  cos: 'sin',
  exp: 'softplus',
  softplus: 'relu',
  log: 'sqrt',
  sqrt: 'log',
  max: 'min',
  min: 'max',
  arctan: 'tanh',
};

const OTHER: Readonly<Record<string, string>> = {
  a: 'b',
  b: 'a',
  p: 'q',
  q: 'p',
  x: 'v',
  v: 'x',
  t: 'a',
};

export const MUTATIONS: Readonly<Record<string, Rewriting>> = {
  'a lost sign': ({ node }) => (isA(node, 'negate') ? node.of : undefined),
  'a sign too many': ({ node }) => neg(node),
  'a factor 2': ({ node }) => mul(num(2), node),
  'a dropped term': ({ node }) => {
    if (!isA(node, 'sum')) return undefined;
    const [first, ...rest] = node.terms;
    return rest.length > 1 ? add(...rest) : first;
  },
  'a dropped factor': ({ node, rank }) => {
    const [first, last] = isA(node, 'product') && rank === 0 ? node.factors : [];
    return first?.kind === 'transpose' ? undefined : last;
  },
  'another index': ({ node, letters }) => {
    if (!isA(node, 'symbol')) return undefined;
    const [first, ...rest] = node.indices;
    const other = letters.find((letter) => first && isA(first, 'index') && first.name !== letter);
    return other === undefined ? undefined : sym(node.name, idx(other), ...rest);
  },
  'a first component': ({ node }) =>
    isA(node, 'symbol') && node.indices.length > 0
      ? sym(node.name, ...node.indices.map(() => num(1)))
      : undefined,
  'another function': ({ node }) => {
    const instead = isA(node, 'call') ? INSTEAD[node.name] : undefined;
    return isA(node, 'call') && instead !== undefined ? { ...node, name: instead } : undefined;
  },
  'another symbol': ({ node }) => {
    const other = isA(node, 'symbol') ? OTHER[node.name] : undefined;
    return isA(node, 'symbol') && other !== undefined ? { ...node, name: other } : undefined;
  },
  'another exponent': ({ node }) =>
    isA(node, 'power') ? pow(node.base, add(node.exponent, num(1))) : undefined,
  'a nudged number': ({ node }) =>
    isA(node, 'number') ? num(Number(node.digits) * 1.001) : undefined,
  'a nudged value': ({ node, rank }) => (rank === 0 ? add(node, num('0.0001')) : undefined),
  'a fraction upside down': ({ node }) =>
    isA(node, 'quotient') ? div(node.denominator, node.numerator) : undefined,
  'a product for a sum': ({ node }) =>
    isA(node, 'fold') && node.operation === 'sum' ? { ...node, operation: 'product' } : undefined,
  'a sum cut short': ({ node }) => {
    const [range] = isA(node, 'fold') ? node.ranges : [];
    return isA(node, 'fold') && range?.to
      ? { ...node, ranges: [{ ...range, to: add(range.to, neg(num(1))) }] }
      : undefined;
  },
  'a forgotten abs': ({ node }) =>
    isA(node, 'call') && node.name === 'abs' && node.primes === 0 ? node.arguments[0] : undefined,
  'a forgotten sum': ({ node, letters }) => {
    const [letter] = letters;
    const [range] = isA(node, 'fold') ? node.ranges : [];
    if (!isA(node, 'fold') || letter === undefined || range === undefined) return undefined;
    return rewrite(node.body, (part) =>
      isA(part, 'index') && part.name === range.index ? idx(letter) : part,
    );
  },
  'a sign for a value': ({ node, rank }) =>
    rank === 0 && isA(node, 'negate') ? neg(call('abs', node.of)) : undefined,
};
