import { describe, expect, it } from 'vitest';
import { withoutDressing } from '../../../../src/core/grade/expression/dressing.ts';

const ASKED = String.raw`\frac{\partial E}{\partial y}`;

describe('what stands around an answer', () => {
  it.each([
    ['= 2x', '  2x'],
    ['  = 2x.', '    2x '],
    ['2x;', '2x '],
    [String.raw`\dfrac{\partial E}{\partial y} = 2x`, `${' '.repeat(32)} 2x`],
    [String.raw`\frac { \partial E } { \partial y }=2x`, `${' '.repeat(36)}2x`],
  ])('%s is blanked, and nothing else moves', (text, bare) => {
    expect(withoutDressing(text, ASKED)).toBe(bare);
    expect(bare).toHaveLength(text.length);
  });

  it.each(['2x', '2 = x', 'a = b = c', '0.5', ''])('%s stays as it is', (text) => {
    expect(withoutDressing(text, ASKED)).toBe(text);
  });

  it('may be very long', () => {
    const text = `${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}=${' '.repeat(1_000_000)}y`;
    expect(withoutDressing(text, ASKED)).toBe(text);
  });
});
