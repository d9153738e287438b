import { describe, expect, it } from 'vitest';
import { describe as inWords, pointsOf, short, wantsLog } from '../../webview/attack/series.ts';

const series = (values: readonly number[], first = 1) => ({ name: 'loss', first, values });

describe('a series', () => {
  it('is thinned, keeping its first and its last point', () => {
    const points = pointsOf(series(Array.from({ length: 10_000 }, (_, i) => i)), 500);
    expect(points.length).toBeLessThanOrEqual(501);
    expect(points[0]).toEqual({ iteration: 1, value: 0 });
    expect(points.at(-1)).toEqual({ iteration: 10_000, value: 9999 });
  });

  it('leaves out what is no number', () => {
    expect(
      pointsOf(series([1, Number.NaN, Infinity, 4]), 10).map(({ iteration }) => iteration),
    ).toEqual([1, 4]);
  });

  it('is put in words', () => {
    expect(inWords(series([3, 1, 2]))).toBe(
      'loss: from 3 (iteration 1) to 2 (iteration 3); least 1 (iteration 2).',
    );
    expect(inWords(series([3, Number.NaN]))).toBe(
      'loss: from 3 (iteration 1) to 3 (iteration 1); 1 value is not a number.',
    );
    expect(inWords(series([]))).toBe('loss: no values yet.');
  });

  it('gets a logarithmic axis only where it is positive and spans much', () => {
    expect(wantsLog([100, 1])).toBe(true);
    expect(wantsLog([10, 1])).toBe(false);
    expect(wantsLog([100, 0])).toBe(false);
    expect(wantsLog([100, -1])).toBe(false);
    expect(wantsLog([])).toBe(false);
    expect(wantsLog([Number.NaN, 1000, 1])).toBe(true);
  });
});

it.each([
  [0, '0'],
  [-0.5, '−0.5'],
  [1234.5678, '1235'],
  [0.00001234, '1.23E-5'],
  [12_345_678, '1.23E7'],
  [Number.NaN, 'not a number'],
])('%d reads as %s', (value, words) => {
  expect(short(value)).toBe(words);
});
