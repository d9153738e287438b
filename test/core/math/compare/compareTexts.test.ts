import { describe, expect, it } from 'vitest';
import { compareTexts, type Texts } from '../../../../src/core/math/compare/compareTexts.ts';

type Pair = readonly [declare: string, left: string, right: string, where?: readonly string[]];

function compared([declare, left, right, where]: Pair, seed = 1) {
  const texts: Texts = { declare, left, right, seed, ...(where && { where }) };
  return compareTexts(texts);
}

function named(pairs: readonly Pair[], verb: string): [string, Pair][] {
  return pairs.map((pair) => [`${pair[0]}: ${pair[1]} ${verb} ${pair[2]}`, pair]);
}

const NETWORK =
  'x: vector d distinct; c: matrix d h distinct; w: vector h; i: index d; a: vector h';
const ACTIVATION = [String.raw`a_j = \exp(-\sum_{i=1}^d |x_i - c_{ij}|)`];
const RECURRENT = 'x_1, x_2, w: vector d; h_0, t, y: scalar; h_1, h_2: scalar';
const STATES = [
  String.raw`h_1 = \tanh(x_1^T w + h_0)`,
  String.raw`h_2 = \tanh(x_2^T w + h_1)`,
  'y = h_2',
];

const EQUAL: readonly Pair[] = [
  // what a computer algebra system calls false or leaves open
  [
    'w, x, c: scalar',
    String.raw`-w e^{-|x-c|} \operatorname{sign}(x-c)`,
    String.raw`-w e^{-|x-c|} \frac{x-c}{|x-c|}`,
  ],
  ['x, c: scalar', String.raw`\operatorname{sign}(x-c)`, String.raw`-\operatorname{sign}(c-x)`],
  ['a, b: scalar', String.raw`\max(0,a+b)+\max(0,a-b)`, String.raw`\max(0,2a,a+b,a-b)`],
  ['z: scalar', String.raw`\max(0,z)`, String.raw`\frac{z+|z|}{2}`],
  ['x: scalar', String.raw`\frac{1}{1+e^{-x}}`, String.raw`\frac{e^x}{1+e^x}`],
  ['x: scalar', String.raw`1-\tanh^2(x)`, String.raw`\frac{4}{(e^x+e^{-x})^2}`],
  // a factor that cancels but at one point
  ['x: scalar', String.raw`\frac{x^2-1}{x-1}`, 'x+1'],
  ['x: scalar', String.raw`\sqrt{x^2}`, '|x|'],
  ['x: scalar', String.raw`\operatorname{sign}(10^9 x)`, String.raw`\operatorname{sign}(x)`],
  ['x, c: scalar', String.raw`\tanh(10^7 (x - c))`, String.raw`-\tanh(\frac{c - x}{10^{-7}})`],
  ['x: scalar positive', String.raw`\log(x^2)`, String.raw`2\log x`],
  ['x, y: scalar positive', String.raw`\log(xy)`, String.raw`\log x + \log y`],
  ['t: scalar ±1', 't^2', '1'],
  ['t: scalar ±1', 't^{-1}', 't'],
  ['b: scalar binary', 'b^2', 'b'],
  ['n: integer', '(-1)^{2n}', '1'],
  ['n: natural', 'n!', String.raw`\prod_{k=1}^n k`],
  ['n: size', String.raw`\sum_{k=1}^n k`, String.raw`\frac{n(n+1)}{2}`],
  // vectors and matrices
  ['x: vector n; y: vector n; A: matrix n n', '(Ax)^T y', 'x^T A^T y'],
  ['A: matrix n n; v: vector n', 'A^{-1} A v', 'v'],
  ['A: matrix n n symmetric; x: vector n', 'x^T A x', String.raw`\sum_{i,j} A_{ij} x_i x_j`],
  ['u: vector n unit', 'u^T u', '1'],
  ['Q: matrix n n orthogonal', 'Q^T Q', String.raw`\operatorname{diag}(\mathbf{1})`],
  ['Q: matrix n n orthogonal; x: vector n', String.raw`\|Q x\|_2`, String.raw`\|x\|_2`],
  ['p: vector n simplex', String.raw`\sum_i p_i`, '1'],
  [
    'z: vector n; c: scalar',
    String.raw`\operatorname{softmax}(z + c \mathbf{1})`,
    String.raw`\operatorname{softmax}(z)`,
  ],
  // cancellation beyond doubles, and beyond forty digits
  ['x: scalar', String.raw`(1 + 10^{-12} x) - 1`, String.raw`10^{-12} x`],
  ['x: scalar', String.raw`\sin(\pi x)^2 + \cos(\pi x)^2 - 1`, '0'],
  ['x: scalar', String.raw`(10^{30} + x) - 10^{30}`, 'x'],
  [RECURRENT, String.raw`\tanh'(\operatorname{artanh}(h_2)) x_2`, '(1-h_2^2) x_2', STATES],
  // cancelled out altogether at large values, whatever the number of digits
  [
    'x, y: scalar; p: scalar positive',
    String.raw`\frac{(\frac{e^{p-x}}{y} + p)^2 - (\frac{e^{p-x}}{y})^2 - p^2}{2p}`,
    String.raw`\frac{e^{p-x}}{y}`,
  ],
  // too large for doubles
  ['x: scalar', String.raw`\frac{10^{1000} x}{10^{1000}}`, 'x'],
  ['x: scalar', String.raw`\frac{e^{1000x}}{1+e^{1000x}}`, String.raw`\frac{1}{1+e^{-1000x}}`],
  ['x: scalar', String.raw`\exp(\exp(\exp(x)))`, String.raw`e^{e^{e^{x}}}`],
  ['f: function; x: scalar', "f'(x) + f(x)", "f(x) + f'(x)"],
  // the network
  [
    NETWORK,
    String.raw`-\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`,
    String.raw`\sum_k w_k e^{-\sum_l |x_l - c_{lk}|} \frac{c_{ik}-x_i}{|x_i-c_{ik}|}`,
    ACTIVATION,
  ],
  [
    RECURRENT,
    '2(y-t)(1-h_2^2)(x_2 + (1-h_1^2) x_1)',
    String.raw`2(\tanh(x_2^T w+h_1)-t)\tanh'(x_2^T w + h_1)(x_2 + x_1 - h_1^2 x_1)`,
    STATES,
  ],
];

