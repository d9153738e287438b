import { describe, expect, it } from 'vitest';
import { decideRelation } from '../../../../src/core/math/compare/decideRelation.ts';
import { slackIn } from '../../../../src/core/math/compare/slackIn.ts';
import { readRelation } from './readRelation.ts';

type Line = readonly [declare: string, statement: string, where?: readonly string[]];

function decided([declare, statement, where = []]: Line, seed = 1) {
  const { relation, declarations } = readRelation(declare, statement, where);
  return decideRelation(relation, declarations, { seed });
}

function slack([declare, statement, where = []]: Line) {
  const { relation, declarations } = readRelation(declare, statement, where);
  return slackIn(relation, declarations, { seed: 1 });
}

function named(lines: readonly Line[], verb: string): [string, Line][] {
  return lines.map((line) => [`${line[0]}: ${line[1]} ${verb}`, line]);
}

const HOLDS: readonly Line[] = [
  ['a, b: scalar', String.raw`|a+b| \le |a| + |b|`],
  ['a, b: scalar', String.raw`|a+b| \ge |a| - |b|`],
  ['x, y: vector n', String.raw`|x^T y| \le \|x\|_2 \|y\|_2`],
  ['x: vector n', String.raw`\|x\|_2 \le \|x\|_1`],
  ['x: vector n', String.raw`\|x\|_1 \le \sqrt{n} \|x\|_2`],
  ['x: vector n', String.raw`\max_i x_i \le \log \sum_i e^{x_i}`],
  ['x: vector n', String.raw`\log \sum_i e^{x_i} \le \max_i x_i + \log n`],
  ['a, b: scalar nonnegative', String.raw`\sqrt{ab} \le \frac{a+b}{2}`],
  ['x: scalar', String.raw`\tanh(x) < 1`],
  ['x: scalar', String.raw`\tanh(1000x) < 1`],
  ['w, x: vector n; b: scalar', String.raw`\sigma(w^T x + b) < 1`],
  ['x: scalar', 'e^x > 0'],
  ['x: scalar', String.raw`e^x \ge 1 + x`],
  ['x: scalar positive', String.raw`\log x \le x - 1`],
  ['n: natural', String.raw`n! \ge n`],
  ['A: matrix n n positive-definite; x: vector n', String.raw`x^T A x \ge 0`],
  ['p: vector n simplex; x: vector n', String.raw`\exp(\sum_i p_i x_i) \le \sum_i p_i e^{x_i}`],
  ['x: scalar', String.raw`\frac{x}{x} = 1`],
];

const VIOLATED: readonly Line[] = [
  ['a, b: scalar', String.raw`|a+b| \ge |a| + |b|`],
  ['x: vector n', String.raw`\|x\|_1 \le \|x\|_2`],
  ['x: vector n', String.raw`\log \sum_i e^{x_i} \le \max_i x_i`],
  ['x: scalar', String.raw`x^2 \ge x`],
  ['x: scalar', String.raw`e^x \ge 1 + x + 0.4x^2`],
  ['x: scalar', String.raw`x \le x - 10^{-12}`],
  // equal on half of the line
  ['x: scalar', String.raw`\max(0,x) < |x|`],
  ['x, y: scalar', 'e^x e^y < e^{x+y}'],
  ['t: scalar ±1', String.raw`t^2 < 1`],
  ['n: natural', 'n^2 > n'],
  // corners that no drawn point lies in
  ['x, y: scalar', String.raw`(x-3.3)^2 + (y-4.4)^2 \ge 0.0001`],
  ['x: scalar', String.raw`x^4 - 8x^3 + 24x^2 - 32x + 15.9999 \ge 0`],
  ['x: scalar', 'x = |x|'],
];

describe('deciding a relation', () => {
  it.each(named(HOLDS, 'holds'))('%s', (_, line) => {
    expect(decided(line)).toMatchObject({ verdict: 'holds' });
  });

  it.each(named(VIOLATED, 'is violated'))('%s', (_, line) => {
    expect(decided(line)).toMatchObject({ verdict: 'violated' });
  });

  it('comes to the same verdict whatever the seed', () => {
    for (const seed of [2, 3, 5]) {
      for (const line of HOLDS)
        expect([line, decided(line, seed)]).toMatchObject([line, { verdict: 'holds' }]);
      for (const line of VIOLATED)
        expect([line, decided(line, seed)]).toMatchObject([line, { verdict: 'violated' }]);
    }
  });

  it('shows both sides as they were written', () => {
    expect(decided(['x: scalar', String.raw`x \ge |x|`])).toEqual({
      verdict: 'violated',
      counterexample: { sizes: {}, indices: {}, values: { x: -1 }, left: -1, right: 1 },
    });
  });

  it('lets a strict relation be an equality at special points, and says where', () => {
    expect(decided(['x: scalar', '0 < x^2'])).toMatchObject({
      verdict: 'holds',
      equalAt: { values: { x: 0 }, left: 0, right: 0 },
    });
    expect(decided(['x: scalar', '(x-3)^2 > 0'])).toMatchObject({
      verdict: 'holds',
      equalAt: { values: { x: 3 } },
    });
  });

  it('says that an equality on an open set is what violates a strict relation', () => {
    expect(decided(['x: scalar', String.raw`x < \max(x, 0)`])).toMatchObject({
      verdict: 'violated',
      reason: 'Both sides are equal there.',
    });
  });

  it('leaves to a person what has no values', () => {
    expect(decided(['x: scalar', String.raw`\frac{1}{0} \le \frac{2}{0}`])).toMatchObject({
      verdict: 'undecided',
    });
  });
});

describe('slack', () => {
  it('is seen where a relation is strict on an open set', () => {
    expect(slack(['a, b: scalar', String.raw`|a+b| \le |a| + |b|`])).toBe(true);
    expect(slack(['x: vector n', String.raw`\|x\|_2 \le \|x\|_1`])).toBe(true);
    expect(slack(['x: scalar', String.raw`|x| \ge x`])).toBe(true);
    expect(slack(['x: scalar', 'x = |x|'])).toBe(true);
  });

  it('is none where both sides are equal, but for ties', () => {
    expect(slack(['a, b: scalar positive', String.raw`|a+b| \le |a| + |b|`])).toBe(false);
    expect(slack(['x: scalar', String.raw`|\operatorname{sign}(x)| \le 1`])).toBe(false);
    expect(slack(['x: scalar', '2x = x + x'])).toBe(false);
  });

  it('is seen in a world in which functions mean something else', () => {
    const line = String.raw`|w \exp(x) \operatorname{sign}(x)| \le |w|`;
    expect(slack(['w, x: scalar', line, [String.raw`\exp(u) = 1`]])).toBe(false);
    expect(
      slack([
        'w, x: scalar',
        line,
        [String.raw`\exp(u) = 1`, String.raw`\operatorname{sign}(u) = \frac12`],
      ]),
    ).toBe(true);
  });

  it('is unknown where there are no values', () => {
    expect(slack(['x: scalar', String.raw`\log(-1-x^2) \le 0`])).toBeUndefined();
  });
});
