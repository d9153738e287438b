import { describe, expect, test } from 'vitest';

import {
  type Declarations,
  type Declared,
  type Definition,
} from '../../../../src/core/math/declarations.ts';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { readExpression } from '../../../../src/core/math/read/readStatement.ts';
import { checkExpression } from '../../../../src/core/math/shape/checkExpression.ts';
import { type Arithmetic } from '../../../../src/core/math/value/arithmetic.ts';
import { Budget, BudgetSpent } from '../../../../src/core/math/value/budget.ts';
import { decimals } from '../../../../src/core/math/value/decimals.ts';
import { doubles } from '../../../../src/core/math/value/doubles.ts';
import { evaluate } from '../../../../src/core/math/value/evaluate.ts';
import { type Point, type Tensor } from '../../../../src/core/math/value/point.ts';
import { declarationsOf, quantity, size } from '../../../support/expressions.ts';

const declared = declarationsOf([
  quantity('x', ['d']),
  quantity('v', ['d']),
  quantity('w', ['h']),
  quantity('W', ['h', 'd']),
  quantity('A', ['d', 'd']),
  quantity('B', ['d', 'd']),
  quantity('K', ['d', 'd', 'h']),
  quantity('t'),
  quantity('u'),
  { kind: 'index', name: 'i', latex: 'i', over: size('d') },
  { kind: 'function', name: 'f', latex: 'f', arity: 1 },
  { kind: 'function', name: 'g', latex: 'g', arity: 2 },
]);

