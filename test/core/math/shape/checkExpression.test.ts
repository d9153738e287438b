import { describe, expect, test } from 'vitest';

import { type Declarations, type Declared } from '../../../../src/core/math/declarations.ts';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { readExpression, readStatement } from '../../../../src/core/math/read/readStatement.ts';
import { checkDefinitions } from '../../../../src/core/math/shape/checkDefinitions.ts';
import {
  checkExpression,
  checkStatement,
} from '../../../../src/core/math/shape/checkExpression.ts';
import { shapeOf } from '../../../../src/core/math/shape/shapeOf.ts';
import { fixedSize, shapeText, sizeText } from '../../../../src/core/math/shape/sizes.ts';
import { type Shape } from '../../../../src/core/math/size.ts';
import { latexOf } from '../../../../src/core/math/show/latexOf.ts';
import { declarationsOf, mul, num, quantity, size, sym } from '../../../support/expressions.ts';

function shaped(name: string, shape: Shape): Declared {
  return { kind: 'quantity', name, latex: name, shape, domain: 'real', traits: [] };
}

const PLAIN: readonly Declared[] = [
  quantity('x', ['d']),
  quantity('v', ['d']),
  quantity('w', ['h']),
  quantity('b', ['h']),
  quantity('W', ['h', 'd']),
  quantity('A', ['d', 'd']),
  quantity('K', ['d', 'd', 'h']),
  quantity('t'),
  quantity('u'),
  shaped('p', [fixedSize(3)]),
  shaped('r', [fixedSize(1), size('d')]),
  shaped('X', [size('d'), fixedSize(1)]),
  shaped('y', [{ names: { n: 1, k: -1 }, plus: 1 }]),
  { kind: 'index', name: 'i', latex: 'i', over: size('d') },
  { kind: 'function', name: 'f', latex: 'f', arity: 1 },
  { kind: 'function', name: 'g', latex: 'g', arity: 2 },
];
const declared = declarationsOf(PLAIN);

function read(text: string, declarations: Declarations = declared): Expression {
  const found = readExpression(text, declarations);
  if (!found.ok) throw new Error(`${text}: ${found.error[0].message}`);
  return found.value;
}

/** The shape, or the complaint with the place it points at. */
function judged(text: string, declarations: Declarations = declared): string {
  const found = checkExpression(read(text, declarations), declarations);
  if (found.ok) return shapeText(found.value.shape);
  const { message, span } = found.error;
  return `${message} [${text.slice(span.start, span.end)}]`;
}

/** The same text with everything that was implied. */
function completed(text: string): string {
  const found = checkExpression(read(text), declared);
  if (!found.ok) throw new Error(found.error.message);
  return latexOf(found.value.expression, declared);
}

test.each([
  ['x^T v', 'a number'],
  [String.raw`x \cdot v`, 'a number'],
  [String.raw`x \odot v`, 'a vector of size d'],
  ['x v^T', 'a d × d matrix'],
  ['x w^T', 'a d × h matrix'],
  ['x w^T w', 'a vector of size d'],
  ['W x + b', 'a vector of size h'],
  ['W * x', 'a vector of size h'],
  ['A A', 'a d × d matrix'],
  ['x^T A x', 'a number'],
  ['w^T W', 'a row of size d'],
  ['t x^T v', 'a number'],
  [String.raw`x + \mathbf 1`, 'a vector of size d'],
  [String.raw`\mathbf 1^T W \mathbf 1`, 'a number'],
  [String.raw`(\mathbf 1 - w) \odot w`, 'a vector of size h'],
  [String.raw`x^{\odot 2}`, 'a vector of size d'],
  ['A^2', 'a d × d matrix'],
  ['A^{-1} x', 'a vector of size d'],
  ['e^x', 'a vector of size d'],
  ['x / t', 'a vector of size d'],
  ['t^T', 'a number'],
  [String.raw`\|x\|_1`, 'a number'],
  [String.raw`\|W\|_F`, 'a number'],
  [String.raw`\langle x, v\rangle`, 'a number'],
  [String.raw`\tanh'(W x)`, 'a vector of size h'],
  ["f''(t)", 'a number'],
  ['f(x)', 'a vector of size d'],
  ['g(t, u)', 'a number'],
  [String.raw`\max(0, W x)`, 'a vector of size h'],
  [String.raw`\max(x)`, 'a number'],
  [String.raw`\operatorname{softmax}(W)`, 'an h × d matrix'],
  [String.raw`\operatorname{logsumexp}(W)`, 'a vector of size h'],
  [String.raw`\operatorname{logsumexp}(x)`, 'a number'],
  [String.raw`\operatorname{trace}(A)`, 'a number'],
  [String.raw`\operatorname{diag}(x) v`, 'a vector of size d'],
  [String.raw`\operatorname{diag}(A)`, 'a vector of size d'],
  [String.raw`\sum_j W_j`, 'a vector of size d'],
  [String.raw`\sum_{j=1}^{d} w_j`, 'a number'],
  [String.raw`d \|w\|_1`, 'a number'],
  ['W_1', 'a vector of size d'],
  ['K_{112}', 'a number'],
  ['(W x)_1', 'a number'],
  ['(x^T)_2', 'a number'],
  ['r_2 + X_1', 'a number'],
  ['r x', 'a number'],
  ['X', 'a vector of size d'],
  [String.raw`\begin{cases} x & t>0\\ v & t \le 0\end{cases}`, 'a vector of size d'],
  [
    String.raw`\begin{pmatrix} t & 1\\ 0 & 2\end{pmatrix} \begin{pmatrix} 1 \\ 2\end{pmatrix}`,
    'a vector of size 2',
  ],
  [String.raw`\begin{pmatrix} t & 1\end{pmatrix} \begin{pmatrix} 1 \\ 2\end{pmatrix}`, 'a number'],
  ['y', 'a vector of size n - k + 1'],
  [String.raw`\begin{cases} 0 & t>0\\ v & t \le 0\end{cases}`, 'a vector of size d'],
  ['0 + W', 'an h × d matrix'],
  ['A - t \\operatorname{diag}(\\mathbf 1)', 'a d × d matrix'],
])('%s is %s', (text, shape) => {
  expect(judged(text)).toBe(shape);
});

