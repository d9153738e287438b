import { describe, expect, it } from 'vitest';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { latexOf, latexOfStatement } from '../../../../src/core/math/show/latexOf.ts';
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
  sizeOf,
  sym,
  transposed,
  when,
} from '../../../support/expressions.ts';

const GRADIENT = '∂y/∂x';
const names = declarationsOf([
  quantity('a'),
  quantity('b'),
  quantity('h_2'),
  quantity('y', ['d']),
  quantity('x', ['d']),
  quantity('W^{(1)}', ['d', 'h']),
  quantity('m_{\\text{max}}', ['d']),
  quantity(GRADIENT, ['d', 'd'], { latex: '\\frac{\\partial y}{\\partial x}' }),
]);

const a = sym('a');
const b = sym('b');
const x = sym('x');
const i = idx('i');
const j = idx('j');

const show = (expression: Expression): string => latexOf(expression, names);

type Row = readonly [latex: string, expression: Expression];

describe('showing mathematics', () => {
  it.each<Row>([
    ['a + b - a', add(a, b, neg(a))],
    ['-a + b', add(neg(a), b)],
    ['a - \\left(b - a\\right)', add(a, neg(add(b, neg(a))))],
    ['a - \\left(-b\\right)', add(a, neg(neg(b)))],
    ['\\left(a + b\\right) + a', add(add(a, b), a)],
    ['a + \\left(-\\left(a + b\\right) + b\\right)', add(a, add(neg(add(a, b)), b))],
    ['-a b', neg(mul(a, b))],
    ['\\left(-a\\right) b', mul(neg(a), b)],
    ['a \\left(-b\\right)', mul(a, neg(b))],
    ['\\left(a b\\right) \\cdot a', joined('dot', mul(a, b), a)],
    ['a * b', joined('star', a, b)],
    ['a \\times b', joined('cross', a, b)],
    ['x \\odot x', joined('componentwise', x, x)],
    ['2 a', mul(num(2), a)],
    ['a \\left(2\\right)', mul(a, num(2))],
    ['a \\left(2^{b}\\right)', mul(a, pow(num(2), b))],
    ['a \\cdot 2', joined('dot', a, num(2))],
    ['\\frac{a + b}{-b}', div(add(a, b), neg(b))],
  ])('sets brackets where sums and products need them: %s', (latex, expression) => {
    expect(show(expression)).toBe(latex);
  });

  it.each<Row>([
    ['a^{b + 1}', pow(a, add(b, num(1)))],
    ['\\left(a + b\\right)^{2}', pow(add(a, b), num(2))],
    ['\\left(-a\\right)^{2}', pow(neg(a), num(2))],
    ['\\left(a^{b}\\right)^{2}', pow(pow(a, b), num(2))],
    ['a^{b^{2}}', pow(a, pow(b, num(2)))],
    ['\\left(\\frac{a}{b}\\right)^{2}', pow(div(a, b), num(2))],
    ['h_2^{2}', pow(sym('h_2'), num(2))],
    ['x_{i}^{2}', pow(sym('x', i), num(2))],
    ['\\left(W^{(1)}\\right)^{\\top}', transposed(sym('W^{(1)}'))],
    ['\\left(x^{\\top}\\right)^{2}', pow(transposed(x), num(2))],
    ['\\tanh^{2}\\left(a\\right)', pow(call('tanh', a), num(2))],
    ['\\left(\\tanh\\left(a\\right)\\right)^{-1}', pow(call('tanh', a), neg(num(1)))],
    ['\\left(\\exp\\left(a\\right)\\right)^{2}', pow(call('exp', a), num(2))],
    ['\\left|a\\right|^{2}', pow(call('abs', a), num(2))],
    ['\\left\\|x\\right\\|_{2}^{2}', pow(norm(x, num(2)), num(2))],
    ['\\left\\|x\\right\\|_{F}', norm(x, 'frobenius')],
    ['x^{\\odot 2}', { kind: 'power', base: x, exponent: num(2), componentwise: true }],
  ])('puts exponents where they belong: %s', (latex, expression) => {
    expect(show(expression)).toBe(latex);
  });

  it.each<Row>([
    ['x_{1}', sym('x', num(1))],
    ['W^{(1)}_{i j}', sym('W^{(1)}', i, j)],
    ['W^{(1)}_{i, 2}', sym('W^{(1)}', i, num(2))],
    ['m_{\\text{max},i}', sym('m_{\\text{max}}', i)],
    ['x_{i + 1}', sym('x', add(i, num(1)))],
    ['\\frac{\\partial y}{\\partial x}', sym(GRADIENT)],
    ['\\frac{\\partial y_{i}}{\\partial x_{j}}', sym(GRADIENT, i, j)],
    ['\\left(\\frac{\\partial y}{\\partial x}\\right)^{2}', pow(sym(GRADIENT), num(2))],
    ['\\left(a x\\right)_{i}', { kind: 'component', of: mul(a, x), indices: [i] }],
    ['d', sizeOf('d')],
  ])('gives names their indices: %s', (latex, expression) => {
    expect(show(expression)).toBe(latex);
  });

  it.each<Row>([
    ['\\sum_{j} \\left(a + b\\right)', fold('sum', 'j', add(a, b))],
    ['\\sum_{i} \\left(\\sum_{j} a\\right)', fold('sum', 'i', fold('sum', 'j', a))],
    ['\\sum_{i} \\max_{j} a', fold('sum', 'i', fold('max', 'j', a))],
    ['\\left(\\sum_{j} a\\right) b', mul(fold('sum', 'j', a), b)],
    ['b \\sum_{j} a b', mul(b, fold('sum', 'j', mul(a, b)))],
    ['\\sum_{j} a + b', add(fold('sum', 'j', a), b)],
    ['\\prod_{j=1}^{d} a', fold('product', { index: 'j', from: num(1), to: sizeOf('d') }, a)],
    ['\\max_{j \\neq i} a', fold('max', 'j', a, when(j, '!=', i))],
    [
      '\\sum_{j=1, j \\neq i}^{d} a',
      fold('sum', { index: 'j', from: num(1), to: sizeOf('d') }, a, when(j, '!=', i)),
    ],
    [
      '\\sum_{i, j} a',
      { kind: 'fold', operation: 'sum', ranges: [{ index: 'i' }, { index: 'j' }], body: a },
    ],
  ])('lets a fold reach to the end of its term: %s', (latex, expression) => {
    expect(show(expression)).toBe(latex);
  });

  it.each<Row>([
    ['\\max\\left(0, a\\right)', call('max', num(0), a)],
    ["\\tanh'\\left(a\\right)", primed('tanh', 1, a)],
    ["\\operatorname{abs}'\\left(a\\right)", primed('abs', 1, a)],
    ['\\sqrt{a}', call('sqrt', a)],
    ['\\sigma\\left(a\\right)', call('sigmoid', a)],
    ['\\log_{2}\\left(a\\right)', call('log2', a)],
    ['\\left(a\\right)!', call('factorial', a)],
    ['\\mathbf{1}_{a > 0}', { kind: 'indicator', condition: when(a, '>', num(0)) }],
    [
      '\\begin{cases}a & \\text{if } a \\ge 0 \\\\ -a & \\text{otherwise}\\end{cases}',
      {
        kind: 'cases',
        branches: [{ value: a, when: when(a, '>=', num(0)) }],
        otherwise: neg(a),
      },
    ],
    [
      '\\begin{pmatrix}a & b \\\\ 1 & 2\\end{pmatrix}',
      {
        kind: 'matrix',
        rows: [
          [a, b],
          [num(1), num(2)],
        ],
      },
    ],
    ['\\left\\langle a, b\\right\\rangle', { kind: 'inner', left: a, right: b }],
  ])('writes functions, conditions and tables: %s', (latex, expression) => {
    expect(show(expression)).toBe(latex);
  });

  it('says sigmoid where σ is a number', () => {
    const taken = declarationsOf([quantity('\\sigma')]);
    expect(latexOf(call('sigmoid', sym('\\sigma')), taken)).toBe(
      '\\operatorname{sigmoid}\\left(\\sigma\\right)',
    );
  });

  it('says numbers otherwise whose letters are taken', () => {
    const taken = declarationsOf([quantity('e'), quantity('\\pi')]);
    expect(latexOf({ kind: 'constant', name: 'e' }, taken)).toBe('\\exp\\left(1\\right)');
    expect(latexOf({ kind: 'constant', name: 'pi' }, taken)).toBe('\\arccos\\left(-1\\right)');
  });

  it('keeps the decimal comma apart from the comma of lists', () => {
    const comma = declarationsOf([], { decimalComma: true });
    expect(latexOf(call('max', num('2.5'), num(1)), comma)).toBe('\\max\\left(2{,}5; 1\\right)');
  });

  it('writes chains', () => {
    const links = [
      { relation: '=', to: b },
      { relation: '<=', to: num(1) },
    ] as const;
    expect(latexOfStatement({ first: a, links }, names)).toBe('a = b \\le 1');
  });
});
