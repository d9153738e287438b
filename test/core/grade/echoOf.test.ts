import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Echo } from '../../../src/core/grade/echo.ts';
import { echoOf } from '../../../src/core/grade/echoOf.ts';
import { lineEchoOf } from '../../../src/core/grade/lineEchoOf.ts';
import { type Question, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

const loaded = await loadTaskSet(fileURLToPath(new URL('../../../tasks/ml1/', import.meta.url)));
if (!loaded.ok) throw new Error('the bundled exam cannot be loaded');
const questions = new Map(questionsOf(loaded.value).map((question) => [question.id, question]));

function question(id: string): Question {
  const found = questions.get(id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

const echo = (id: string, text: string): Echo => echoOf(question(id), text);

/** What the complaint points at. */
function pointedAt(id: string, text: string): string {
  const complaint = echo(id, text);
  if (complaint.kind !== 'complaint') throw new Error(`${text} was read`);
  return text.slice(complaint.start, complaint.end);
}

describe('the echo of an expression', () => {
  it('shows plain text as it was read', () => {
    expect(echo('3a', '-sum_j w_j*a_j*sign(x_i-c_ij)')).toEqual({
      kind: 'read',
      latex: expect.stringMatching(/^-\\sum_\{j\} w_\{j\}.*c_\{i ?j\}\\right\)$/) as string,
    });
  });

  it('reads what a formula field writes', () => {
    for (const latex of [
      String.raw`-\sum_{j=1}^{h}w_{j}a_{j}\operatorname{sign}\left(x_{i}-c_{ij}\right)`,
      String.raw`-\sum_{j}w_{j}a_{j}\frac{\left(x_{i}-c_{ij}\right)}{\left|x_{i}-c_{ij}\right|}`,
      String.raw`\begin{cases}x_{i} & x_{i}>0\\ 0 & x_{i}<0\end{cases}`,
    ]) {
      expect(echo('3a', latex).kind, latex).toBe('read');
    }
    for (const latex of [
      String.raw`2\cdot\left(y-t\right)\left(1-h_{2}^{2}\right)\left(x_{2}+\left(1-h_{1}^{2}\right)x_{1}\right)`,
      String.raw`2\left(y-t\right)\tanh^{\prime}\left(x_{2}^{T}w+h_{1}\right)x_{2}`,
      String.raw`\sqrt2\frac12\left\|w\right\|_{1}x_{1}`,
    ]) {
      expect(echo('4d', latex).kind, latex).toBe('read');
    }
  });

  it('leaves out what only repeats the question, and points behind it all the same', () => {
    const asked = String.raw`\frac{\partial y}{\partial x_{i}}=`;
    expect(echo('3a', `${asked}x_{i}`)).toEqual({ kind: 'read', latex: 'x_{i}' });
    expect(pointedAt('3a', `${asked}x_{i}+q`)).toBe('q');
  });

  it('complains of names, brackets, shapes and empty boxes at their places', () => {
    expect(pointedAt('3a', 'x_i + q')).toBe('q');
    expect(pointedAt('3a', String.raw`x_{i}+\placeholder{}`)).toContain('placeholder');
    expect(pointedAt('3a', 'x_i + (2')).toBe('(');
    expect(echo('3a', 'x + 1').kind).toBe('complaint');
    expect(echo('3a', 'x_i <= 1').kind).toBe('complaint');
  });

  it('is empty where nothing is written', () => {
    expect(echo('3a', '  ')).toEqual({ kind: 'empty' });
    expect(echo('3a', ' = ')).toEqual({ kind: 'empty' });
  });
});

describe('the echo of a step', () => {
  it('reads chains, and does without the relation in front', () => {
    expect(echo('3b', String.raw`\le d\left\|w\right\|_{1}`)).toEqual(
      echo('3b', String.raw`d\left\|w\right\|_{1}`),
    );
    expect(echo('3b', String.raw`\sum_j|w_j|=\|w\|_1`).kind).toBe('read');
  });

  it('points at the place in what was written, whatever stands before it', () => {
    expect(pointedAt('3b', String.raw`\le d + q`)).toBe('q');
  });

  it('is empty where only a relation is written', () => {
    expect(echo('3b', '<=')).toEqual({ kind: 'empty' });
  });
});

it('is there for formulas only', () => {
  expect(() => echo('1.1', 'x')).toThrow('Question 1.1 is not answered with formulas.');
});

describe('the echo of a formula on a piece of a drawing', () => {
  it('shows how it was read, with the letters of the plane and what is defined', () => {
    expect(echo('2a', '2x1')).toEqual({ kind: 'read', latex: '2 x_1' });
    expect(echo('2a', 'y = a_3')).toMatchObject({ kind: 'read' });
    expect(echo('2a', ' ')).toEqual({ kind: 'empty' });
  });

  it('complains of other letters', () => {
    expect(pointedAt('2a', '2x_1 + q')).toBe('q');
  });
});

describe('the echo of a line', () => {
  it('is two points of a drawing', () => {
    expect(lineEchoOf(question('2a'), 'x_1 = x_2')).toMatchObject({ kind: 'line' });
  });

  it('is refused where nothing is drawn', () => {
    expect(() => lineEchoOf(question('3a'), 'x_1 = x_2')).toThrow('not answered with a drawing');
  });
});

describe('the echo of a label in a diagram', () => {
  it.each([
    ['h1', 'h_1'],
    ['ℰ', 'E'],
    ['h_1 = tanh(x_1^T w + h_0)', String.raw`h_1 = \tanh\left(x_1^{\top} w + h_0\right)`],
    ['+', '+'],
    [String.raw`\tanh`, String.raw`\operatorname{tanh}`],
    ['a_1', 'a_{1}'],
    ['a_1 = x_1^T w', String.raw`a_{1} = x_1^{\top} w`],
    ['my 50% loss', String.raw`\text{my 50\% loss}`],
  ])('typesets %s', (text, latex) => {
    expect(echo('4a', text)).toEqual({ kind: 'read', latex });
  });

  it('complains of broken notation only, at its place', () => {
    expect(echo('4a', ' ')).toEqual({ kind: 'empty' });
    expect(pointedAt('4a', String.raw`h_1 = \frac{1}`)).toBe('}');
    expect(pointedAt('4a', 'x_{1')).toBe('{');
  });
});
