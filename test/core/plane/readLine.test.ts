import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../../src/core/plane/readLine.ts';
import { EXAM, WINDOW, letters } from '../../support/planes.ts';

const SETTING = { ...letters(EXAM), window: WINDOW, grid: 0.5 };
const read = (text: string) => readLine(text, SETTING);

/** The two points, or what is complained of. */
function outcome(text: string): unknown {
  const echo = read(text);
  return echo.kind === 'line' ? echo.points : echo.kind === 'complaint' ? echo.message : echo.kind;
}

describe('the equation of a line', () => {
  it('is read as LaTeX or text, and shown as it was read', () => {
    expect(read('x1 + x2 = 0')).toEqual({
      kind: 'line',
      latex: 'x_1 + x_2 = 0',
      points: [
        [0, 0],
        [-1, 1],
      ],
    });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    [
      'x_2 = x_1',
      [
        [0, 0],
        [-1, -1],
      ],
    ],
    [
      'x_1 = 1/2',
      [
        [0.5, 0],
        [0.5, -1],
      ],
    ],
    [
      String.raw`x_2 = \frac12 x_1 - 3`,
      [
        [2, -2],
        [0, -3],
      ],
    ],
    [
      'x_2 = 0.3',
      [
        [0, 0.3],
        [-1, 0.3],
      ],
    ],
    [
      '2(x_1 - x_2) + 1 = x_1',
      [
        [-1, 0],
        [1, 1],
      ],
    ],
    [
      'x_1 + x_2 = 100',
      [
        [50, 50],
        [49, 51],
      ],
    ],
  ])('%s goes through points that are easy to read', (text, expected) => {
    expect(outcome(text)).toEqual(expected);
  });

  it.each([
    ['x_1 + x_2', 'Expected an equation such as $x_1 + x_2 = 1$; there is no “=”.'],
    ['x_1 = x_2 = 1', 'Expected one equation with a single “=”, such as $x_1 + x_2 = 1$.'],
    ['x_1 < 1', 'Expected one equation with a single “=”, such as $x_1 + x_2 = 1$.'],
    ['y = 1', '$y$ is no letter of this plane: expected $x_1$ and $x_2$.'],
    ['y = 2x_1 + 1', '$y$ is no letter of this plane: expected $x_1$ and $x_2$.'],
    ['|x_1| = 1', /linear in \$x_1\$ and \$x_2\$; this one is not/],
    ['x_1 x_2 = 1', /linear in \$x_1\$ and \$x_2\$; this one is not/],
    ['x_1 = 1/0', /has no value/],
    ['1 = 1', /holds everywhere, so it is no line/],
    ['x_1 + 1 = x_1', /holds nowhere, so it is no line/],
    ['q = x_1', /“q” is not a name of this question/],
    ['x_1 = 10^9', /too far away/],
  ])('is no line: %s', (text, message) => {
    expect(outcome(text)).toEqual(
      typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    );
  });

  it('points at what cannot be read', () => {
    expect(read('x_1 + = 1')).toMatchObject({ kind: 'complaint', start: 6, end: 7 });
  });

  it('asks for letters of the plane where another is open', () => {
    const open = letters(['z_1 = x_1']);
    const symbols = new Map(open.declarations.symbols);
    symbols.set('u', {
      kind: 'quantity',
      name: 'u',
      latex: 'u',
      shape: [],
      domain: 'real',
      traits: [],
    });
    const declarations = { ...open.declarations, symbols };
    expect(readLine('u = x_1', { ...SETTING, declarations })).toMatchObject({
      kind: 'complaint',
      message: 'Expected an equation between $x_1$ and $x_2$ only: this also depends on $u$.',
    });
    expect(readLine('z_1 = x_2', { ...SETTING, declarations })).toMatchObject({ kind: 'line' });
  });

  it('holds at both points, which are apart', () => {
    const numbers = fc.integer({ min: -400, max: 400 }).map((n) => n / 100);
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        fc.pre(Math.abs(a) + Math.abs(b) > 0.05);
        const echo = read(`(${a}) x_1 + (${b}) x_2 = ${c}`);
        if (echo.kind !== 'line') throw new Error('no line');
        const [one, other] = echo.points;
        for (const [x, y] of echo.points) expect(a * x + b * y - c).toBeCloseTo(0, 8);
        expect(Math.hypot(one[0] - other[0], one[1] - other[1])).toBeGreaterThan(0.9);
      }),
      { numRuns: 200, seed: 9 },
    );
  });
});
