import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/runtime/rehearsal/plainText.ts';

class Point {
  readonly x = 1;
}

describe('data as text', () => {
  it('is the same for equal data', () => {
    const data = () => ({ a: [1, 'b', undefined], m: new Map([['k', { deep: true }]]) });
    expect(plainText(data())).toBe(plainText(data()));
  });

  it.each([
    [0, -0],
    [1, '1'],
    [[1, 2], ['1,2']],
    [{ a: undefined }, {}],
    [null, undefined],
    [new Map([['a', 1]]), { a: 1 }],
    [new Set([1]), [1]],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [Number.NaN, 'NaN'],
  ])('tells %o from %o', (one, other) => {
    expect(plainText(one)).not.toBe(plainText(other));
  });

  it.each([
    ['an object of a class', [new Point()]],
    ['a function', { f: () => 1 }],
    ['a getter', Object.defineProperty({}, 'x', { get: () => 1 })],
    ['a symbol', { [Symbol('s')]: 1 }],
  ])('knows nothing of %s', (_name, data) => {
    expect(plainText(data)).toBeUndefined();
  });

  it('knows nothing of what contains itself', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(plainText(circle)).toBeUndefined();
  });
});
