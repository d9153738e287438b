import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { readStatement } from '../../../src/core/math/read/readStatement.ts';
import { latexOfStatement } from '../../../src/core/math/show/latexOf.ts';
import { dotted } from '../../../webview/controls/mathLatex.ts';
import { plainText } from '../../../webview/controls/plainText.ts';

const declarations = readDeclarations(
  String.raw`x: vector d; c, z: matrix d h; w, a: vector h; y, t, h_1: scalar; \frac{\partial y}{\partial x}: vector d`,
);

function readingOf(text: string): string {
  if (!declarations.ok) throw new Error('the declarations cannot be read');
  const read = readStatement(text, declarations.value);
  if (!read.ok) throw new Error(`cannot be read: ${text}`);
  return dotted(latexOfStatement(read.value, declarations.value)).replace(/\s/g, '');
}

describe('a formula as one would type it', () => {
  it.each([
    [
      String.raw`-\sum_{j}w_{j}a_{j}\operatorname{sign}\left(x_{i}-c_{ij}\right)`,
      '-sum_j w_j a_j sign(x_i-c_ij)',
    ],
    [String.raw`2\cdot\left(y-t\right)\cdot\left(1-h_{1}^{2}\right)`, '2*(y-t)*(1-h_1^2)'],
    [String.raw`\frac{\partial y}{\partial x_{i}}\le\left\|w\right\|_{1}`, '∂y/∂x_i<=||w||_1'],
    [String.raw`\frac{y+t}{\sqrt{t}}`, '(y+t)/(sqrt(t))'],
    [String.raw`\left|\frac{y}{2}\right|`, '|y/2|'],
    [
      String.raw`\sum_{j}\left|w_{j}\right|a_{j}\left|\operatorname{sign}\left(x_{i}-c_{ij}\right)\right|`,
      'sum_j |w_j| a_j |sign(x_i-c_ij)|',
    ],
    [String.raw`\exp\left(-t^{2}\right)`, 'exp(-t^2)'],
  ])('says the same as %s', (latex, text) => {
    expect(plainText(latex)).toBe(text);
    expect(readingOf(text)).toBe(readingOf(latex));
  });

  it('is none where plain text has no words', () => {
    expect(plainText(String.raw`\begin{cases}x & x>0\\ 0 & x\le0\end{cases}`)).toBeUndefined();
  });

  it('has dots where stars were typed, and only there', () => {
    expect(dotted('2 * x')).toBe(String.raw`2\cdot x`);
    expect(dotted(String.raw`\operatorname*{max}x`)).toBe(String.raw`\operatorname*{max}x`);
  });
});
