/** Random mathematics over a fixed set of names: scalars of several domains, vectors, a matrix, folds, cases, kinks. */

import fc from 'fast-check';
import { type Expression } from '../../../src/core/math/expression.ts';
import {
  add,
  call,
  declarationsOf,
  div,
  fold,
  idx,
  joined,
  mul,
  neg,
  norm,
  num,
  pow,
  primed,
  quantity,
  size,
  sizeOf,
  sym,
  transposed,
  when,
} from '../expressions.ts';

type Tree = fc.Arbitrary<Expression>;

export const DECLARATIONS = declarationsOf([
  quantity('a'),
  quantity('b'),
  quantity('p', [], { domain: 'positive' }),
  quantity('q', [], { domain: { low: 0, high: 1, open: true } }),
  quantity('t', [], { domain: 'signs' }),
  quantity('x', ['d']),
  quantity('v', ['d']),
  quantity('w', ['h']),
  quantity('C', ['d', 'h']),
  { kind: 'index', name: 'i', latex: 'i', over: size('d') },
]);

/** Letters that stand for a component here, and what they run over. */
type Letters = readonly { readonly letter: string; readonly over: 'd' | 'h' }[];

const FREE: Letters = [{ letter: 'i', over: 'd' }];

/** Numbers, and vectors of size d. */
export function expressions(depth: number): Tree {
  return fc.oneof(
    { weight: 5, arbitrary: scalars(depth) },
    { weight: 1, arbitrary: vectors(depth - 1, FREE) },
  );
}

/** @param depth operations above the leaves, at most */
function scalars(depth: number, letters: Letters = FREE): Tree {
  if (depth <= 0) return leaves(letters);
  const inner = remembered(depth - 1, letters);
  const lower = remembered(depth - 2, letters);
  return fc.oneof(
    { weight: 2, arbitrary: leaves(letters) },
    { weight: 6, arbitrary: arithmetic(inner, lower) },
    { weight: 4, arbitrary: calls(inner, positives(depth - 1, letters)) },
    { weight: 2, arbitrary: distinctions(inner, lower) },
    { weight: 3, arbitrary: folds(depth, letters) },
    { weight: 3, arbitrary: wholes(depth, letters) },
  );
}

/** The same depth and letters ask for the same arbitrary, so that building one stays cheap. */
const known = new Map<string, Tree>();

function remembered(depth: number, letters: Letters): Tree {
  const key = `${depth} ${letters.map(({ letter, over }) => letter + over).join(' ')}`;
  const tree = known.get(key) ?? scalars(depth, letters);
  known.set(key, tree);
  return tree;
}

function leaves(letters: Letters): Tree {
  return fc.oneof(
    fc.constantFrom(...['a', 'b', 'p', 'q', 't'].map((name) => sym(name))),
    fc.constantFrom(...['1', '2', '3', '0.5', '10'].map(num)),
    components(letters),
  );
}

function components(letters: Letters): Tree {
  const rows = letters.filter(({ over }) => over === 'd').map(({ letter }) => idx(letter));
  const columns = letters.filter(({ over }) => over === 'h').map(({ letter }) => idx(letter));
  const all = [
    ...rows.flatMap((row) => [sym('x', row), sym('v', row)]),
    ...columns.map((column) => sym('w', column)),
    ...rows.flatMap((row) => columns.map((column) => sym('C', row, column))),
  ];
  return fc.constantFrom(...all);
}

function arithmetic(inner: Tree, lower: Tree): Tree {
  return fc.oneof(
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((terms) => add(...terms)),
    fc.tuple(inner, inner).map(([one, other]) => add(one, neg(other))),
    fc.tuple(inner, inner).map(([one, other]) => mul(one, other)),
    fc.tuple(inner, inner).map(([one, other]) => joined('dot', one, other)),
    fc.tuple(inner, lower).map(([one, other]) => div(one, add(num(1), pow(other, num(2))))),
    fc.tuple(inner, lower).map(([one, other]) => div(one, other)),
    inner.map(neg),
    fc.tuple(lower, fc.constantFrom('2', '3')).map(([base, digits]) => pow(base, num(digits))),
  );
}

const TAME = [
  'abs',
  'sign',
  'tanh',
  'sigmoid',
  'relu',
  'softplus',
  'sin',
  'cos',
  'arctan',
] as const;

