import { describe, expect, it } from 'vitest';
import { type PlanePoint } from '../../../src/protocol/messages.ts';
import { equationOf } from '../../../webview/questions/drawing/lineEquation.ts';

const axes = ['x_1', 'x_2'] as const;
const equation = (p: PlanePoint, q: PlanePoint): string => equationOf([p, q], [...axes]);

describe('the equation of a line', () => {
  it('has whole coefficients where there are any', () => {
    expect(equation([-1, 1], [1, -1])).toBe('x_1 + x_2 = 0');
    expect(equation([0, 0], [1, 1])).toBe('x_1 - x_2 = 0');
    expect(equation([0, 0.5], [1, 0])).toBe('x_1 + 2x_2 = 1');
    expect(equation([0, -1], [3, 1])).toBe('2x_1 - 3x_2 = 3');
  });

  it('names one letter where a line is upright or level', () => {
    expect(equation([0.5, 0], [0.5, 7])).toBe('x_1 = 0.5');
    expect(equation([0, -1], [-4, -1])).toBe('x_2 = -1');
  });

  it('is the same from whichever of its points, and in decimals where nothing else is', () => {
    expect(equation([1, -1], [-1, 1])).toBe('x_1 + x_2 = 0');
    expect(equation([0, 0], [1, Math.SQRT2])).toBe('x_1 - 0.7071x_2 = 0');
  });
});
