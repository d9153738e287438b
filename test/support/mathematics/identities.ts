/** True identities, as rewriting one place of a tree. Each holds wherever its left side has a value, ties apart. */

import { type Expression } from '../../../src/core/math/expression.ts';
import { nodesOf, rewrite } from '../../../src/core/math/parts.ts';
import {
  add,
  call,
  div,
  fold,
  idx,
  joined,
  mul,
  neg,
  norm,
  num,
  pow,
  sym,
  transposed,
  when,
} from '../expressions.ts';
import { argumentsOf, isA, type Place } from './places.ts';

/** Undefined where the identity does not apply. */
export type Rewriting = (place: Place) => Expression | undefined;

const e: Expression = { kind: 'constant', name: 'e' };

const a = sym('a');
const p = sym('p');

/** Of scalars only. */
const scalar =
  (rewriting: (node: Expression) => Expression | undefined): Rewriting =>
  ({ node, rank }) =>
    rank === 0 ? rewriting(node) : undefined;

/** f(u) = … for one function of one argument; component by component for vectors too, unless it takes scalars. */
const of = (name: string, rewriting: (u: Expression) => Expression): Rewriting =>
  scalar((node) => {
    const [u] = argumentsOf(node, name) ?? [];
    return u && rewriting(u);
  });

const both = (name: string, rewriting: (u: Expression, v: Expression) => Expression): Rewriting =>
  scalar((node) => {
    const [u, v] = argumentsOf(node, name) ?? [];
    return u && v && rewriting(u, v);
  });

/** A scalar product of factors that are scalars themselves: none is a transposed vector or a matrix. */
function plainFactors(node: Expression): readonly Expression[] | undefined {
  if (!isA(node, 'product') || node.factors.some(({ kind }) => kind === 'transpose'))
    return undefined;
  return node.factors;
}

const terms = (node: Expression): readonly Expression[] | undefined =>
  isA(node, 'sum') ? node.terms : undefined;

const ARITHMETIC: Readonly<Record<string, Rewriting>> = {
  'terms commute': ({ node }) => {
    const given = terms(node);
    return given && add(...given.toReversed());
  },
  'terms associate': ({ node }) => {
    const [first, ...rest] = terms(node) ?? [];
    return first && rest.length > 1 ? add(first, add(...rest)) : undefined;
  },
  'factors commute': scalar((node) => {
    const given = plainFactors(node);
    return given && mul(...given.toReversed());
  }),
  'a factor is distributed': scalar((node) => {
    const [first, last] = plainFactors(node) ?? [];
    const inside = last && terms(last);
    return first && inside && add(...inside.map((term) => mul(first, term)));
  }),
  'a sign is distributed': ({ node }) => {
    const inside = isA(node, 'negate') ? terms(node.of) : undefined;
    return inside && add(...inside.map(neg));
  },
  'minus is times −1': ({ node }) => (isA(node, 'negate') ? mul(neg(num(1)), node.of) : undefined),
  'a − b = −(b − a)': ({ node }) => {
    const given = terms(node);
    return given && neg(add(...given.map(neg)));
  },
  'a fraction is a product': scalar((node) =>
    isA(node, 'quotient')
      ? joined('dot', node.numerator, pow(node.denominator, neg(num(1))))
      : undefined,
  ),
  'a fraction is taken apart': scalar((node) =>
    isA(node, 'quotient') ? mul(div(num(1), node.denominator), node.numerator) : undefined,
  ),
  'a square is a product': scalar((node) =>
    isA(node, 'power') && isA(node.exponent, 'number') && node.exponent.digits === '2'
      ? mul(node.base, node.base)
      : undefined,
  ),
  'added and subtracted': scalar((node) => add(node, a, neg(a))),
  'multiplied and divided': scalar((node) => div(mul(p, node), p)),
  'times sin² + cos²': scalar((node) =>
    mul(node, add(pow(call('sin', a), num(2)), pow(call('cos', a), num(2)))),
  ),
};

