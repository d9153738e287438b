import { describe, expect, it } from 'vitest';
import { moved } from '../../../../src/core/math/compare/move.ts';
import { pointsOf } from '../../../../src/core/math/compare/points.ts';
import { type Subject, subjectOf } from '../../../../src/core/math/compare/subject.ts';
import {
  type Declared,
  type DeclaredQuantity,
  type Domain,
  type Trait,
} from '../../../../src/core/math/declarations.ts';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { checkExpression } from '../../../../src/core/math/shape/checkExpression.ts';
import { type Size } from '../../../../src/core/math/size.ts';
import { type Point } from '../../../../src/core/math/value/point.ts';
import { seededRandom } from '../../../../src/core/random.ts';
import { add, call, declarationsOf, num, size, sym } from '../../../support/expressions.ts';

interface Kind {
  readonly shape?: readonly Size[];
  readonly domain?: Domain;
  readonly traits?: readonly Trait[];
}

function declared(name: string, { shape = [], domain = 'real', traits = [] }: Kind) {
  return { kind: 'quantity', name, latex: name, shape, domain, traits } satisfies DeclaredQuantity;
}

function subject(expression: Expression, symbols: readonly Declared[]): Subject {
  const declarations = declarationsOf(symbols);
  const checked = checkExpression(expression, declarations);
  if (!checked.ok) throw new Error(checked.error.message);
  return subjectOf(checked.value, checked.value, declarations);
}

/** The components of `x` at every point, and after a small move from there. */
function drawn(kind: Kind): (readonly number[])[] {
  const about = subject(sym('x'), [declared('x', kind)]);
  return all(about).flatMap((point) => {
    const near = moved(about, point, 1e-5, seededRandom(7));
    return [point, near].map(({ values }) => values.get('x')?.data ?? []);
  });
}

function all(about: Subject): readonly Point[] {
  return [...pointsOf(about, seededRandom(1))];
}

const n = size('n');

describe('points', () => {
  const inside: readonly [Domain, (value: number) => boolean][] = [
    ['positive', (value) => value > 0],
    ['nonnegative', (value) => value >= 0],
    ['negative', (value) => value < 0],
    ['nonpositive', (value) => value <= 0],
    ['nonzero', (value) => value !== 0],
    ['integer', Number.isInteger],
    ['natural', (value) => Number.isInteger(value) && value >= 1],
    ['signs', (value) => value === 1 || value === -1],
    ['binary', (value) => value === 1 || value === 0],
    [{ low: 0, high: 1, open: true }, (value) => value > 0 && value < 1],
    [{ low: -2, high: -1, open: false }, (value) => value >= -2 && value <= -1],
    [{ low: 5, high: Infinity, open: true }, (value) => value > 5],
    [{ low: -Infinity, high: 0.1, open: false }, (value) => value <= 0.1],
  ];
  it.each(inside)('lie in the domain %j, small moves too', (domain, isInside) => {
    const values = drawn({ shape: [n], domain }).flat();
    expect(values.length).toBeGreaterThan(100);
    expect(values.filter((value) => !isInside(value))).toEqual([]);
    expect(new Set(values).size).toBeGreaterThan(1);
  });

  it('have both signs and many magnitudes', () => {
    const values = drawn({ shape: [n] })
      .flat()
      .map(Math.abs);
    expect(
      drawn({})
        .flat()
        .some((value) => value < 0),
    ).toBe(true);
    expect(values.some((value) => value > 0 && value < 0.02)).toBe(true);
    expect(values.some((value) => value > 5)).toBe(true);
    expect(values).toContain(0);
  });

  it('keep distinct components apart, within a quantity and between two', () => {
    const x = declared('x', { shape: [n], traits: ['distinct'] });
    const y = declared('y', { shape: [n], traits: ['distinct'], domain: 'integer' });
    for (const { values } of all(subject(add(sym('x'), sym('y')), [x, y]))) {
      const data = [...values.values()].flatMap((value) => value.data);
      expect(new Set(data).size).toBe(data.length);
    }
  });

  it('are symmetric, diagonal or add up to one where declared so', () => {
    for (const data of drawn({ shape: [n, n], traits: ['symmetric'] })) {
      const rows = Math.sqrt(data.length);
      expect(data).toEqual(data.map((_, at) => data[(at % rows) * rows + Math.floor(at / rows)]));
    }
    for (const data of drawn({ shape: [n, n], traits: ['diagonal'] })) {
      const rows = Math.sqrt(data.length);
      expect(data.every((value, at) => at % (rows + 1) === 0 || value === 0)).toBe(true);
    }
    for (const data of drawn({ shape: [n], traits: ['simplex'] })) {
      // whole numbers of 10⁻⁹ add up exactly
      const parts = data.map((value) => Math.round(value * 1e9));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1e9);
      expect(data.map((value) => Number(value.toFixed(9)))).toEqual(data);
      expect(data.every((value) => value > 0)).toBe(true);
    }
  });

  it('stay positive definite under small and large moves', () => {
    const kind: Kind = { shape: [n, n], traits: ['positive-definite'] };
    const about = subject(sym('x'), [declared('x', kind)]);
    const random = seededRandom(3);
    for (const point of all(about)) {
      for (const step of [0, 1e-5, 0.9]) {
        const data = moved(about, point, step, random).values.get('x')?.data ?? [];
        const rows = Math.sqrt(data.length);
        expect(data).toEqual(data.map((_, at) => data[(at % rows) * rows + Math.floor(at / rows)]));
        expect(data.every((value, at) => at % (rows + 1) !== 0 || value > 0)).toBe(true);
        const [a = 0, b = 0, c = 0, d = 0] = data;
        if (rows === 2) expect(a * d - b * c).toBeGreaterThan(0);
      }
    }
  });

  it('have sizes that differ before sizes that are the same, and large enough for constant indices', () => {
    const x = declared('x', { shape: [size('d')] });
    const c = declared('c', { shape: [size('d'), size('h')] });
    const about = subject(add(sym('x', num(3)), sym('c', num(1), num(1))), [x, c]);
    const sizes = all(about).map((point) => [...point.sizes.values()]);
    expect(sizes.every(([d = 0, h = 0]) => d >= 3 && h >= 1)).toBe(true);
    expect(new Set(sizes.map((each) => each.join())).size).toBeGreaterThan(6);
  });

  it('leave out sizes that make another one negative', () => {
    const shape: readonly Size[] = [{ names: { n: 1, k: -1 }, plus: 1 }];
    const points = all(subject(sym('x'), [declared('x', { shape })]));
    expect(points.length).toBeGreaterThan(20);
    expect(points.every(({ values }) => (values.get('x')?.data.length ?? 0) > 0)).toBe(true);
  });

  it('come close to the numbers that are written', () => {
    const about = subject(call('relu', add(sym('x'), num(700))), [declared('x', {})]);
    const values = all(about).flatMap((point) => point.values.get('x')?.data ?? []);
    expect(values).toContain(-700);
    expect(values.some((value) => value < -700)).toBe(true);
  });

  it('are the same for the same seed', () => {
    const about = subject(sym('x'), [declared('x', { shape: [n] })]);
    expect(all(about)).toEqual(all(about));
  });
});