test.each([
  [
    'x v',
    String.raw`$x v$ multiplies a vector of size d by another. Write $x^{\top} v$ for the inner product or $x \odot v$ for the product component by component. [x v]`,
  ],
  [
    'x * v',
    String.raw`$x * v$ puts $*$ between a vector of size d and another. Write $x^{\top} v$ for the inner product or $x \odot v$ for the product component by component. [x * v]`,
  ],
  ['A * A', '$A * A$ puts $*$ between a d × d matrix and another. [A * A]'],
  ['t x W', '$t x W$ multiplies a vector of size d by an h × d matrix. [t x W]'],
  [
    String.raw`x \cdot w`,
    String.raw`$x \cdot w$ is the inner product of a vector of size d and a vector of size h. [x \cdot w]`,
  ],
  ['W x + v', '$W x + v$ adds a vector of size h and a vector of size d. [v]'],
  [
    'x + v^T',
    String.raw`$x + v^{\top}$ adds a vector of size d and a row of size d. Transpose one of them. [v^T]`,
  ],
  [
    '1 + x',
    String.raw`$1 + x$ adds a number and a vector of size d. Write $\mathbf 1$ for a vector of ones if every component is meant. [x]`,
  ],
  [
    'x^2',
    String.raw`$x^{2}$ is a power of a vector of size d. Write $\|x\|^2$ or $x \odot x$. [x^2]`,
  ],
  ['W^2', '$W^{2}$ is a power of an h × d matrix, which is not square. [W^2]'],
  ['A^{1/2}', String.raw`A matrix has whole powers only, so $A^{\frac{1}{2}}$ has no value. [1/2]`],
  ['2^x', 'In $2^{x}$ the exponent is a vector of size d; it has to be a number. [x]'],
  [
    't / x',
    String.raw`$\frac{t}{x}$ divides by a vector of size d. Only a number can divide; write it for one component. [t / x]`,
  ],
  [
    String.raw`\|W\|`,
    String.raw`Which norm of the matrix is meant? Only $\left\|W\right\|_{F}$ is known. [\|W\|]`,
  ],
  [
    'g(t, x)',
    String.raw`$g\left(t, x\right)$ takes numbers, but argument 2 is a vector of size d. [x]`,
  ],
  [
    String.raw`\max(0, x, w)`,
    String.raw`$\max\left(0, x, w\right)$ compares a vector of size d and a vector of size h. [w]`,
  ],
  [
    String.raw`\operatorname{trace}(W)`,
    String.raw`$\operatorname{trace}\left(W\right)$ needs a square matrix, not an h × d matrix. [\operatorname{trace}(W)]`,
  ],
  [
    String.raw`\prod_j W_j`,
    'A product over an index is of numbers, but what is taken here is a vector of size d. [W_j]',
  ],
  [
    String.raw`\sum_{j=1}^{\infty} 2^{-j}`,
    String.raw`An infinite sum or product cannot be evaluated; write what it is worth. [\infty]`,
  ],
  [String.raw`\sum_{j=1}^{x} t`, 'A limit has to be a number, but $x$ is a vector of size d. [x]'],
  [
    '|x|',
    String.raw`$\left|x\right|$ puts bars around a vector of size d. Write $\left\|x\right\|$ for its length, or the bars for one component. [|x|]`,
  ],
  ['p_4', 'There are only 3 components, so there is no component 4. [4]'],
  ['p_0', 'Components are counted from 1, so there is no component 0. [0]'],
  ['p_{1.5}', 'An index has to be whole, not 1.5. [1.5]'],
  ['K', '$K$ needs all its 3 indices, since it is part of a tensor of size d × d × h. [K]'],
  ['1_{x>0}', 'What is compared has to be a number, but $x$ is a vector of size d. [x]'],
  [
    String.raw`\begin{cases} x & t>0\\ t & t \le 0\end{cases}`,
    'The cases are of different shapes: a vector of size d and a number. [t]',
  ],
  [
    String.raw`\begin{pmatrix} x & 1\end{pmatrix}`,
    'An entry of a matrix has to be a number, but $x$ is a vector of size d. [x]',
  ],
])('%s is refused', (text, complaint) => {
  expect(judged(text)).toBe(complaint);
});