const point: Point = {
  sizes: new Map([
    ['d', 2],
    ['h', 3],
  ]),
  indices: new Map([['i', 2]]),
  values: new Map<string, Tensor<number>>([
    ['x', { dims: [2], data: [1, -2] }],
    ['v', { dims: [2], data: [3, 0.5] }],
    ['w', { dims: [3], data: [2, -1, 4] }],
    ['W', { dims: [3, 2], data: [1, 2, 3, 4, 5, 6] }],
    ['A', { dims: [2, 2], data: [2, 1, 1, 3] }],
    ['B', { dims: [2, 2], data: [0, 1, -1, 5] }],
    ['K', { dims: [2, 2, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }],
    ['t', { dims: [], data: [0.5] }],
    ['u', { dims: [], data: [-3] }],
  ]),
  functionSeed: 7,
};

function read(text: string, declarations: Declarations = declared): Expression {
  const found = readExpression(text, declarations);
  if (!found.ok) throw new Error(`${text}: ${found.error[0].message}`);
  const checked = checkExpression(found.value, declarations);
  if (!checked.ok) throw new Error(`${text}: ${checked.error.message}`);
  return checked.value.expression;
}

interface Setting<N> {
  readonly arithmetic: Arithmetic<N>;
  readonly declarations?: Declarations;
  readonly at?: Point;
  readonly operations?: number;
}

function value<N>(text: string, setting: Setting<N>): Tensor<number> {
  const { arithmetic, declarations = declared, at = point, operations = 1e7 } = setting;
  const budget = new Budget(operations);
  const expression = read(text, declarations);
  const { dims, data } = evaluate({ expression, declarations, point: at, arithmetic, budget });
  return { dims, data: data.map((each) => arithmetic.toNumber(each)) };
}

const inDoubles = (text: string, declarations: Declarations = declared): readonly number[] =>
  value(text, { arithmetic: doubles, declarations }).data;

const inDecimals = (text: string, declarations: Declarations = declared): readonly number[] =>
  value(text, { arithmetic: decimals(40), declarations }).data;

function expectValue(text: string, expected: readonly number[], declarations = declared): void {
  for (const found of [inDoubles(text, declarations), inDecimals(text, declarations)]) {
    expect(found).toHaveLength(expected.length);
    found.forEach((each, place) => {
      const wanted = expected[place] ?? NaN;
      if (Number.isNaN(wanted)) expect(each).toBeNaN();
      else expect(Math.abs(each - wanted)).toBeLessThan(1e-13 * Math.max(1, Math.abs(wanted)));
    });
  }
}

describe('what expressions are worth', () => {
  test.each<[string, number[]]>([
    ['0.50 + 1', [1.5]],
    ['t - u', [3.5]],
    ['-x', [-1, 2]],
    ['2 t u', [-3]],
    ['t / u', [0.5 / -3]],
    ['u^2', [9]],
    [String.raw`\pi`, [Math.PI]],
    ['e', [Math.E]],
    ['e^{t}', [Math.exp(0.5)]],
    ['e^{x}', [Math.exp(1), Math.exp(-2)]],
    ['d h', [6]],
    ['i', [2]],
    ['x_i', [-2]],
    ['W_{3 1}', [5]],
    ['W_2', [3, 4]],
    ['K_{2 1 3}', [9]],
    ['x^T v', [2]],
    [String.raw`x \cdot v`, [2]],
    [String.raw`\langle x, v \rangle`, [2]],
    [String.raw`x \odot v`, [3, -1]],
    ['x v^T', [3, 0.5, -6, -1]],
    ['W x', [-3, -5, -7]],
    ['w^T W', [19, 24]],
    ['A B', [-1, 7, -3, 16]],
    ['x^T A v', [6.5 - 2 * 4.5]],
    ['A^T', [2, 1, 1, 3]],
    ['B^T', [0, -1, 1, 5]],
    ['(W A)_{2 1}', [10]],
    ['(W x)_3', [-7]],
    ['A^{-1}', [0.6, -0.2, -0.2, 0.4]],
    ['A^0', [1, 0, 0, 1]],
    ['A^3', [15, 20, 20, 35]],
    ['A^{-2} A^3', [2, 1, 1, 3]],
    [String.raw`x^{\odot 2}`, [1, 4]],
    ['x / 2', [0.5, -1]],
    [String.raw`\|x\|_1`, [3]],
    [String.raw`\|x\|`, [Math.sqrt(5)]],
    [String.raw`\|x\|_3`, [Math.cbrt(9)]],
    [String.raw`\|x\|_\infty`, [2]],
    [String.raw`\|A\|_F`, [Math.sqrt(15)]],
    [String.raw`\|u\|`, [3]],
    [String.raw`\operatorname{trace}(A)`, [5]],
    [String.raw`\det A`, [5]],
    [String.raw`\det B`, [1]],
    [String.raw`\operatorname{diag}(x)`, [1, 0, 0, -2]],
    [String.raw`\operatorname{diag}(A)`, [2, 3]],
    [String.raw`\operatorname{mean}(w)`, [5 / 3]],
    [String.raw`\max(w)`, [4]],
    [String.raw`\min(t, u, 1)`, [-3]],
    [String.raw`\max(0, x)`, [1, 0]],
    [String.raw`x + \mathbf 1`, [2, -1]],
    [String.raw`\mathbf 1^T w`, [5]],
    [String.raw`\sum_j w_j`, [5]],
    [String.raw`\sum_{j=1}^{h} j w_j`, [12]],
    [String.raw`\sum_{j=1}^{2} w_j`, [1]],
    [String.raw`\sum_{j=2}^{1} w_j`, [0]],
    [String.raw`\sum_j \sum_k W_{jk} x_k`, [-15]],
    [String.raw`\sum_{j<k} w_j w_k`, [-2 + 8 - 4]],
    [String.raw`\sum_{j=1}^{h} \sum_{k=1}^{j} k`, [1 + 3 + 6]],
    [String.raw`\sum_j W_j`, [9, 12]],
    [String.raw`\prod_j w_j`, [-8]],
    [String.raw`\prod_{j=2}^{1} w_j`, [1]],
    [String.raw`\max_j w_j`, [4]],
    [String.raw`\min_j |w_j|`, [1]],
    [String.raw`\sum_j 1_{w_j > 0}`, [2]],
    [String.raw`\begin{cases} 1 & u > 0 \\ 2 & t > 0 \\ 3 & t \le 0\end{cases}`, [2]],
    [String.raw`\begin{cases} x & u > 0 \\ v & \text{otherwise}\end{cases}`, [3, 0.5]],
    [
      String.raw`\begin{pmatrix} t & 1 \\ 0 & u\end{pmatrix} \begin{pmatrix} 2 \\ 4\end{pmatrix}`,
      [5, -12],
    ],
    [String.raw`\begin{cases} x & u > 0 \\ 0 & \text{otherwise}\end{cases}`, [0, 0]],
    [String.raw`(A - \operatorname{diag}(\mathbf 1)) x`, [-1, -3]],
    ['5!', [120]],
    [String.raw`\tanh'(t)`, [1 / Math.cosh(0.5) ** 2]],
    [String.raw`\sin''(t)`, [-Math.sin(0.5)]],
    [String.raw`\exp'(x)`, [Math.exp(1), Math.exp(-2)]],
  ])('%s', (text, expected) => {
    expectValue(text, expected);
  });

  test('have dims as their shapes say, whatever the sizes', () => {
    const dims = (text: string, at = point): readonly number[] =>
      value(text, { arithmetic: doubles, at }).dims;
    expect(dims('x^T v')).toEqual([]);
    expect(dims('x^T')).toEqual([1, 2]);
    expect(dims('W x')).toEqual([3]);
    expect(dims('x w^T')).toEqual([2, 3]);
    const small: Point = {
      ...point,
      sizes: new Map([
        ['d', 1],
        ['h', 1],
      ]),
      values: new Map<string, Tensor<number>>([
        ['x', { dims: [1], data: [2] }],
        ['w', { dims: [1], data: [3] }],
        ['W', { dims: [1, 1], data: [5] }],
      ]),
    };
    expect(dims('W x', small)).toEqual([1]);
    expect(dims('x w^T', small)).toEqual([1, 1]);
    expect(dims('w^T W x', small)).toEqual([]);
    expect(value('W_1', { arithmetic: doubles, at: small })).toEqual({ dims: [1], data: [5] });
  });

  test('softmax does not care for a shift, of numbers however large', () => {
    const shares = [0, 1, 2].map((each) => Math.exp(each) / (1 + Math.E + Math.E ** 2));
    const at: Point = {
      ...point,
      values: new Map([['w', { dims: [3], data: [5000, 5001, 5002] }]]),
    };
    const found = value(String.raw`\operatorname{softmax}(w)`, { arithmetic: doubles, at }).data;
    found.forEach((share, place) => {
      expect(share).toBeCloseTo(shares[place] ?? NaN, 14);
    });
    const [sum] = value(String.raw`\operatorname{logsumexp}(w)`, { arithmetic: doubles, at }).data;
    expect(sum).toBeCloseTo(5000 + Math.log(1 + Math.E + Math.E ** 2), 10);
  });

  test('softmax and logsumexp take a matrix row by row', () => {
    const [, second] = inDoubles(String.raw`\operatorname{logsumexp}(W)`);
    expect(second).toBeCloseTo(Math.log(Math.exp(3) + Math.exp(4)), 13);
    const shares = inDoubles(String.raw`\operatorname{softmax}(W)`);
    expect((shares[2] ?? NaN) + (shares[3] ?? NaN)).toBeCloseTo(1, 14);
  });
});

describe('no value', () => {
  test.each([
    '1/(t - t)',
    String.raw`\log u`,
    String.raw`\sqrt{u}`,
    'u^{1/3}',
    '0^{-1}',
    'w_{h+1}',
    'x_{i+1}',
    'x_{t}',
    '(W x)_{i+2}',
    String.raw`\sum_{j=1}^{t} 1`,
    String.raw`\sum_{j=1}^{4} w_j`,
    String.raw`\max_{j=2}^{1} w_j`,
    String.raw`\begin{cases} 1 & u > 0\end{cases}`,
    String.raw`1_{\log u > 0}`,
    '((x x^T)^{-1})_{1 1}',
    't!',
    String.raw`\|x\|_{-1}`,
  ])('%s', (text) => {
    expectValue(text, [NaN]);
  });

  test('is a matter of components', () => {
    expectValue(String.raw`\log x`, [0, NaN]);
    expectValue(String.raw`\begin{cases} x & u > 0\end{cases}`, [NaN, NaN]);
  });

  test('is different from being too big for the arithmetic', () => {
    const text = String.raw`e^{2000 t} / e^{1999 t}`;
    expect(inDoubles(text)).toEqual([Infinity]);
    expect(inDecimals(text)[0]).toBeCloseTo(Math.exp(0.5), 14);
    expect(inDoubles('e^{e^{e^{20}}}')).toEqual([Infinity]);
    expect(inDecimals('e^{e^{e^{20}}}')).toEqual([Infinity]);
    expect(inDoubles('171!')).toEqual([Infinity]);
    expect(inDecimals(String.raw`\log(171!)`)[0]).toBeCloseTo(711.7147258, 6);
    expect(inDoubles(String.raw`1_{e^{2000} > 1}`)).toEqual([Infinity]);
    expect(inDecimals(String.raw`1_{e^{2000} > 1}`)).toEqual([1]);
  });
});

describe('definitions', () => {
  const by = (declaration: Declared, parameters: string[], text: string): Declared => {
    const letters = parameters
      .filter((name) => name !== 't')
      .map((name): Declared => ({ kind: 'index', name, latex: name, over: size('h') }));
    const found = readExpression(text, declarationsOf([...declared.symbols.values(), ...letters]));
    if (!found.ok || declaration.kind === 'index') throw new Error(text);
    const definition: Definition = { parameters, body: found.value };
    return { ...declaration, definition };
  };
  const more = declarationsOf([
    ...declared.symbols.values(),
    by(quantity('a', ['h']), ['j'], String.raw`\exp(-\sum_k |x_k - W_{jk}|)`),
    by(quantity('b', ['h']), [], 'W x'),
    by(quantity('c', ['h', 'd']), ['j'], 'j W_j'),
    by(quantity('D', ['d', 'h', 'd']), ['k', 'j', 'k'], 'W_{jk}'),
    by(quantity('y'), [], 'x^T v'),
    by({ kind: 'function', name: 'q', latex: 'q', arity: 1 }, ['t'], String.raw`t^3 + \tanh(t)`),
    by({ kind: 'function', name: 'exp', latex: String.raw`\exp`, arity: 1 }, ['t'], 't'),
  ]);

  test('give components one by one, and the whole of them', () => {
    const world = declarationsOf([...more.symbols.values()].filter(({ name }) => name !== 'exp'));
    const a = [Math.exp(-4), Math.exp(-8), Math.exp(-12)];
    expectValue('a_2', a.slice(1, 2), world);
    expectValue('a', a, world);
    expectValue('w^T a', [2 * Math.exp(-4) - Math.exp(-8) + 4 * Math.exp(-12)], world);
    expectValue(String.raw`\sum_j a_j`, [a.reduce((sum, each) => sum + each)], world);
    expectValue('a_{i+2}', [NaN], world);
  });

  test('give wholes, rows and numbers', () => {
    expectValue('b', [-3, -5, -7], more);
    expectValue('b_3', [-7], more);
    expectValue('c_2', [6, 8], more);
    expectValue('c_{3,1}', [15], more);
    expectValue('c x', [-3, -10, -21], more);
    expectValue('2 y', [4], more);
  });

  test('are 0 where one parameter stands for two different indices', () => {
    expectValue('D_{2 3 2}', [6], more);
    expectValue('D_{1 3 2}', [0], more);
    expectValue(String.raw`\sum_m \sum_n \sum_j D_{m j n}`, [21], more);
  });

  test('of functions have derivatives', () => {
    expectValue('q(2)', [8 + Math.tanh(2)], more);
    expectValue("q'(2)", [12 + 1 / Math.cosh(2) ** 2], more);
    expectValue(
      "q''(x)",
      [1, -2].map((at) => 6 * at - (2 * Math.tanh(at)) / Math.cosh(at) ** 2),
      more,
    );
  });

  test('may change what is built in, powers of e included', () => {
    expectValue(String.raw`\exp(u) + e^{u}`, [-6], more);
    expectValue('e^{x}', [1, -2], more);
    expectValue(String.raw`\exp'(u)`, [1], more);
  });
});

describe('functions without definition', () => {
  test('are drawn by the seed and the name, the same in every arithmetic', () => {
    const [once] = inDoubles('f(t)');
    expect(inDecimals('f(t)')[0]).toBeCloseTo(once ?? NaN, 13);
    const other = { ...point, functionSeed: 8 };
    expect(value('f(t)', { arithmetic: doubles, at: other }).data[0]).not.toBeCloseTo(
      once ?? NaN,
      3,
    );
    expect(inDoubles('g(t, t)')[0]).not.toBeCloseTo(once ?? NaN, 3);
    expect(inDoubles('g(t, u) - g(u, t)')[0]).not.toBeCloseTo(0, 3);
  });

  test.each(["f'", "f''"])('have the true derivative %s', (name) => {
    const lower = name.slice(0, -1);
    const step = '0.0000000001';
    const quotient = `(${lower}(t + ${step}) - ${lower}(t - ${step})) / ${step} / 2`;
    expect(inDecimals(quotient)[0]).toBeCloseTo(inDecimals(`${name}(t)`)[0] ?? NaN, 12);
  });
});

describe('the budget', () => {
  test.each([
    String.raw`\sum_{j=1}^{10000000} j`,
    String.raw`\sum_{j=1}^{10^{300}} 1`,
    String.raw`\sum_{j=1}^{1000} \sum_{k=1}^{1000} \sum_{m=1}^{1000} 1`,
    String.raw`\prod_{j=1}^{10000000} t`,
    String.raw`\sum_{j=1}^{100000} \tanh(j)`,
  ])('stops %s', (text) => {
    expect(() => value(text, { arithmetic: doubles, operations: 1e5 })).toThrow(BudgetSpent);
    expect(() => value(text, { arithmetic: decimals(40), operations: 1e5 })).toThrow(BudgetSpent);
  });

  test('pays for what is costly at once', () => {
    const spent = (text: string): number => {
      const budget = new Budget(1e9);
      const expression = read(text);
      evaluate({ expression, declarations: declared, point, arithmetic: decimals(40), budget });
      return 1e9 - budget.left;
    };
    expect(spent('2000!')).toBeGreaterThan(2000);
    expect(spent('A A A')).toBeGreaterThan(spent('A A'));
    expect(spent('A^{1000}')).toBeGreaterThan(spent('A^{3}'));
    expect(spent('A^{-1}')).toBeGreaterThan(spent('A'));
    expect(spent(String.raw`\tanh x`)).toBeGreaterThan(2 * decimals(40).cost.function - 1);
  });
});

test('a missing value is a mistake of the caller', () => {
  const empty: Point = { sizes: new Map(), indices: new Map(), values: new Map(), functionSeed: 1 };
  const missing =
    (text: string): (() => unknown) =>
    () =>
      value(text, { arithmetic: doubles, at: empty });
  expect(missing('t')).toThrow('no value for t');
  expect(missing('d')).toThrow('no number for the size d');
  expect(missing('i')).toThrow('no number for the index i');
});
