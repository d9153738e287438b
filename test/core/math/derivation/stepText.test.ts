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
  ])('finds the relation in front of %s', (source, relation, mathematics, offset) => {
    expect(splitStep(source)).toMatchObject({ relation, mathematics, offset });
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
  ])('takes the reason off %s', (source, mathematics, reason) => {
    const split = splitStep(source);
    expect([split.mathematics, split.reason]).toEqual([mathematics, reason]);
  });
});
