/**
 * An answer as numbers at a few points, to sort out quickly which of many candidates it may be equal to. What agrees
 * here is compared in earnest afterwards.
 */

import { seededRandom, uniform } from '../../random.ts';
import { drawPoint } from '../compare/draw.ts';
import { variedSizes } from '../compare/sizeSchedule.ts';
import { type Style } from '../compare/style.ts';
import { type Subject, subjectOf } from '../compare/subject.ts';
import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { nodesOf } from '../parts.ts';
import { type Checked } from '../shape/checked.ts';
import { sameShape } from '../shape/sizes.ts';
import { Budget, BudgetSpent } from '../value/budget.ts';
import { doubles } from '../value/doubles.ts';
import { evaluate } from '../value/evaluate.ts';
import { type Point } from '../value/point.ts';

const POINTS = 8;
/** scalar operations for one candidate at one point */
const WORK = 20_000;
/** of what counts as the same number; close calls are for the comparison in earnest */
const TOLERANCE = 1e-4;
/** relative to the largest of the values */
const ROUNDING = 1e-12;
/** Small enough not to drive functions into their flat parts, where everything looks alike. */
const moderate: Style = (random) => (random() < 0.5 ? -1 : 1) * uniform(random, 0.2, 1.3);

interface Sample {
  readonly point: Point;
  readonly values: readonly number[];
}

export class Probe {
  readonly #subject: Subject;
  readonly #names: ReadonlySet<string>;
  readonly #samples: readonly Sample[];
  /** Below this a value is what rounding has left of zero. */
  readonly #zero: number;

  /** @param other what candidates are made from: all that occurs there has values at the points */
  constructor(
    answer: Checked,
    other: Checked,
    { declarations, seed }: { readonly declarations: Declarations; readonly seed: number },
  ) {
    this.#subject = subjectOf(answer, other, declarations);
    const { drawn, defined } = this.#subject;
    this.#names = new Set([...drawn, ...defined].map(({ name }) => name));
    const random = seededRandom(seed);
    const allSizes = variedSizes(this.#subject);
    const samples: Sample[] = [];
    for (let turn = 0; turn < POINTS; turn++) {
      const sizes = allSizes[turn % allSizes.length];
      if (sizes === undefined) break;
      const point = drawPoint(this.#subject, sizes, () => moderate, random);
      const values = this.#valuesAt(answer, point);
      if (values?.every(Number.isFinite) === true) samples.push({ point, values });
    }
    this.#samples = samples;
    const magnitudes = samples.flatMap(({ values }) => values.map(Math.abs));
    this.#zero = ROUNDING * Math.max(0, ...magnitudes);
  }

  /** Whether the answer has values, not all the same. */
  get varies(): boolean {
    const values = this.#samples.flatMap((sample) => sample.values);
    return values.some((value) => !near(value, values[0] ?? value));
  }

  /** Names of the quantities that have values at the points. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** What the candidate has to be multiplied by to give the answer, the same everywhere; undefined if nothing does. */
  ratioTo(candidate: Checked): number | undefined {
    if (!this.#fits(candidate)) return undefined;
    let ratio: number | undefined;
    for (const { point, values } of this.#samples) {
      const others = this.#valuesAt(candidate, point);
      if (others?.length !== values.length) return undefined;
      for (const [place, value] of values.entries()) {
        const here = this.#ratioOf(value, others[place]);
        if (here === 'any') continue;
        if (here === undefined || !near(here, ratio ?? here)) return undefined;
        ratio ??= here;
      }
    }
    return ratio;
  }

  /** False only where the values say clearly that the two are not equal. */
  mayEqual(other: Checked): boolean {
    if (!this.#fits(other)) return false;
    const apart = this.#samples.filter(({ point, values }) => {
      const others = this.#valuesAt(other, point);
      return values.some((value, place) => !this.#agree(value, others?.[place] ?? NaN));
    });
    return apart.length < 2;
  }

  /** Of the answer's shape, and with no letter that has no number at the points. */
  #fits({ expression, shape, freeIndices }: Checked): boolean {
    const { left, indices } = this.#subject;
    return (
      sameShape(shape, left.shape) &&
      [...freeIndices.keys()].every((letter) => indices.has(letter)) &&
      [...nodesOf(expression)].every((node) => this.#hasValue(node))
    );
  }

  #hasValue(node: Expression): boolean {
    if (node.kind === 'size') return this.#subject.sizes.has(node.name);
    return node.kind !== 'symbol' || this.#names.has(node.name);
  }

  /** Two zeros agree with every ratio. */
  #ratioOf(value: number, other = NaN): number | 'any' | undefined {
    if (!Number.isFinite(other)) return undefined;
    const [zero, otherZero] = [Math.abs(value) <= this.#zero, Math.abs(other) <= this.#zero];
    if (zero && otherZero) return 'any';
    return zero || otherZero ? undefined : value / other;
  }

  #agree(value: number, other: number): boolean {
    return near(value, other) || Math.abs(value - other) <= this.#zero;
  }

  /** undefined: no values that can be compared */
  #valuesAt({ expression }: Checked, point: Point): readonly number[] | undefined {
    const { declarations } = this.#subject;
    const budget = new Budget(WORK);
    try {
      return evaluate({ expression, declarations, point, arithmetic: doubles, budget }).data;
    } catch (problem) {
      if (problem instanceof BudgetSpent) return undefined;
      throw problem;
    }
  }
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
}