/** Zero on more than single points: sign(u) has a value there, u/|u| has none. */
function mayRestAtZero(u: Expression): boolean {
  const flat = ['relu', 'sign', 'max', 'min'];
  return [...nodesOf(u)].some(
    (node) =>
      ['indicator', 'cases', 'fold', 'negate'].includes(node.kind) ||
      (node.kind === 'call' && flat.includes(node.name)),
  );
}

const FUNCTIONS: Readonly<Record<string, Rewriting>> = {
  'exp as a power': of('exp', (u) => pow(e, u)),
  'exp of a sum': scalar((node) => {
    const [u] = argumentsOf(node, 'exp') ?? [];
    const given = u && terms(u);
    return given && mul(...given.map((term) => call('exp', term)));
  }),
  'exp of a negative': of('exp', (u) => div(num(1), call('exp', neg(u)))),
  'tanh by exp': of('tanh', (u) =>
    div(add(call('exp', u), neg(call('exp', neg(u)))), add(call('exp', u), call('exp', neg(u)))),
  ),
  'tanh by sigmoid': of('tanh', (u) =>
    add(mul(num(2), call('sigmoid', mul(num(2), u))), neg(num(1))),
  ),
  'sigmoid by exp': of('sigmoid', (u) => div(num(1), add(num(1), pow(e, neg(u))))),
  'sigmoid by tanh': of('sigmoid', (u) => div(add(num(1), call('tanh', div(u, num(2)))), num(2))),
  'softplus by log': of('softplus', (u) => call('log', add(num(1), pow(e, u)))),
  'relu by max': of('relu', (u) => call('max', num(0), u)),
  'relu by abs': of('relu', (u) => div(add(u, call('abs', u)), num(2))),
  'relu by cases': of('relu', (u) => ({
    kind: 'cases',
    branches: [{ value: u, when: when(u, '>', num(0)) }],
    otherwise: num(0),
  })),
  'relu by indicator': of('relu', (u) =>
    mul(u, { kind: 'indicator', condition: when(u, '>', num(0)) }),
  ),
  'abs by sign': of('abs', (u) => mul(u, call('sign', u))),
  'abs by max': of('abs', (u) => call('max', u, neg(u))),
  'abs by root': of('abs', (u) => call('sqrt', pow(u, num(2)))),
  'sign by abs': scalar((node) => {
    const [u] = argumentsOf(node, 'sign') ?? [];
    return u && !mayRestAtZero(u) ? div(u, call('abs', u)) : undefined;
  }),
  'sign is odd': of('sign', (u) => neg(call('sign', neg(u)))),
  'max by abs': both('max', (u, v) => div(add(u, v, call('abs', add(u, neg(v)))), num(2))),
  'max by relu': both('max', (u, v) => add(u, call('relu', add(v, neg(u))))),
  'min by max': both('min', (u, v) => neg(call('max', neg(u), neg(v)))),
  'sin of a shifted angle': of('sin', (u) =>
    call('cos', add(u, neg(div({ kind: 'constant', name: 'pi' }, num(2))))),
  ),
  'cos by half the angle': of('cos', (u) =>
    add(num(1), neg(mul(num(2), pow(call('sin', div(u, num(2))), num(2))))),
  ),
  'root as a power': of('sqrt', (u) => pow(u, num('0.5'))),
  'log of a square root': of('log', (u) => mul(num(2), call('log', call('sqrt', u)))),
  'log of a product': of('log', (u) => add(call('log', mul(p, u)), neg(call('log', p)))),
  'derivative of tanh': ({ node }) =>
    isA(node, 'call') && node.name === 'tanh' && node.primes === 1 && node.arguments[0]
      ? add(num(1), neg(pow(call('tanh', node.arguments[0]), num(2))))
      : undefined,
  'derivative of sigmoid': ({ node }) => {
    if (!isA(node, 'call') || node.name !== 'sigmoid' || node.primes !== 1) return undefined;
    const value = call('sigmoid', ...node.arguments);
    return mul(value, add(num(1), neg(value)));
  },
};

/** A letter that nothing in the tree uses: a relabelled index must not meet another. */
function freshLetter(tree: Expression): string {
  const used = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (isA(node, 'index')) used.add(node.name);
    if (isA(node, 'fold')) node.ranges.forEach(({ index }) => used.add(index));
  }
  return ['m', 'n', 'r', 's', 'u'].find((letter) => !used.has(letter)) ?? 'z';
}

