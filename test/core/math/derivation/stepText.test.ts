import { describe, expect, it } from 'vitest';
import { splitStep } from '../../../../src/core/math/derivation/stepText.ts';

describe('what stands around the mathematics of a step', () => {
  it.each([
    ['\\leq d', '<=', 'd', 5],
    ['\\le\\|w\\|', '<=', '\\|w\\|', 3],
    ['  <= d', '<=', 'd', 5],
    ['&= d', '=', 'd', 3],
    ['=& d', '=', 'd', 3],
    ['≥ d', '>=', 'd', 2],
    ['\\geqslant d', '>=', 'd', 10],
    ['> d', '>', 'd', 2],
    ['\\lt d', '<', 'd', 4],
    ['\\left|x\\right|', undefined, '\\left|x\\right|', 0],
    ['|x| \\le y', undefined, '|x| \\le y', 0],
    ['\\ell', undefined, '\\ell', 0],
    ['\\leftarrow', undefined, '\\leftarrow', 0],
    ['=< d', '<=', 'd', 3],
    ['\\Rightarrow a \\le b', undefined, 'a \\le b', 12],
    ['=> a = b', undefined, 'a = b', 3],
    ['\\overset{(1)}{\\leq} d', '<=', 'd', 20],
    ['\\stackrel{\\text{hint}}{=} d', '=', 'd', 26],
  ])('finds the relation in front of %s', (source, relation, mathematics, offset) => {
    expect(splitStep(source)).toMatchObject({ relation, mathematics, offset });
  });

  it('keeps every place of a block of lines', () => {
    const block = String.raw`\begin{aligned} a &\le b \\ &= c \end{aligned}`;
    const { mathematics, offset } = splitStep(block);
    expect(mathematics.replace(/\s+/g, ' ')).toBe(String.raw`a \le b = c`);
    expect(offset + mathematics.indexOf('c')).toBe(block.indexOf('c '));
    const cases = String.raw`\begin{cases} a & b \\ c & d \end{cases}`;
    expect(splitStep(cases).mathematics).toBe(cases);
  });

  it.each([
    ['d \\text{because } a \\le 1', 'd', '\\text{because } a \\le 1'],
    ['d \\quad \\text{(triangle inequality)}', 'd', '\\text{(triangle inequality)}'],
    ['d, because a_j <= 1', 'd', 'because a_j <= 1'],
    ['d (since |sign| <= 1)', 'd', '(since |sign| <= 1)'],
    ['x_i \\; \\forall i', 'x_i', '\\forall i'],
    ['x_i for all i', 'x_i', 'for all i'],
    ['\\text{sign}(x)', '\\text{sign}(x)', undefined],
    ['a b y', 'a b y', undefined],
    ['d \\\\', 'd', undefined],
    ['d \\quad (\\text{by the hint})', 'd', '\\text{by the hint})'],
    [
      '\\stackrel{\\text{hint}}{\\le} d \\text{ for all } i',
      'd',
      '\\text{hint} \\text{ for all } i',
    ],
  ])('takes the reason off %s', (source, mathematics, reason) => {
    const split = splitStep(source);
    expect([split.mathematics, split.reason]).toEqual([mathematics, reason]);
  });
});
