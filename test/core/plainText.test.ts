import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/plainText.ts';

describe('plain text', () => {
  it('is what a message says, without the marks of formulas and Markdown', () => {
    expect(plainText('**Wrong**: for $x = (1,\\ -2)$, $t\\,f(z) = \\infty$; call `step()`.')).toBe(
      'Wrong: for x = (1, -2), t f(z) = ∞; call step().',
    );
  });

  it('keeps names with underscores and commands that it does not know', () => {
    expect(plainText('`requiresGrad_()` and $\\wp_1 \\|x-z\\|^2$')).toBe(
      'requiresGrad_() and \\wp_1 ‖x-z‖^2',
    );
  });

  it('writes fractions and letters as one types them', () => {
    expect(
      plainText('$\\frac{\\partial E}{\\partial y}$, $\\sigma(x) \\le \\lVert w\\rVert_1$'),
    ).toBe('∂ E/∂ y, σ(x) ≤ ‖ w‖_1');
  });

  it('reads words in formulas', () => {
    expect(plainText('$z = \\text{NaN}$')).toBe('z = NaN');
  });

  it.each([
    ['*not* 3*4, a * b * c', 'not 3*4, a * b * c'],
    ['`a*b*c` and $2*x*y$', 'a*b*c and 2*x*y'],
    ['[the notes](https://example.org/a)', 'the notes'],
    [String.raw`$\nabla_{x} \|w^{\top}x\| \ne 0$`, '∇_x ‖w^⊤x‖ ≠ 0'],
    [String.raw`$\left\{ x_{ij} \right\}$, $\constructor$`, String.raw`{ x_ij }, \constructor`],
    ['5 $ or `less', '5 $ or `less'],
  ])('of %j is %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('is made in no time of a text that only begins things', () => {
    const text = '*a '.repeat(20_000) + '['.repeat(20_000) + '$'.repeat(20_001);
    expect(plainText(text).length).toBeLessThan(text.length + 1);
  });
});
