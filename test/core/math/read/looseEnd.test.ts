/** Where a product, a maximum or a minimum ends matters: what has two readings is asked back. */

import { describe, expect, it } from 'vitest';
import { readExpression } from '../../../../src/core/math/read/readStatement.ts';
import { latexOf } from '../../../../src/core/math/show/latexOf.ts';
import { declared } from './spellings.ts';

const names = declared('u: vector n; a: scalar');

describe('a factor after a product that does not have its letter', () => {
  it.each([
    String.raw`\prod_k u_k a`,
    String.raw`\prod_{k=1}^n u_k \cdot a`,
    String.raw`\prod u_k a`,
    String.raw`\prod_k (u_k) a`,
    String.raw`\max_k u_k a`,
    'min_k u_k*a',
  ])('is asked back: %s', (text) => {
    const read = readExpression(text, names);
    expect(read.ok ? read.value : read.error).toMatchObject([{ kind: 'ambiguous' }]);
  });

  it.each([
    String.raw`\prod_k (u_k a)`,
    String.raw`\prod_k \left(u_k a\right)`,
    String.raw`\prod_k {u_k a}`,
    String.raw`\left(\prod_k u_k\right) a`,
    String.raw`a \prod_k u_k`,
    String.raw`\prod_k a u_k`,
    String.raw`\prod_k \frac{u_k}{a}`,
    String.raw`\sum_k u_k a`,
    'prod(k=1..n, u_k*a)',
  ])('is no question in %s', (text) => {
    expect(readExpression(text, names)).toMatchObject({ ok: true });
  });

  it('is shown in brackets', () => {
    const read = readExpression(String.raw`\prod_k (u_k a)`, names);
    if (!read.ok) throw new Error(read.error[0].message);
    expect(latexOf(read.value, names)).toBe(String.raw`\prod_{k} \left(u_{k} a\right)`);
  });
});
