import { describe, expect, it } from 'vitest';
import { type Declarations } from '../../../../src/core/math/declarations.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { readFormula } from '../../../../src/core/math/readFormula.ts';
import { type Checked } from '../../../../src/core/math/shape/checked.ts';
import { type Slip, findSlip } from '../../../../src/core/math/slip/findSlip.ts';

function declared(text: string, where: readonly string[] = []): Declarations {
  const read = readDeclarations(text, { where });
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return read.value;
}

function formula(text: string, declarations: Declarations): Checked {
  const read = readFormula(text, declarations);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
}

function slipIn(answer: string, right: string, declarations: Declarations): Slip | undefined {
  const [given, meant] = [formula(answer, declarations), formula(right, declarations)];
  return findSlip(given, meant, declarations, { seed: 1 });
}

const gradient = declared(
  'x: vector d distinct; c: matrix d h distinct; w: vector h; a: vector h; i: index d',
  [String.raw`a_j = \exp(-\sum_k |x_k - c_{kj}|)`],
);
const GRADIENT = String.raw`-\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`;

describe('a slip in a sum with indices', () => {
  it.each([
    [String.raw`\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'lost-sign'],
    [String.raw`-\frac12 \sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'factor-2-lost'],
    [String.raw`-2 \sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'factor-2-extra'],
    [String.raw`-\frac13 \sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'constant-factor'],
    [String.raw`-\frac1h \sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'size-factor'],
    [String.raw`-\sum_j w_j \operatorname{sign}(x_i - c_{ij})`, 'missing-factor'],
    [String.raw`-\sum_j w_j a_j^2 \operatorname{sign}(x_i - c_{ij})`, 'repeated-factor'],
    [String.raw`-w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'sum-forgotten'],
    [String.raw`-\sum_{j=1}^d w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'wrong-limits'],
    [String.raw`-\sum_i \sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'sum-too-many'],
    [String.raw`-\sum_i w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'wrong-index'],
    [String.raw`-\sum_j w_j a_j (x_i - c_{ij})`, 'sign-function-lost'],
    [String.raw`-\sum_j w_j a_j`, 'sign-function-lost'],
    [String.raw`-\sum_j w_j a_j \operatorname{sign}(x_i + c_{ij})`, 'sign-of-a-term'],
    [
      String.raw`-\sum_j w_j \exp(\sum_k |x_k - c_{kj}|) \operatorname{sign}(x_i - c_{ij})`,
      'sign-in-an-argument',
    ],
    [
      String.raw`-\sum_j w_j \exp(-\sum_k (x_k - c_{kj})) \operatorname{sign}(x_i - c_{ij})`,
      'absolute-value-lost',
    ],
    [String.raw`-\prod_j w_j a_j \operatorname{sign}(x_i - c_{ij})`, 'product-for-sum'],
  ])('%s is %s', (answer, name) => {
    expect(slipIn(answer, GRADIENT, gradient)).toEqual({ name });
  });

  it('is recognised together with a second one', () => {
    expect(slipIn(String.raw`\sum_j w_j a_j`, GRADIENT, gradient)).toEqual({
      name: 'sign-function-lost',
      second: 'lost-sign',
    });
    expect(slipIn(String.raw`-\sum_j w_j`, GRADIENT, gradient)).toMatchObject({
      second: expect.any(String) as string,
    });
  });

  it('is not made up', () => {
    for (const answer of ['0', '1', 'x_i', String.raw`\sum_j w_j a_j c_{ij}^3`]) {
      expect(slipIn(answer, GRADIENT, gradient)).toBeUndefined();
    }
  });
});

describe('a slip in a number', () => {
  const none = declared('');

  it('is a sign or a factor 2, since any number is some multiple of any other', () => {
    expect(slipIn('4', '-4', none)).toEqual({ name: 'lost-sign' });
    expect(slipIn('-2', '-4', none)).toEqual({ name: 'factor-2-lost' });
    for (const answer of ['1', '2', '8', '2.5', '-12', '0']) {
      expect(slipIn(answer, '-4', none), answer).toBeUndefined();
    }
  });
});

const network = declared('x_1, x_2, w: vector d; h_0, h_1, h_2, y, t: scalar', [
  String.raw`h_1 = \tanh(x_1^T w + h_0)`,
  String.raw`h_2 = \tanh(x_2^T w + h_1)`,
  'y = h_2',
]);
const NETWORK = '2(y - t)(1 - h_2^2)(x_2 + (1 - h_1^2) x_1)';

describe('a slip in a gradient of vectors', () => {
  it.each([
    ['(y - t)(1 - h_2^2)(x_2 + (1 - h_1^2) x_1)', 'factor-2-lost'],
    ['2(t - y)(1 - h_2^2)(x_2 + (1 - h_1^2) x_1)', 'lost-sign'],
    ['2(y - t)(x_2 + (1 - h_1^2) x_1)', 'missing-factor'],
    ['2(y - t)(1 - h_2^2)(x_2 + x_1)', 'missing-factor'],
    ['2(y - t)(1 - h_2^2) x_2', 'missing-term'],
    ['2(y - t)(1 - h_2^2)(x_2 - (1 - h_1^2) x_1)', 'sign-of-a-term'],
    ['2(y - t)(1 - h_2)(x_2 + (1 - h_1^2) x_1)', 'wrong-exponent'],
    ['2(y - t)(1 - h_2)^2(x_2 + (1 - h_1^2) x_1)', 'wrong-exponent'],
    ['2(y - t)(1 - h_2^2)(x_2 + h_1 x_1)', 'prime-lost'],
    ['2(y - t)(1 - h_2^2)(x_1 + (1 - h_1^2) x_2)', 'wrong-symbol'],
    ['2(y - t)(1 - h_2^2)(x_2 + (1 - h_2^2) x_1)', 'wrong-symbol'],
    ['2(y - t)(1 - h_2^2)(x_2^T + (1 - h_1^2) x_1^T)', 'transposed'],
    ['2(y - t)(1 - h_2^2)', 'missing-factor'],
    ['2(y - t)(1 - h_2^2) x_2 + (1 - h_1^2) x_1', 'brackets-missing'],
  ])('%s is %s', (answer, name) => {
    expect(slipIn(answer, NETWORK, network)).toEqual({ name });
  });

  it.each([
    ['(t - y)(1 - h_2^2)(x_2 + (1 - h_1^2) x_1)', 'lost-sign', 'factor-2-lost'],
    ['2(y - t)(1 - h_2)(x_2 + (1 - h_1) x_1)', 'wrong-exponent', 'wrong-exponent'],
    ['2(y - t)(1 - h_2)^2(x_2 + (1 - h_1)^2 x_1)', 'wrong-exponent', 'wrong-exponent'],
    [
      String.raw`2(y - t)\tanh(x_2^T w + h_1)(x_2 + \tanh(x_1^T w + h_0) x_1)`,
      'prime-lost',
      'prime-lost',
    ],
    ['2(y - t)(x_2 + x_1)', 'missing-factor', 'missing-factor'],
  ])('%s is two of them', (answer, name, second) => {
    expect(slipIn(answer, NETWORK, network)).toEqual({ name, second });
  });
});

describe('a slip in matrices and functions', () => {
  it('is no lost derivative where no tanh is', () => {
    const plain = declared('u, s: scalar');
    expect(slipIn('s u', 's (1 - u^2)', plain)?.name).not.toBe('prime-lost');
  });

  const letters = declared(
    'A: matrix n m; B: matrix n n; x: vector m; y: vector n; n_0: scalar; u, s: scalar; p: scalar in (0,1)',
  );

  it.each([
    ['A x', 'x^T A^T', 'transposed'],
    ['A^T (A x + y)', 'A^T (A x - y)', 'sign-of-a-term'],
    [String.raw`\|A x - y\|`, String.raw`\|A x - y\|^2`, 'wrong-exponent'],
    [String.raw`\|y\|_1`, String.raw`\|y\|_2`, 'wrong-norm'],
    ['e^{u^2}', 'e^{-u^2}', 'sign-in-an-argument'],
    [String.raw`\frac{s}{u}`, String.raw`\frac{u}{s}`, 'upside-down'],
    [String.raw`\sin(u)`, String.raw`\cos(u)`, 'wrong-function'],
    [String.raw`\tanh(u)`, String.raw`\tanh'(u)`, 'prime-lost'],
    ['u', String.raw`\log(u^2) u`, 'missing-factor'],
    [String.raw`\sum_{i=1}^{m} x_i^2`, String.raw`\sum_{i=1}^{m-1} x_i^2`, 'wrong-limits'],
    [String.raw`\sum_i A_{ji} y_j`, String.raw`\sum_j A_{ji} y_j`, 'wrong-index'],
    [
      String.raw`\begin{cases} 1 & u > 0 \\ s & u \leq 0 \end{cases}`,
      String.raw`\begin{cases} s & u > 0 \\ 1 & u \leq 0 \end{cases}`,
      'cases-swapped',
    ],
    ['1_{u > 0} s', '1_{u < 0} s', 'cases-swapped'],
    ['y_1 + s', 'y_i + s', 'wrong-index'],
    ['u + u^2', 's u + u^2 s', 'missing-factor'],
    ['|u| s', 'u s', 'absolute-value-extra'],
    ['u s', String.raw`\frac{u}{s}`, 'product-for-quotient'],
    ['u s + p', 'u s', 'extra-term'],
    [String.raw`\log(p)`, String.raw`-\log(p)`, 'lost-sign'],
  ])('%s for %s is %s', (answer, right, name) => {
    expect(slipIn(answer, right, letters)).toMatchObject({ name });
  });
});
