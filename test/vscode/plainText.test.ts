import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/vscode/plainText.ts';

describe('plain text', () => {
  it('is what a message says, without the marks of formulas and Markdown', () => {
    expect(plainText('**Wrong**: for $x = (1,\\ -2)$, $t\\,f(z) = \\infty$; call `step()`.')).toBe(
      'Wrong: for x = (1, -2), t f(z) = ∞; call step().',
    );
  });

  it('keeps names with underscores and commands that it does not know', () => {
    expect(plainText('`requiresGrad_()` and $\\alpha_1 \\|x-z\\|^2$')).toBe(
      'requiresGrad_() and \\alpha_1 ‖x-z‖^2',
    );
  });

  it('reads words in formulas', () => {
    expect(plainText('$z = \\text{NaN}$')).toBe('z = NaN');
  });
});
