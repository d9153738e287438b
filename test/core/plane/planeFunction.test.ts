import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { planeFunction } from '../../../src/core/plane/planeFunction.ts';
import { EXAM, plane } from '../../support/planes.ts';

function inLetters(text: string, declare: string, axes: readonly [string, string]) {
  const declarations = readDeclarations(declare, { where: [] });
  if (!declarations.ok) throw new Error(declarations.error[0].message);
  return planeFunction(text, { axes, declarations: declarations.value });
}

function refusal(text: string, declare: string, axes: readonly [string, string]): string {
  const f = inLetters(text, declare, axes);
  if (f.ok) throw new Error(`${text} was taken`);
  return f.error.message;
}

describe('a function of the plane', () => {
  it('has values, also through what its letters stand for', () => {
    const f = plane('y', EXAM);
    expect([f.value([1, 0]), f.value([0, 1.5]), f.value([-1, 0.5])]).toEqual([2, 1.5, 0]);
  });

  it('has none where the formula has none', () => {
    expect(plane('1/x_1').value([0, 1])).toBeNaN();
  });

  it('takes the components of a vector for its axes, in either order', () => {
    const f = inLetters('x_1 - 3 x_2', 'x: vector 2', ['x_1', 'x_2']);
    const swapped = inLetters('x_1 - 3 x_2', 'x: vector 2', ['x_2', 'x_1']);
    expect(f.ok && f.value.value([1, 2])).toBe(-5);
    expect(swapped.ok && swapped.value.value([1, 2])).toBe(-1);
  });

  it('takes matrices and norms of its vector', () => {
    const text = String.raw`\left\|\begin{pmatrix}1&2\\3&4\end{pmatrix} x\right\|_1`;
    const f = inLetters(text, 'x: vector 2', ['x_1', 'x_2']);
    expect(f.ok && f.value.value([1, -1])).toBe(2);
  });

  it('derives functions while the axes stand still', () => {
    const f = plane(String.raw`x_2 \tanh'(x_1)`);
    expect(f.value([0, 3])).toBeCloseTo(3, 12);
    const declarations = readDeclarations('x_1, x_2: scalar; g: function 1', {
      where: ['g(u) = u^2 + 5 u x_1'],
    });
    if (!declarations.ok) throw new Error(declarations.error[0].message);
    const g = planeFunction("g'(x_2)", { axes: ['x_1', 'x_2'], declarations: declarations.value });
    expect(g.ok && g.value.value([2, 3])).toBe(16);
  });

  it.each([
    ['another letter', 'x + u', ['x, z, u: scalar', 'x', 'z'], /also depends on \$u\$/],
    ['more than a number', 'x', ['x: vector 2', 'x_1', 'x_2'], /Expected a number here/],
    ['an axis that is not declared', 'x', ['x: scalar', 'x', 'z'], /is not a name/],
    ['the same axis twice', 'x', ['x: scalar', 'x', 'x'], /two different numbers/],
    ['half a vector', 'u_1 + z', ['u: vector 2; z: scalar', 'u_1', 'z'], /two different numbers/],
    ['components of a longer vector', 'x_1', ['x: vector 3', 'x_1', 'x_2'], /An axis has to be/],
    ['an axis that is a formula', 'x', ['x, z: scalar', '2x', 'z'], /An axis has to be/],
    [
      'a sum of a million terms',
      String.raw`\sum_{i=1}^{10000000} x`,
      ['x, z: scalar', 'x', 'z'],
      /too many operations/,
    ],
  ] as const)('refuses %s', (_, text, [declare, right, up], reason) => {
    expect(refusal(text, declare, [right, up])).toMatch(reason);
  });
});