function calls(inner: Tree, positive: Tree): Tree {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...TAME), inner).map(([name, of]) => call(name, of)),
    },
    fc.tuple(fc.constantFrom('max', 'min'), inner, inner).map(([name, ...of]) => call(name, ...of)),
    inner.map((of) => call('exp', neg(call('abs', of)))),
    fc
      .tuple(inner, inner)
      .map(([one, other]) => call('exp', add(call('tanh', one), neg(call('softplus', other))))),
    fc.tuple(fc.constantFrom('log', 'sqrt'), positive).map(([name, of]) => call(name, of)),
    fc
      .tuple(fc.constantFrom('tanh', 'sigmoid', 'exp'), inner)
      .map(([name, of]) => primed(name, 1, call('sin', of))),
  );
}

function positives(depth: number, letters: Letters): Tree {
  const inner = remembered(Math.max(0, depth - 1), letters);
  return fc.oneof(
    fc.constantFrom(sym('p'), sym('q'), mul(sym('p'), sym('q')), num(2)),
    inner.map((of) => add(num(1), pow(of, num(2)))),
    inner.map((of) => add(sym('p'), call('abs', of))),
    inner.map((of) => call('softplus', of)),
  );
}

function distinctions(inner: Tree, lower: Tree): Tree {
  return fc.oneof(
    lower.map((of): Expression => ({ kind: 'indicator', condition: when(of, '>', num(0)) })),
    fc.tuple(lower, inner, lower).map(([of, value, otherwise]): Expression => ({
      kind: 'cases',
      branches: [{ value, when: when(of, '>=', num(0)) }],
      otherwise,
    })),
  );
}

const FRESH = ['j', 'k', 'l'] as const;

function folds(depth: number, letters: Letters): Tree {
  const letter = FRESH[letters.length - 1];
  if (letter === undefined) return leaves(letters);
  return fc.oneof(
    ...(['d', 'h'] as const).flatMap((over) => {
      const within = [...letters, { letter, over }];
      // what runs has to occur, or the range would say nothing
      const body = fc
        .tuple(components([{ letter, over }]), remembered(depth - 2, within))
        .map(([running, rest]) => mul(running, rest));
      const range = { index: letter, from: num(1), to: sizeOf(over) };
      return [
        body.map((of) => fold('sum', letter, of)),
        body.map((of) => fold('sum', range, of)),
        body.map((of) => fold('max', letter, of)),
      ];
    }),
  );
}

function wholes(depth: number, letters: Letters): Tree {
  const vector = vectors(Math.max(0, depth - 1), letters);
  const rows = letters.filter(({ over }) => over === 'd').map(({ letter }) => idx(letter));
  return fc.oneof(
    fc.tuple(vector, vector).map(([left, right]) => mul(transposed(left), right)),
    // of a symbol it would be a symbol with an index
    fc
      .tuple(
        vector.filter(({ kind }) => kind !== 'symbol'),
        fc.constantFrom(...rows),
      )
      .map(([of, row]): Expression => ({ kind: 'component', of, indices: [row] })),
    vector.map((of) => pow(norm(of, num(2)), num(2))),
    fc.tuple(vector, fc.constantFrom('1', '2')).map(([of, order]) => norm(of, num(order))),
    fc.tuple(vector, vector).map(([left, right]): Expression => ({ kind: 'inner', left, right })),
  );
}

/** Of size d. */
function vectors(depth: number, letters: Letters): Tree {
  const leaf = fc.constantFrom(
    sym('x'),
    sym('v'),
    mul(sym('C'), sym('w')),
    mul(sym('C'), mul(transposed(sym('C')), sym('x'))),
    mul(mul(sym('x'), transposed(sym('w'))), sym('w')),
  );
  if (depth <= 0) return leaf;
  const inner = vectors(depth - 1, letters);
  return fc.oneof(
    leaf,
    fc.tuple(inner, inner).map(([one, other]) => add(one, other)),
    fc.tuple(inner, inner).map(([one, other]) => joined('componentwise', one, other)),
    fc.tuple(leaves(letters), inner).map(([factor, of]) => mul(factor, of)),
    fc
      .tuple(fc.constantFrom('tanh', 'softplus', 'relu'), inner)
      .map(([name, of]) => call(name, of)),
    inner.map((of) => add(of, neg(sym('x')))),
  );
}
