import { describe, expect, it } from 'vitest';
import { numberIn, numberText, numberWords } from '../../../webview/questions/drawing/numbers.ts';

describe('a coordinate', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['.25', 0.25],
    [' -1 ', -1],
    ['−2', -2],
    ['+3', 3],
    ['1/2', 0.5],
    ['-3/4', -0.75],
    ['√2', Math.SQRT2],
    ['-√2/2', -Math.SQRT1_2],
    ['sqrt(2)', Math.SQRT2],
    [String.raw`\sqrt{2}`, Math.SQRT2],
    ['2√3/3', (2 * Math.sqrt(3)) / 3],
    ['1/√2', Math.SQRT1_2],
    ['2*√2', 2 * Math.SQRT2],
    ['-0', 0],
  ])('is read from %s', (text, value) => {
    expect(numberIn(text)).toBeCloseTo(value, 12);
    expect(Object.is(numberIn(text), -0)).toBe(false);
  });

  it.each(['', ' ', '-', '/', '1/', '1/0', 'x', '1e3', '1.2.3', '1 000 001', '√', 'NaN', '--1'])(
    'is not read from “%s”',
    (text) => {
      expect(numberIn(text)).toBeUndefined();
    },
  );

  it('is shown with as many digits as matter, and without a negative zero', () => {
    expect([0.5, -1 / 3, 1e-9, -1e-9, 2].map(numberText)).toEqual([
      '0.5',
      '-0.3333',
      '0',
      '0',
      '2',
    ]);
    expect(numberWords(-0.25)).toBe('−0.25');
  });
});