test('what is too long to be quoted is left out of the sentence', () => {
  const long = Array.from({ length: 100 }, () => 't').join(' + ');
  expect(judged(`(${long}) + x`)).toContain(String.raw`$\ldots$ adds a number and a vector`);
});

describe('over what letters run', () => {
  test.each([
    [String.raw`\sum_j w_j`, String.raw`\sum_{j=1}^{h} w_{j}`],
    [String.raw`\sum_{j=2} w_j`, String.raw`\sum_{j=2}^{h} w_{j}`],
    [String.raw`\prod_j W_{1,j}`, String.raw`\prod_{j=1}^{d} W_{1, j}`],
    [String.raw`\sum_j y_j`, String.raw`\sum_{j=1}^{n - k + 1} y_{j}`],
    [String.raw`\sum_j (W x)_j`, String.raw`\sum_{j=1}^{h} \left(W x\right)_{j}`],
    // what its declaration says, where nothing else does
    [String.raw`\sum_i t`, String.raw`\sum_{i=1}^{d} t`],
  ])('%s is %s', (text, full) => {
    expect(completed(text)).toBe(full);
  });

  test.each([
    [
      String.raw`\sum_j 1`,
      'Over what does $j$ run? Nothing here has $j$ as its index; write the limits.',
    ],
    [
      String.raw`\sum_j w_j x_j`,
      'The index $j$ would have to run over h in one place and over d in another.',
    ],
    ['w_i', 'The index $i$ runs over d, but here it would have to run over h.'],
    ['w_m x_m', 'The index $m$ would have to run over h in one place and over d in another.'],
    ['w_{m+1}', 'Over what does $m$ run? Nothing here has $m$ as its index; write the limits.'],
  ])('%s is refused', (text, message) => {
    expect(judged(text)).toContain(message);
  });

  test('a letter may choose out of more than it is declared to run over', () => {
    const more = declarationsOf([
      shaped('s', [{ names: { n: 1, k: 1 }, plus: -1 }]),
      quantity('q', ['n']),
      { kind: 'index', name: 'i', latex: 'i', over: size('n') },
      { kind: 'index', name: 'm', latex: 'm', over: { names: { n: 1, k: 1 }, plus: 0 } },
    ]);
    expect(judged('s_i q_i', more)).toBe('a number');
    expect(judged('s_m', more)).toContain(
      'runs over n + k, but here it would have to run over n + k - 1',
    );
  });

  test('a free letter is reported with what it runs over', () => {
    const found = checkExpression(read('x_i W_{mi} w_m'), declared);
    const free = found.ok ? [...found.value.freeIndices] : [];
    expect(free.map(([name, over]) => [name, sizeText(over)])).toEqual([
      ['i', 'd'],
      ['m', 'h'],
    ]);
  });
});

