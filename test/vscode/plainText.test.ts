import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/vscode/plainText.ts';

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
});
