import { describe, expect, it } from 'vitest';
import { numberStep, snapStep, stepOf } from '../../../webview/questions/drawing/steps.ts';

const GRID = 0.5;

describe('the steps of a board', () => {
  it('number the grid where there is room, more of it farther away and less closer by', () => {
    expect(numberStep(75, GRID)).toBe(0.5);
    expect(numberStep(60, GRID)).toBe(1);
    expect(numberStep(10, GRID)).toBe(5);
    expect(numberStep(400, GRID)).toBe(0.1);
    expect(numberStep(2400, GRID)).toBeCloseTo(0.02, 12);
  });

  it('snap to half the grid, and to what is numbered closer by', () => {
    expect(snapStep(75, GRID)).toBe(0.25);
    expect(snapStep(400, GRID)).toBe(0.1);
  });

  it('leave out lines that would be a haze', () => {
    expect(stepOf(75, GRID, 7)).toBe(0.5);
    expect(stepOf(10, GRID, 7)).toBe(1);
    expect(stepOf(1, GRID, 7)).toBe(10);
  });
});