describe('a chain', () => {
  function chained(text: string): string {
    const found = readStatement(text, declared);
    if (!found.ok) throw new Error(text);
    const checked = checkStatement(found.value, declared);
    if (!checked.ok) return checked.error.message;
    const sides = [checked.value.first, ...checked.value.links.map(({ to }) => to)];
    return sides
      .map(({ shape, freeIndices }) => [shapeText(shape), ...freeIndices.keys()].join(' '))
      .join('; ');
  }

  test('has sides of one shape, each with its own free letters', () => {
    expect(chained(String.raw`x_m = v_m + t \le u`)).toBe('a number m; a number m; a number');
  });

  test('tells one side the size of the ones on the other', () => {
    expect(chained(String.raw`x = t \mathbf 1`)).toBe('a vector of size d; a vector of size d');
    expect(chained('0 = x - v')).toBe('a vector of size d; a vector of size d');
    expect(chained(String.raw`\mathbf 1 = \mathbf 1`)).toBe(
      String.raw`Of what size is $\mathbf{1}$ here?`,
    );
  });

  test('tells one side over what a letter runs on the other', () => {
    expect(chained('x_{m+1} = v_m')).toBe('a number m; a number m');
  });

  test('does not compare what has different shapes', () => {
    expect(chained('x = w')).toBe(
      '$x$ is a vector of size d and $w$ is a vector of size h, so they cannot be compared.',
    );
    expect(chained('x < v')).toBe(
      'Only numbers are smaller or greater; $x$ is a vector of size d.',
    );
  });
});

describe('definitions', () => {
  function withDefinition(declaration: Declared, parameters: string, text: string): Declarations {
    const plain = declarationsOf([...PLAIN, declaration]);
    const definition = { parameters: Array.from(parameters), body: read(text, plain) };
    return declarationsOf([
      ...PLAIN,
      declaration.kind === 'index' ? declaration : { ...declaration, definition },
    ]);
  }

  test.each([
    [quantity('a', ['h']), 'j', String.raw`\exp(-\sum_i W_{ji} x_i)`],
    [quantity('a', ['h']), '', 'W x'],
    [quantity('a', ['h', 'd']), 'j', 'W_j'],
    [quantity('a', ['h', 'd', 'd']), 'jii', 'W_{ji}'],
    [shaped('a', [fixedSize(1), size('d')]), 'j', 'x_j'],
    [quantity('a'), '', 'x^T v'],
  ])('may give what is declared, %#', (declaration, parameters, text) => {
    const declarations = withDefinition(declaration, parameters, text);
    expect(checkDefinitions(declarations)).toEqual([]);
  });

  test.each([
    [quantity('a', ['h']), 'j', 'x', 'x$ is a vector of size d, but a number is needed here.'],
    [
      quantity('a', ['h']),
      '',
      'x',
      'x$ is a vector of size d, but a vector of size h is needed here.',
    ],
    [quantity('a', ['h']), 'jk', 't', 'a$ is declared with 1 indices, not 2.'],
    [quantity('a', ['h', 'd']), 'jj', 't', 'j$ would have to run over h and over d.'],
    [quantity('a'), '', 'w_m', 'm$ is not one of the indices that are defined here.'],
    [quantity('a', ['h']), 'j', 'x_j', 'j$ runs over h, but here it would have to run over d.'],
    [quantity('a'), '', 'a + 1', 'a$ is defined by itself.'],
  ])('have to fit what is declared, %#', (declaration, parameters, text, message) => {
    const declarations = withDefinition(declaration, parameters, text);
    expect(checkDefinitions(declarations).map((each) => each.message)).toEqual([
      expect.stringContaining(message),
    ]);
    const use = declaration.kind === 'quantity' ? declaration.shape.map(() => num(1)) : [];
    const found = checkExpression(mul(num(2), sym('a', ...use)), declarations);
    expect(found.ok ? '' : found.error.message).toContain(message);
  });
});

test('every check makes a fresh tree whose parts have their shapes', () => {
  const tree = read(String.raw`W x + \sum_j w_j b`);
  const [one, other] = [checkExpression(tree, declared), checkExpression(tree, declared)];
  if (!one.ok || !other.ok) throw new Error('refused');
  expect(one.value.expression).toEqual(other.value.expression);
  expect(one.value.expression).not.toBe(other.value.expression);
  const { expression } = one.value;
  const parts = expression.kind === 'sum' ? expression.terms : [];
  expect(parts.map((part) => shapeText(shapeOf(part)))).toEqual(
    Array(2).fill('a vector of size h'),
  );
  expect(() => shapeOf({ ...expression })).toThrow('never checked');
});

test('names that are not declared are numbers only where that is asked for', () => {
  const loose = { ...declared, undeclaredScalars: true };
  expect(checkExpression(sym('q'), loose).ok).toBe(true);
  const strict = checkExpression(sym('q'), declared);
  expect(strict.ok ? '' : strict.error.kind).toBe('unknown-name');
});
