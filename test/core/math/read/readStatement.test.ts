import { describe, expect, test } from 'vitest';
import { type Declarations } from '../../../../src/core/math/declarations.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { readExpression, readStatement } from '../../../../src/core/math/read/readStatement.ts';
import { SPELLINGS, declared } from './spellings.ts';
import { statementText, treeText } from './treeText.ts';

const QUESTION = declared();

function treeOf(text: string, declarations = QUESTION): string {
  const read = readStatement(text, declarations);
  return read.ok ? statementText(read.value) : `${read.error[0].kind}: ${read.error[0].message}`;
}

describe.each(Object.entries(SPELLINGS))('%s', (_, rows) => {
  test.each(rows)('%s', (text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });
});

describe('Names of the question come first', () => {
  test.each([
    ['\\sigma: scalar', String.raw`\sigma(2)`, String.raw`(* \sigma 2)`],
    ['', String.raw`\sigma(2)`, '(sigmoid 2)'],
    ['e: scalar', 'e^2', '(^ e 2)'],
    ['e: scalar', String.raw`\exponentialE^2`, '(exp 2)'],
    ['\\pi: vector K', String.raw`\pi_k`, String.raw`\pi[:k]`],
    ['I: scalar', 'I(2)', '(* I 2)'],
    ['d: scalar; y: scalar', '2dy', '(* 2 d y)'],
    ['T: scalar; g: scalar', 'g^T', '(^ g T)'],
    ['T: scalar; x: vector d', 'x^T x', '(* (T x) x)'],
    ['\\delta: vector h', String.raw`\delta_k`, String.raw`\delta[:k]`],
    ['f: function', 'f(2)', '(f 2)'],
    ['f: scalar', 'f(2)', '(* f 2)'],
    ['max: scalar', '2max', '(* 2 max)'],
    ['\\alpha: scalar', 'alpha', String.raw`\alpha`],
    ['alpha: scalar', String.raw`\alpha`, String.raw`\alpha`],
    [
      'x: scalar; \\mathbf{x}: vector d',
      String.raw`x \mathbf{x}_1`,
      String.raw`(* x \mathbf{x}[1])`,
    ],
    ['\\mathcal{E}: scalar', 'E', String.raw`\mathcal{E}`],
    ['\\varphi: scalar', String.raw`\phi`, String.raw`\varphi`],
    ['h_{t}, h_{t-1}: vector n', 'h_{t-1} + h_t', '(+ h_{t-1} h_t)'],
    ['h: matrix S n; t: index S', 'h_{t-1}', 'h[(+ :t (- 1))]'],
    ['∂y/∂x_i: scalar; ∂y/∂x: vector d', String.raw`\frac{\partial y}{\partial x_i}`, '∂y/∂x_i'],
  ])('with “%s” the text %s is %s', (declare, text, tree) => {
    expect(treeOf(text, declared(declare))).toBe(tree);
  });
});

describe('Decimal commas', () => {
  const german = options({ decimalComma: true });

  test.each([
    ['2,5', '2.5'],
    ['max(0,5; y)', '(max 0.5 y)'],
    ['max(0, y)', '(max 0 y)'],
    ['x_{1,i}', 'x_1[:i]'],
    ['2.5', '2.5'],
  ])('%s is %s', (text, tree) => {
    expect(treeOf(text, german)).toBe(tree);
  });
});

describe('Letters that nobody declared', () => {
  const loose = options({ undeclaredScalars: true }, '');

  test.each([
    ['x_1 + y', '(+ x_1 y)'],
    ['2ab', '(* 2 a b)'],
    ['h2', 'h_2'],
    ['dE/dy', '∂E/∂y'],
    [String.raw`\alpha x`, String.raw`(* \alpha x)`],
    ['e^x', '(exp x)'],
    ['sin(x)', '(sin x)'],
  ])('%s is %s where they are numbers', (text, tree) => {
    expect(treeOf(text, loose)).toBe(tree);
  });

  test('a sum over an undeclared name is refused, since nobody knows its size', () => {
    expect(treeOf(String.raw`\sum_i x_i`, loose)).toMatch(
      /“x_i” has an index that runs: declare what x is/,
    );
  });
});

describe('One expression', () => {
  test('is a tree', () => {
    const read = readExpression('y + 1', QUESTION);
    expect(read.ok && treeText(read.value)).toBe('(+ y 1)');
  });

  test('has no relation', () => {
    const read = readExpression('y = t', QUESTION);
    expect(read.ok ? undefined : read.error).toEqual([
      {
        kind: 'unreadable',
        message: 'Expected one expression here, without a relation.',
        span: { start: 2, end: 3 },
      },
    ]);
  });

  test('knows where its parts stand in the text', () => {
    const text = String.raw`2\cdot\left(y - \tanh(t)\right)`;
    const read = readExpression(text, QUESTION);
    const product = read.ok && read.value.kind === 'product' ? read.value : undefined;
    const sum = product?.factors[1];
    expect(sum?.span && text.slice(sum.span.start, sum.span.end)).toBe(String.raw`y - \tanh(t)`);
  });
});

function options(
  more: { decimalComma?: boolean; undeclaredScalars?: boolean },
  text?: string,
): Declarations {
  const base = declared(text);
  const read = readDeclarations('', { base, ...more });
  if (!read.ok) throw new Error('the declarations are not readable');
  return read.value;
}
