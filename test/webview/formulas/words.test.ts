import { describe, expect, it } from 'vitest';
import { counterexampleWords } from '../../../src/core/grade/expression/counterexampleWords.ts';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { latexOf, valueOf } from '../../../webview/controls/mathLatex.ts';
import { remarksBeside } from '../../../webview/questions/counterexample.ts';
import { factWords } from '../../../webview/questions/derivation/judgement.ts';
import { pointingAt } from '../../../webview/questions/echo.ts';
import { looksPlain } from '../../../webview/questions/writing.ts';

describe('the line that points at a place', () => {
  it('marks each sign of it', () => {
    expect(pointingAt('x + qq', { start: 4, end: 6 })).toEqual({
      before: 'x + ',
      piece: 'qq',
      after: '',
    });
  });

  it('shows the surroundings only of a place in a long text', () => {
    const text = `${'x'.repeat(99)}q${'y'.repeat(99)}`;
    expect(pointingAt(text, { start: 99, end: 100 })).toEqual({
      before: `…${'x'.repeat(30)}`,
      piece: 'q',
      after: `${'y'.repeat(30)}…`,
    });
  });

  it('is one line whatever the text, and marks the end of it', () => {
    expect(pointingAt('a\nb', { start: 3, end: 3 })).toEqual({
      before: 'a b',
      piece: '\u00A0',
      after: '',
    });
  });
});

describe('the name of a fact', () => {
  it.each([
    ['triangle inequality', 'triangle inequality'],
    ['a_j at most 1', '$a_j$ at most 1'],
    ['sum of c_ij and x^2', 'sum of $c_{ij}$ and $x^2$'],
    ['$a_j$ at most 1', '$a_j$ at most 1'],
  ])('is typeset where it is a formula: %s', (name, words) => {
    expect(factWords(name)).toBe(words);
  });
});

describe('what was written', () => {
  it.each(['2*x', 'c_ij', 'exp(x)', 'sum_j a_j', 'sqrt(2)', 'x^10'])(
    'is plain text: %s',
    (text) => {
      expect(looksPlain(text)).toBe(true);
    },
  );

  it.each([
    String.raw`\sum_{j}w_{j}a_{j}`,
    String.raw`\operatorname{sign}\left(x_{i}-c_{ij}\right)`,
    String.raw`\begin{cases}x & x>0\\ 0 & \text{otherwise}\end{cases}`,
    'x+y',
    '2ab',
    String.raw`x^{10}`,
  ])('is LaTeX or both: %s', (text) => {
    expect(looksPlain(text)).toBe(false);
  });
});

describe('the LaTeX of a field', () => {
  it('has braces wherever there could be a doubt', () => {
    expect(latexOf(String.raw`x^2y_1\operatorname{\mathrm{sign}}w^{T}`)).toBe(
      String.raw`x^{2}y_{1}\operatorname{sign}w^{T}`,
    );
  });

  it('writes norms as authors do, and gives them to the field as it draws them', () => {
    const latex = String.raw`\left\|w\right\|_{1}`;
    expect(valueOf(latex)).toBe(String.raw`\left\Vert w\right\Vert _{1}`);
    expect(latexOf(valueOf(latex))).toBe(latex);
    expect(valueOf(String.raw`a \\| b`)).toBe(String.raw`a \\| b`);
  });
});

describe('the brackets of a formula', () => {
  it.each([
    [String.raw`\exp(-(x))`, String.raw`\exp\left(-\left(x\right)\right)`],
    [String.raw`\frac{(a)}{b}(c)`, String.raw`\frac{\left(a\right)}{b}\left(c\right)`],
    [String.raw`\left(a(b)\right)`, String.raw`\left(a\left(b\right)\right)`],
    [String.raw`(a\leftarrow b)`, String.raw`\left(a\leftarrow b\right)`],
    // no pairs
    ['(a', '(a'],
    ['a)', 'a)'],
    [String.raw`(\frac{a)}{b}`, String.raw`(\frac{a)}{b}`],
    [String.raw`\left(a\right.)`, String.raw`\left(a\right.)`],
    [String.raw`\{(a)\}`, String.raw`\{\left(a\right)\}`],
  ])('grow in pairs: %s', (latex, value) => {
    expect(valueOf(latex)).toBe(value);
  });
});

describe('remarks beside a table of values', () => {
  const counterexample = { sizes: {}, indices: {}, values: { x: 1 }, left: 2, right: null };
  const declarations = readDeclarations('x: scalar');
  if (!declarations.ok) throw new Error('unreadable');
  const words = counterexampleWords(counterexample, declarations.value);

  it('do not say again what the table shows', () => {
    expect(words).toMatch(/^At /);
    expect(remarksBeside([words, `Not so. ${words}`, 'Else.'], counterexample)).toEqual([
      'Not so.',
      'Else.',
    ]);
  });

  it('do not repeat the sides of a step without letters', () => {
    const found = { ...counterexample, values: {} };
    const step = 'Step 2 does not hold. The left side is $1$ and the right side is $2$.';
    expect(remarksBeside([step], found)).toEqual(['Step 2 does not hold.']);
    const value = counterexampleWords({ ...found, right: -4 }, declarations.value);
    expect(remarksBeside([value], found)).toEqual([value]);
  });

  it('say it where there is no table', () => {
    expect(remarksBeside([words], undefined)).toEqual([words]);
  });
});
