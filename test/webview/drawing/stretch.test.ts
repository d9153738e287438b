import { describe, expect, it } from 'vitest';
import { distanceTo, stretchIn, stretchesIn } from '../../../webview/questions/drawing/stretch.ts';

const box = { low: [-2, -2], high: [2, 2] } as const;

describe('the part that shows', () => {
  it('is all of a line between the edges, whatever its points', () => {
    expect(stretchIn(box, 'line', [0, 0], [0.5, 0.5])).toEqual([
      [-2, -2],
      [2, 2],
    ]);
    expect(stretchIn(box, 'line', [5, 1], [6, 1])).toEqual([
      [-2, 1],
      [2, 1],
    ]);
    expect(stretchIn(box, 'line', [1, 7], [1, 3])).toEqual([
      [1, 2],
      [1, -2],
    ]);
  });

  it('is what a ray has after its start, and a segment between its ends', () => {
    expect(stretchIn(box, 'ray', [0, 0], [1, 0])).toEqual([
      [0, 0],
      [2, 0],
    ]);
    expect(stretchIn(box, 'ray', [3, 0], [4, 0])).toBeUndefined();
    expect(stretchIn(box, 'segment', [-3, 0], [1, 0])).toEqual([
      [-2, 0],
      [1, 0],
    ]);
    expect(stretchIn(box, 'segment', [3, -3], [3, 3])).toBeUndefined();
  });

  it('is one for each side of a polyline that comes into the box', () => {
    const points = [
      [-1, 0],
      [0, 1],
      [0, 5],
      [3, 5],
    ] as const;
    expect(stretchesIn(box, { type: 'polyline', points })).toEqual([
      [
        [-1, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [0, 2],
      ],
    ]);
  });
});

describe('the distance of a stretch', () => {
  it('is to its nearest point, which may be an end', () => {
    const stretch = [
      [0, 0],
      [2, 0],
    ] as const;
    expect(distanceTo(stretch, [1, 3])).toBe(3);
    expect(distanceTo(stretch, [5, 4])).toBe(5);
    expect(
      distanceTo(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
      ),
    ).toBe(1);
  });
});
