import { describe, expect, it } from 'vitest';
import { type DrawingOrder } from '../../../src/core/taskset/schema/parametersSchema.ts';
import { drawVariant } from '../../../src/core/variants/drawing.ts';
import { planDrawing } from '../../../src/core/variants/plan.ts';
import { shuffledOptions } from '../../../src/core/variants/shuffledOptions.ts';
import { type Value } from '../../../src/core/variants/range.ts';

const SCOPE = ['exam', '', 'task'];

function plan(order: DrawingOrder, outer: readonly string[] = []) {
  const planned = planDrawing(order, outer);
  if (!planned.ok) throw new Error(planned.error.map(({ message }) => message).join('\n'));
  return planned.value;
}

function draw(order: DrawingOrder, variant: number, scope = SCOPE): Record<string, Value> {
  const drawn = drawVariant(plan(order), { scope, variant }, new Map());
  if (!drawn.ok) throw new Error(drawn.error);
  return Object.fromEntries(drawn.value);
}

const ORDER: DrawingOrder = {
  parameters: {
    a: { integer: [2, 9] },
    b: { decimal: [-0.5, 0.5], step: 0.1, not: [0] },
    word: { choice: ['up', 'down', 'left'] },
    c: { formula: '(a^2 - 1)/(a - 1) + floor(b)' },
  },
  require: ['a != 5', '0 < a*b + 4 <= 8'],
};

const variants = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

describe('drawing a variant', () => {
  it('gives the same values on every machine and in every version', () => {
    expect(variants(4).map((variant) => draw(ORDER, variant))).toMatchInlineSnapshot(`
      [
        {
          "a": 6,
          "b": 0.2,
          "c": 7,
          "word": "up",
        },
        {
          "a": 2,
          "b": -0.5,
          "c": 2,
          "word": "down",
        },
        {
          "a": 7,
          "b": -0.4,
          "c": 7,
          "word": "left",
        },
        {
          "a": 9,
          "b": -0.1,
          "c": 9,
          "word": "left",
        },
      ]
    `);
  });

  it('gives what was asked for: in range, off what is left out, fulfilling what is required', () => {
    for (const variant of variants(200)) {
      const { a = 0, b = 0, word, c } = draw(ORDER, variant);
      expect([2, 3, 4, 6, 7, 8, 9]).toContain(a);
      expect([-0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5]).toContain(b);
      expect(['up', 'down', 'left']).toContain(word);
      const product = Number(a) * Number(b) + 4;
      expect(product > 0 && product < 8 + 1e-9).toBe(true);
      expect(c).toBe(Number(a) + 1 + Math.floor(Number(b)));
    }
  });

  it('draws each parameter by itself: another one beside it changes nothing', () => {
    const one = { parameters: { a: { integer: [1, 50] as const } } };
    const two = { parameters: { z: { integer: [1, 50] as const }, ...one.parameters } };
    for (const variant of variants(60)) {
      expect(draw(two, variant)['a']).toBe(draw(one, variant)['a']);
    }
  });

  it.each([
    ['task', ['exam', '', 'other']],
    ['set', ['other', '', 'task']],
    ['seed', ['exam', 'secret', 'task']],
  ])('draws otherwise for another %s', (_, scope) => {
    const order = { parameters: { a: { integer: [1, 1000] as const } } };
    const here = variants(50).map((variant) => draw(order, variant)['a']);
    const there = variants(50).map((variant) => draw(order, variant, scope)['a']);
    const same = here.filter((value, place) => value === there[place]);
    expect(same.length).toBeLessThan(5);
  });

  it('spreads values evenly: of as many variants as there are values, each gets another', () => {
    const order = { parameters: { a: { integer: [1, 20] as const } } };
    const values = variants(40).map((variant) => draw(order, variant)['a']);
    expect(new Set(values.slice(0, 20)).size).toBe(20);
    expect(new Set(values.slice(20)).size).toBe(20);
    expect(values.slice(20)).not.toEqual(values.slice(0, 20));
  });

  it('lets choices go together', () => {
    const order: DrawingOrder = {
      parameters: {
        k: { integer: [1, 3] },
        name: { choice: ['sine', 'cosine', 'tangent'], at: 'k' },
        latex: { choice: ['\\sin', '\\cos', '\\tan'], at: 'k' },
      },
    };
    const pairs = variants(30).map((variant) => draw(order, variant));
    expect(new Set(pairs.map(({ name, latex }) => `${name} ${latex}`))).toEqual(
      new Set(['sine \\sin', 'cosine \\cos', 'tangent \\tan']),
    );
  });

  it('rounds where it is told to, and leaves no trace of binary fractions', () => {
    const order: DrawingOrder = {
      parameters: {
        a: { choice: [0.1] },
        b: { formula: 'a + 0.2' },
        c: { formula: 'a/3', places: 3 },
        d: { formula: '10^12 + a*10' },
      },
    };
    expect(draw(order, 1)).toEqual({ a: 0.1, b: 0.3, c: 0.033, d: 1e12 + 1 });
  });

  it('draws again where a formula has no value', () => {
    const order: DrawingOrder = {
      parameters: { a: { integer: [-3, 3] }, b: { formula: 'sqrt(1/a)' } },
    };
    for (const variant of variants(30)) expect(draw(order, variant)['a']).toBeGreaterThan(0);
  });

  it('takes a requirement whose sides have no value for one that does not hold', () => {
    const order: DrawingOrder = { parameters: { a: { integer: [0, 1] } }, require: ['1/a != 7'] };
    for (const variant of variants(20)) expect(draw(order, variant)['a']).toBe(1);
  });

  it('says what nothing fulfils', () => {
    expect(() =>
      draw({ parameters: { a: { integer: [1, 9] } }, require: ['a > 0', 'a*a = 2'] }, 1),
    ).toThrow("nothing fits in 1000 draws: in 1000 of them 'a*a = 2' did not hold");
  });

  it('gives up on what takes too long', () => {
    const parameters = { a: { integer: [1, 9] as const }, b: { formula: 'sum_{i=1}^{30} a^i' } };
    expect(() => draw({ parameters, require: ['a > 9'] }, 1)).toThrow(/nothing fits|too many/);
  });
});