/** The body with one index letter for another. */
function relabelled(body: Expression, from: string, to: string): Expression {
  return rewrite(body, (node) => (isA(node, 'index') && node.name === from ? idx(to) : node));
}

/** Implied limits are written out in checked trees: the range is kept as it is. */
const overFold =
  (rewriting: (node: Extract<Expression, { kind: 'fold' }>) => Expression | undefined): Rewriting =>
  ({ node }) =>
    isA(node, 'fold') ? rewriting(node) : undefined;

const FOLDS: Readonly<Record<string, Rewriting>> = {
  'a relabelled index': overFold((node) => {
    const [{ index, ...limits }] = node.ranges;
    const letter = freshLetter(node);
    const body = relabelled(node.body, index, letter);
    return { ...node, ranges: [{ ...limits, index: letter }], body };
  }),
  'a split sum': overFold((node) => {
    const half = div(node.body, num(2));
    const part = { ...node, body: half };
    return node.operation === 'sum' ? add(part, part) : undefined;
  }),
  'a factor before the sum': overFold((node) => {
    const part = { ...node, body: mul(div(num(1), p), node.body) };
    return node.operation === 'sum' ? mul(p, part) : undefined;
  }),
  'a shifted index': overFold((node) => {
    const [{ index, from, to }] = node.ranges;
    if (from === undefined || to === undefined) return undefined;
    const shifted = rewrite(node.body, (part) =>
      isA(part, 'index') && part.name === index ? add(idx(index), neg(num(1))) : part,
    );
    const range = { index, from: add(from, num(1)), to: add(to, num(1)) };
    return fold(node.operation, range, shifted);
  }),
  'max by min': overFold((node) =>
    node.operation === 'max' ? neg({ ...node, operation: 'min', body: neg(node.body) }) : undefined,
  ),
};

const VECTORS: Readonly<Record<string, Rewriting>> = {
  'transposed twice': ({ node, rank }) => (rank === 1 ? transposed(transposed(node)) : undefined),
  'an inner product turned round': ({ node }) =>
    isA(node, 'inner') ? { kind: 'inner', left: node.right, right: node.left } : undefined,
  'an inner product by transposing': ({ node }) =>
    isA(node, 'inner') ? mul(transposed(node.left), node.right) : undefined,
  'a norm by an inner product': ({ node }) =>
    isA(node, 'norm') && isTwo(node.order)
      ? call('sqrt', { kind: 'inner', left: node.of, right: node.of })
      : undefined,
  'a 1-norm by a sum': ({ node }) => {
    if (!isA(node, 'norm') || isTwo(node.order)) return undefined;
    const m = freshLetter(node);
    return fold('sum', m, call('abs', { kind: 'component', of: node.of, indices: [idx(m)] }));
  },
  'a norm of the opposite': ({ node }) =>
    isA(node, 'norm') && node.order !== undefined && node.order !== 'frobenius'
      ? norm(neg(node.of), node.order)
      : undefined,
  'a component of a sum': ({ node }) => {
    const inside = isA(node, 'component') ? terms(node.of) : undefined;
    return isA(node, 'component') && inside
      ? add(...inside.map((term): Expression => ({ ...node, of: term })))
      : undefined;
  },
  'a matrix times a sum': ({ node }) => {
    const [matrix, vector] = isA(node, 'product') ? node.factors : [];
    if (vector === undefined || matrix?.kind !== 'symbol' || matrix.name !== 'C') return undefined;
    return add(mul(matrix, mul(num('0.5'), vector)), mul(div(num(1), num(2)), node));
  },
};

function isTwo(order: Expression | 'frobenius' | undefined): boolean {
  return typeof order === 'object' && isA(order, 'number') && order.digits === '2';
}

export const IDENTITIES: Readonly<Record<string, Rewriting>> = {
  ...ARITHMETIC,
  ...FUNCTIONS,
  ...FOLDS,
  ...VECTORS,
};