const DIFFERENT: readonly Pair[] = [
  ['x: scalar', '|x|', 'x'],
  // apart only where a constant matters
  ['x: scalar', 'x + e^{-100}', 'x'],
  ['x: scalar', String.raw`\tanh(10^7 x)`, String.raw`\operatorname{sign}(x)`],
  ['x: scalar', String.raw`\tanh(\frac{x}{10^{-6}})`, String.raw`\operatorname{sign}(x)`],
  [
    NETWORK,
    String.raw`\sum_j w_j a_j \tanh(10000000 (x_i - c_{ij}))`,
    String.raw`\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`,
    ACTIVATION,
  ],
  ['x: scalar', String.raw`\sqrt{x^2}`, 'x'],
  ['x: scalar', String.raw`\log(x^2)`, String.raw`2\log x`],
  ['a, b: scalar', String.raw`\max(0,a+b)+\max(0,a-b)`, String.raw`\max(0,2a)`],
  [
    'w, x, c: scalar',
    String.raw`-w e^{-|x-c|} \operatorname{sign}(x-c)`,
    String.raw`-w e^{-|x-c|}`,
  ],
  ['x: scalar', 'x', 'x + 10^{-12}'],
  ['x: scalar', 'x', 'x + 10^{-30}'],
  ['x: scalar; p: scalar positive', 'x + e^{-10p}', 'x'],
  ['x: scalar; p: scalar positive', 'e^{-10p}', '2e^{-10p}'],
  ['x: scalar', String.raw`\max(0, x-100)`, '0'],
  ['x: scalar', String.raw`\max(0, x^2 - 0.0001)`, 'x^2'],
  ['y: scalar ±1; w, x: vector d', 'y x 1_{y w^T x < 1}', 'y x 1_{y w^T x < 1.01}'],
  ['x: scalar', String.raw`\operatorname{sign}(x-1.5)`, String.raw`\operatorname{sign}(x-1.501)`],
  ['t: scalar ±1', 't', '1'],
  ['n: integer', '(-1)^n', '1'],
  ['x: vector d', String.raw`\sum_i x_i^2`, String.raw`(\sum_i x_i)^2`],
  ['x: vector d', String.raw`\|x\|_1`, String.raw`\|x\|_2`],
  ['w: vector d', String.raw`d \|w\|_1`, String.raw`\|w\|_1`],
  ['x: vector n; A: matrix n n', 'x^T A x', String.raw`\sum_i A_{ii} x_i^2`],
  ['A, B: matrix n n', 'AB', 'BA'],
  ['A: matrix n n', 'A^T', 'A'],
  [
    'x: vector d distinct; c: matrix d h distinct; i: index d',
    String.raw`\sum_j c_{ij}`,
    String.raw`\sum_j c_{1,j}`,
  ],
  ['z: vector n', String.raw`\operatorname{softmax}(2z)`, String.raw`\operatorname{softmax}(z)`],
  ['f: function; x: scalar', "f'(x)", 'f(x)'],
  [
    NETWORK,
    String.raw`-\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`,
    String.raw`-\sum_j w_j a_j`,
    ACTIVATION,
  ],
  [
    NETWORK,
    String.raw`-\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`,
    String.raw`\sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})`,
    ACTIVATION,
  ],
  [RECURRENT, '2(y-t)(1-h_2^2)(x_2 + (1-h_1^2) x_1)', '2(y-t)(1-h_2^2)(x_2 + x_1)', STATES],
  [
    RECURRENT,
    '2(y-t)(1-h_2^2)(x_2 + (1-h_1^2) x_1)',
    '(y-t)(1-h_2^2)(x_2 + (1-h_1^2) x_1)',
    STATES,
  ],
];

