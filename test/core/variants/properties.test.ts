/** Random parameters, formulas and texts, against what plain arithmetic says of them. */

import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { readFormula } from '../../../src/core/math/readFormula.ts';
import { Budget } from '../../../src/core/math/value/budget.ts';
import { doubles } from '../../../src/core/math/value/doubles.ts';
import { evaluate } from '../../../src/core/math/value/evaluate.ts';
import { type Random, seededRandom } from '../../../src/core/random.ts';
import { type DrawingOrder } from '../../../src/core/taskset/schema/parametersSchema.ts';
import { drawVariant } from '../../../src/core/variants/drawing.ts';
import { fillText } from '../../../src/core/variants/filledText.ts';
import { planDrawing } from '../../../src/core/variants/plan.ts';

const SETS = 200;
const VARIANTS = 5;

const whole = (random: Random, low: number, high: number) =>
  low + Math.floor(random() * (high - low + 1));

interface Built {
  readonly order: DrawingOrder;
  /** what the formula `f` must give */
  readonly f: (a: number, b: number, c: number) => number;
  readonly required: (a: number, b: number) => boolean;
  readonly ranges: Readonly<Record<'a' | 'b' | 'c', readonly number[]>>;
}

const FORMULAS = [
  ['a*b + c', (a: number, b: number, c: number) => a * b + c],
  ['a - b - c', (a: number, b: number, c: number) => a - b - c],
  ['(a + b)^2 - c', (a: number, b: number, c: number) => (a + b) ** 2 - c],
  ['\\max(a, b) \\cdot c', (a: number, b: number, c: number) => Math.max(a, b) * c],
  ['|a - b|', (a: number, b: number) => Math.abs(a - b)],
] as const;

const REQUIREMENTS = [
  ['a != b', (a: number, b: number) => a !== b],
  ['a + b <= 7', (a: number, b: number) => a + b <= 7],
  ['-20 < a*b < 30', (a: number, b: number) => -20 < a * b && a * b < 30],
] as const;

function built(random: Random): Built {
  const low = whole(random, -9, 2);
  const high = low + whole(random, 3, 9);
  const step = whole(random, 1, 3);
  const count = whole(random, 2, 8);
  const numbers = Array.from({ length: count }, () => whole(random, -9, 9));
  const [formula, f] = FORMULAS[whole(random, 0, FORMULAS.length - 1)] ?? FORMULAS[0];
  const [requirement, required] =
    REQUIREMENTS[whole(random, 0, REQUIREMENTS.length - 1)] ?? REQUIREMENTS[0];
  const from = Array.from({ length: high - low + 1 }, (_, place) => low + place);
  const b = from.filter((number) => (number - low) % step === 0);
  return {
    order: {
      parameters: {
        a: { integer: [low, high], not: [low] },
        b: { integer: [low, high], step },
        c: { choice: numbers },
        f: { formula },
      },
      require: [requirement],
    },
    f,
    required,
    ranges: { a: from.slice(1), b, c: numbers },
  };
}

/** The value of a formula without letters. */
function worth(text: string): number {
  const declared = readDeclarations('x: scalar');
  const read = declared.ok ? readFormula(text, declared.value) : declared;
  if (!declared.ok || !read.ok) throw new Error(`${text} cannot be read`);
  const point = {
    values: new Map([['x', { dims: [], data: [2] }]]),
    sizes: new Map<string, number>(),
    indices: new Map<string, number>(),
    functionSeed: 0,
  };
  const { expression } = read.value;
  const declarations = declared.value;
  const budget = new Budget(1e5);
  return evaluate({ expression, declarations, point, arithmetic: doubles, budget }).data[0] ?? NaN;
}

/** Templates with what they mean, at x = 2. */
const TEXTS: readonly (readonly [string, (a: number, b: number, c: number) => number])[] = [
  ['{{a}} - {{b}}', (a, b) => a - b],
  ['{{a}} {{+b}} {{+c}}', (a, b, c) => a + b + c],
  ['1 - {{a}} \\cdot {{b}}', (a, b) => 1 - a * b],
  ['{{a}}^2 - {{b}}^2', (a, b) => a ** 2 - b ** 2],
  ['3 \\cdot {{a}}', (a) => 3 * a],
  ['x \\cdot {{a}} {{+b*}}x', (a, b) => 2 * a + 2 * b],
  ['{{a*}}x {{+b}}', (a, b) => 2 * a + b],
  ['(x - {{c}})^2 - {{b}}', (_, b, c) => (2 - c) ** 2 - b],
  ['\\frac{ {{a}} }{3} - \\frac{1}{2}{{b}}', (a, b) => a / 3 - b / 2],
  ['2^{{c}}', (_, __, c) => 2 ** c],
  ['5*{{a}}-{{b}}-{{c}}', (a, b, c) => 5 * a - b - c],
];

describe('two hundred random sets of parameters', () => {
  it('are drawn as asked for, the same every time, and mean in texts what they are', () => {
    const random = seededRandom(20261123);
    for (let set = 0; set < SETS; set++) {
      const { order, f, required, ranges } = built(random);
      const plans = [planDrawing(order, []), planDrawing(order, [])];
      for (let variant = 1; variant <= VARIANTS; variant++) {
        const scope = { scope: ['set', String(set)], variant };
        const [first, second] = plans.map((plan) =>
          plan.ok ? drawVariant(plan.value, scope, new Map()) : undefined,
        );
        expect(second).toEqual(first);
        if (first?.ok !== true) {
          expect(first?.error).toContain('nothing fits');
          expect(ranges.a.some((a) => ranges.b.some((b) => required(a, b)))).toBe(false);
          continue;
        }
        const [a, b, c, g] = ['a', 'b', 'c', 'f'].map((name) => Number(first.value.get(name)));
        if (a === undefined || b === undefined || c === undefined) throw new Error('lost');
        expect([ranges.a.includes(a), ranges.b.includes(b), ranges.c.includes(c)]).toEqual([
          true,
          true,
          true,
        ]);
        expect(required(a, b)).toBe(true);
        expect(g).toBe(f(a, b, c) + 0);
        for (const [template, means] of TEXTS) {
          const { text } = fillText(template, first.value, 'mathematics');
          expect(worth(text), `${template} → ${text}`).toBeCloseTo(means(a, b, c), 9);
        }
      }
    }
  });
});