it('fixed options stay where they are, wherever that is', () => {
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, fixed: id === 'b' || id === 'd' }));
  const orders = variants(30).map((variant) =>
    shuffledOptions(options, 'q', { scope: SCOPE, variant })
      .map(({ id }) => id)
      .join(''),
  );
  for (const order of orders) expect(order).toMatch(/^[ace]b[ace]d[ace]$/);
  expect(new Set(orders).size).toBe(6);
});

describe('a plan that cannot be drawn', () => {
  const problems = (order: DrawingOrder, outer: readonly string[] = []) => {
    const planned = planDrawing(order, outer);
    return planned.ok
      ? []
      : planned.error.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it.each<[string, DrawingOrder['parameters'], string]>([
    ['without a step', { a: { decimal: [0, 1] } }, 'needs a step'],
    ['with half a step', { a: { integer: [0, 1], step: 0.5 } }, 'expected a whole step, found 0.5'],
    ['upside down', { a: { integer: [3, 1] } }, 'expected the smaller number first'],
    ['with nothing left', { a: { integer: [0, 0], not: [0] } }, 'nothing is left'],
    ['with too many values', { a: { integer: [0, 10_000] } }, 'at most 10000 values, found 10001'],
    ['with a stray field', { a: { choice: [1], step: 2 } }, 'step counts only with integer or'],
    ['with an unknown name', { a: { formula: 'q + 1' } }, "in 'q + 1': "],
    ['before its time', { a: { formula: 'b' }, b: { integer: [1, 2] } }, "in 'b': "],
    ['of itself', { a: { formula: 'a + 1' } }, "in 'a + 1': "],
    ['of a word', { w: { choice: ['x'] }, a: { formula: 'w' } }, "in 'w': "],
  ])('is refused %s', (_, parameters, message) => {
    const found = problems({ parameters });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(found[0]).toMatch(/^parameters\.[ab]: /);
  });

  it('is refused when a requirement is no relation, or of nothing', () => {
    const parameters = { a: { integer: [1, 2] as const } };
    expect(problems({ parameters, require: ['a + 1', 'b < a', 'a < '] })).toEqual([
      expect.stringContaining("require.0: in 'a + 1': Expected a relation"),
      expect.stringContaining("require.1: in 'b < a': "),
      expect.stringContaining("require.2: in 'a < ': "),
    ]);
  });

  it('may use the parameters of its set', () => {
    const parameters = { a: { formula: 'm + 1' } };
    expect(problems({ parameters })).toHaveLength(1);
    expect(problems({ parameters }, ['m'])).toEqual([]);
  });
});