const UNDECIDED: readonly Pair[] = [
  ['x: scalar', String.raw`\frac{1}{0}`, String.raw`\frac{x}{0}`],
  ['x: scalar', String.raw`\log(-1-x^2)`, String.raw`\sqrt{-1-x^2}`],
  ['x: scalar', String.raw`\sum_{k=1}^{1000000} \sum_{l=1}^{1000000} x`, '10^{12} x'],
  ['x: scalar', '((9!)!)! x', 'x ((9!)!)!'],
  // equal at 0, 1 and -1, too large or too small to be computed elsewhere
  ['x: scalar', 'x^{9999999999999999999999999999999999999999}', 'x'],
];

describe('comparing two written expressions', () => {
  it.each(named(EQUAL, 'is'))('%s', (_, pair) => {
    expect(compared(pair)).toMatchObject({ verdict: 'equal' });
  });

  it.each(named(DIFFERENT, 'is not'))('%s', (_, pair) => {
    expect(compared(pair)).toMatchObject({ verdict: 'different' });
  });

  it.each(named(UNDECIDED, 'cannot be told to be'))('%s', (_, pair) => {
    expect(compared(pair)).toMatchObject({ verdict: 'undecided' });
  });

  it('comes to the same verdict whatever the seed', () => {
    for (const seed of [2, 3, 5, 8, 13]) {
      for (const pair of EQUAL)
        expect([pair, compared(pair, seed)]).toMatchObject([pair, { verdict: 'equal' }]);
      for (const pair of DIFFERENT)
        expect([pair, compared(pair, seed)]).toMatchObject([pair, { verdict: 'different' }]);
    }
  });

  it('gives the same counterexample for the same seed', () => {
    const pair: Pair = ['x: vector d', String.raw`\|x\|_1`, String.raw`\|x\|_2`];
    expect(compared(pair, 4)).toEqual(compared(pair, 4));
  });

  it('says in words where two that are equal differ', () => {
    const said = ([declare, left, right]: Pair) => compared([declare, left, right]);
    expect(
      said(['x, c: scalar', String.raw`\operatorname{sign}(x-c)`, String.raw`\frac{x-c}{|x-c|}`]),
    ).toEqual({
      verdict: 'equal',
      exception: 'except where $x$ = $c$',
    });
    expect(said(['x: scalar', String.raw`\frac{x^2-1}{x-1}`, 'x+1'])).toEqual({
      verdict: 'equal',
      exception: 'except where $x$ = 1',
    });
    expect(said(['x: scalar', String.raw`\frac{x}{x}`, '1'])).toEqual({
      verdict: 'equal',
      exception: 'except where $x$ = 0',
    });
  });

  it('finds simple counterexamples', () => {
    expect(compared(['x: scalar', '|x|', 'x'])).toEqual({
      verdict: 'different',
      counterexample: { sizes: {}, indices: {}, values: { x: -1 }, left: 1, right: -1 },
    });
    const norms = compared(['x: vector d', String.raw`\|x\|_1`, String.raw`\|x\|_2`]);
    expect(norms).toEqual({
      verdict: 'different',
      counterexample: {
        sizes: { d: 2 },
        indices: {},
        values: { x: [1, 1] },
        left: 2,
        right: 1.414,
      },
    });
  });

  it('shows a difference that few digits would hide', () => {
    const { counterexample } = compared(['x: scalar', 'x + 5', 'x + 5.0000001']) as {
      counterexample: { left: number; right: number };
    };
    expect(counterexample.left).not.toBe(counterexample.right);
  });

  it('says when a value is too large, or a difference too small, to be shown', () => {
    expect(compared(['x: scalar', '10^{1000} x^2 + 10^{1000}', 'x'])).toMatchObject({
      verdict: 'different',
      reason: 'A value there is too large to be shown.',
      counterexample: { left: null },
    });
    expect(compared(['x: scalar', 'e^x', 'e^x + 10^{-30}'])).toMatchObject({
      verdict: 'different',
      reason: 'They differ by less than can be shown.',
    });
  });

  it('shows as few components as can be, also of symmetric matrices', () => {
    const left = String.raw`\sum_{i,j} a_i a_j y_i y_j K_{ij}`;
    const right = String.raw`\sum_{i,j} a_i a_j K_{ij}`;
    const declare = 'a: vector n nonnegative; y: vector n ±1; K: matrix n n symmetric';
    for (const seed of [1, 2, 3, 4]) {
      expect(compared([declare, left, right], seed)).toMatchObject({
        counterexample: {
          sizes: { n: 2 },
          values: {
            K: [
              [0, 1],
              [1, 0],
            ],
          },
        },
      });
    }
  });

  it('says that a function was drawn', () => {
    expect(compared(['f: function; x: scalar', "f'(x)", 'f(x)'])).toMatchObject({
      verdict: 'different',
      reason: 'So it is for a smooth function $f$ that was drawn at random.',
    });
  });

  it('names both shapes when they differ', () => {
    expect(compared(['x: vector d; w: matrix d h', 'x', 'w'])).toEqual({
      verdict: 'different',
      reason: 'One is a vector of size d, the other a d × h matrix.',
    });
  });

  it('says which side has a value where the other has none', () => {
    expect(compared(['x: scalar', String.raw`\log(x^2)`, String.raw`2\log x`])).toMatchObject({
      reason: 'Only the first has a value there.',
      counterexample: { right: null },
    });
    expect(compared(['x: scalar', String.raw`\frac{x}{0}`, 'x'])).toMatchObject({
      verdict: 'different',
      reason: 'Only the second has a value there.',
    });
  });

  it('takes letters for numbers when nothing is declared', () => {
    expect(compared(['', '(a+b)^2', 'a^2+2ab+b^2'])).toMatchObject({ verdict: 'equal' });
  });

  it('says which text cannot be read, and where', () => {
    expect(compared(['x: scalar', '2x', '2+'])).toMatchObject({
      verdict: 'invalid',
      side: 'right',
      complaint: { source: '2+' },
    });
    expect(compared(['x: vector', '2x', '2x'])).toMatchObject({
      verdict: 'invalid',
      side: 'declare',
    });
    expect(compared(['x: vector d', 'x + 1', '2x'])).toMatchObject({
      verdict: 'invalid',
      side: 'left',
      complaint: { kind: 'shape', source: 'x + 1' },
    });
  });
});
