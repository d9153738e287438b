import { describe, expect, it } from 'vitest';
import { boxAround, closeUp } from '../../src/vscode/pictureBox.ts';

const box = { low: [-2, -1], high: [2, 1] };

describe('the part of the plane that a picture shows', () => {
  it('is the box as long as all points lie in it', () => {
    expect(
      boxAround(box, [
        [0, 0],
        [2, -1],
      ]),
    ).toEqual(box);
  });

  it('begins half as wide, around the middle of the inputs', () => {
    expect(
      closeUp(box, [
        [1, 0],
        [3, 0.5],
      ]),
    ).toEqual({ low: [1, -0.25], high: [3, 0.75] });
  });

  it('grows, with a margin, where a point lies outside', () => {
    const { low, high } = boxAround(box, [[3, 0]]);
    expect(low).toEqual([-2, -1]);
    expect(high[0]).toBeGreaterThan(3);
    expect(high[1]).toBe(1);
  });

  it('is not blown up by a path that diverges', () => {
    expect(
      boxAround(box, [
        [1e9, Number.NaN],
        [Infinity, -1e30],
      ]),
    ).toEqual(box);
  });
});
