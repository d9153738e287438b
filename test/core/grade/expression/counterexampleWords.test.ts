import { describe, expect, it } from 'vitest';
import {
  aboutWritten,
  counterexampleWords,
  placeWords,
} from '../../../../src/core/grade/expression/counterexampleWords.ts';
import { declarationsOf, fold, mul, quantity, sizeOf, sym } from '../../../support/expressions.ts';

const letters = declarationsOf([
  quantity('y'),
  quantity('mu', [], { latex: String.raw`\mu` }),
  quantity('x', ['d']),
  quantity('A', ['d', 'h']),
]);

const found = {
  sizes: { d: 2, h: 1 },
  indices: { i: 1 },
  values: { y: 0.5, mu: 1e-7, x: [1, -2], A: [[1], [3]] },
  left: [1, null],
  right: 2,
};

describe('a counterexample in words', () => {
  it('names the point and both values', () => {
    expect(counterexampleWords({ ...found, values: { y: 1 } }, letters)).toBe(
      String.raw`At $d = 2,\; h = 1,\; i = 1,\; y = 1$ yours is $\begin{pmatrix}1 \\ \text{undefined}\end{pmatrix}$, the right value is $2$.`,
    );
    expect(counterexampleWords({ ...found, left: null }, letters)).toContain(
      'yours has no value, the right value is $2$',
    );
  });

  it('typesets vectors, matrices, powers of ten and the names of the question', () => {
    expect(placeWords(found, letters)).toBe(
      String.raw`At $d = 2,\; h = 1,\; i = 1,\; y = 0.5,\; \mu = 1 \cdot 10^{-7},\; x = \begin{pmatrix}1 \\ -2\end{pmatrix},\; A = \begin{pmatrix}1 \\ 3\end{pmatrix}$`,
    );
  });

  it('speaks of the written symbols only, and of sizes that no vector shows', () => {
    const written = [sym('y'), sym('x')];
    expect(aboutWritten(found, written, letters)).toMatchObject({
      sizes: {},
      values: { y: 0.5, x: [1, -2] },
    });
    const times = [...written, mul(sizeOf('d'), sym('y'))];
    expect(aboutWritten(found, times, letters)).toHaveProperty('sizes', { d: 2 });
    const sums = ['d', 'h'].map((to) => fold('sum', { index: 'j', to: sizeOf(to) }, sym('y')));
    expect(aboutWritten(found, [...written, ...sums], letters)).toHaveProperty('sizes', { h: 1 });
    expect(aboutWritten(found, [sym('y')], letters)).toMatchObject({
      sizes: {},
      values: { y: 0.5 },
    });
  });

  it('speaks of no point where no letter has a value', () => {
    const number = { sizes: {}, indices: {}, values: {}, left: 2.5, right: -4 };
    expect(counterexampleWords(number, letters)).toBe('This value is not right.');
    expect(counterexampleWords({ ...number, left: null }, letters)).toBe('This has no value.');
  });

  it('leaves long points to the evidence', () => {
    const long = { ...found, values: { x: Array.from({ length: 13 }, (_, place) => place) } };
    expect(placeWords(long, letters)).toBe('At a point that was tried');
  });
});
