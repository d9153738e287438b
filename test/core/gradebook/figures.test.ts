import { describe, expect, it } from 'vitest';
import {
  FEWEST,
  alphaOf,
  correlation,
  histogram,
  spreadOf,
} from '../../../src/core/gradebook/figures.ts';

describe('spread', () => {
  it('has mean, median and the deviation of a sample', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({
      count: 4,
      mean: 2.5,
      median: 2.5,
      deviation: Math.sqrt(5 / 3),
      least: 1,
      most: 4,
    });
    expect(spreadOf([])).toBeUndefined();
    expect(spreadOf([7])).toMatchObject({ mean: 7, median: 7, deviation: 0 });
  });
});

describe('correlation', () => {
  const rising = Array.from({ length: FEWEST }, (_, i) => i);

  it('is one for a line that rises and minus one for one that falls', () => {
    const value = (other: number[]) => correlation(rising, other);
    expect(value(rising.map((x) => 2 * x + 1))).toEqual({ value: expect.closeTo(1) as number });
    expect(value(rising.map((x) => -x))).toEqual({ value: expect.closeTo(-1) as number });
  });

  it('agrees with one worked out by hand', () => {
    const found = correlation([2, 4, 4, 4, 5, 5, 7, 9, 1, 3], [1, 3, 2, 5, 4, 6, 7, 8, 2, 2]);
    expect(found).toEqual({ value: expect.closeTo(45 / Math.sqrt(48.4 * 52), 10) as number });
  });

  it('says why there is none', () => {
    expect(correlation([1, 2], [1, 2])).toEqual({
      missing: expect.stringMatching(/too few/) as string,
    });
    expect(
      correlation(
        rising,
        rising.map(() => 3),
      ),
    ).toEqual({ missing: 'all got the same' });
  });
});

describe('Cronbach’s alpha', () => {
  it('is one where all questions agree and low where they do not', () => {
    const agree = Array.from({ length: 12 }, (_, i) => [i, i, i]);
    expect(alphaOf(agree)).toEqual({ value: expect.closeTo(1) as number });
    const rows = agree.map(([x = 0], i) => [x, i % 2, (i * 7) % 5]);
    expect(alphaOf(rows)).toMatchObject({ value: expect.any(Number) as number });
    expect((alphaOf(rows) as { value: number }).value).toBeLessThan(0.4);
  });

  it('is not told of few submissions, of one question, or where nobody differs', () => {
    expect(alphaOf([[1, 2]])).toHaveProperty('missing');
    expect(alphaOf(Array.from({ length: 12 }, (_, i) => [i]))).toHaveProperty('missing');
    expect(alphaOf(Array.from({ length: 12 }, () => [1, 2]))).toEqual({
      missing: 'all got the same',
    });
  });
});

describe('a histogram', () => {
  it('has its last bar include its end, and every value in one bar', () => {
    expect(histogram([0, 0.6, 1.5, 3, 3], 3, 5)).toEqual([1, 1, 1, 0, 2]);
    expect(histogram([0, 0], 0, 3)).toEqual([2, 0, 0]);
  });
});
