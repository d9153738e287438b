/** Letters run together: which of them are words, and which are letters of the question. */

import { describe, expect, it } from 'vitest';
import { readExpression } from '../../../../src/core/math/read/readStatement.ts';
import { latexOf } from '../../../../src/core/math/show/latexOf.ts';
import { declared } from './spellings.ts';

const names = declared('u: vector n; A: matrix n n; x: scalar');

describe('letters run together', () => {
  it.each([
    ['u^TAu', String.raw`u^{\top} A u`],
    ['u^TA^Tu', String.raw`u^{\top} A^{\top} u`],
    ['Tanh(x)', String.raw`\tanh\left(x\right)`],
    ['ReLU(x)', String.raw`\operatorname{relu}\left(x\right)`],
  ])('%s is %s', (text, latex) => {
    const read = readExpression(text, names);
    expect(read.ok ? latexOf(read.value, names) : read.error).toBe(latex);
  });
});
