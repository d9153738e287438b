/**
 * An answer as numbers at a few points, to sort out quickly which of many candidates it may be equal to. What agrees
 * here is compared in earnest afterwards.
 */

import { seededRandom } from '../../random.ts';
import { drawPoint } from '../compare/draw.ts';
import { variedSizes } from '../compare/sizeSchedule.ts';
import { ordinary } from '../compare/style.ts';
import { type Subject, subjectOf } from '../compare/subject.ts';
import { type Declarations } from '../declarations.ts';
import { type Checked } from '../shape/checked.ts';
import { Budget, BudgetSpent } from '../value/budget.ts';
import { doubles } from '../value/doubles.ts';
import { evaluate } from '../value/evaluate.ts';
import { type Point } from '../value/point.ts';

const POINTS = 8;
/** scalar operations for one candidate at one point */
const WORK = 20_000;
/** of what counts as the same number; close calls are for the comparison in earnest */
const TOLERANCE = 1e-6;

interface Sample {
  readonly point: Point;
  readonly values: readonly number[];
}

export class Probe {
  readonly #subject: Subject;
  readonly #samples: readonly Sample[];

  /** @param other what candidates are made from: all that occurs there has values at the points */
  constructor(
    answer: Checked,
    other: Checked,
    { declarations, seed }: { readonly declarations: Declarations; readonly seed: number },
  ) {
    this.#subject = subjectOf(answer, other, declarations);
    const random = seededRandom(seed);
    const allSizes = variedSizes(this.#subject);
    const samples: Sample[] = [];
    for (let turn = 0; turn < POINTS; turn++) {
      const sizes = allSizes[turn % allSizes.length];
      if (sizes === undefined) break;
      const point = drawPoint(this.#subject, sizes, () => ordinary, random);
      const values = this.#valuesAt(answer, point);
      if (values?.every(Number.isFinite) === true) samples.push({ point, values });
    }
    this.#samples = samples;
  }

  /** Whether the answer has values, not all the same. */
  get varies(): boolean {
    const values = this.#samples.flatMap((sample) => sample.values);
    return values.some((value) => !near(value, values[0] ?? value));
  }

  /** Names of the quantities that have values at the points. */
  get names(): ReadonlySet<string> {
    return new Set([...this.#subject.drawn, ...this.#subject.defined].map(({ name }) => name));
  }

  /** What the candidate has to be multiplied by to give the answer, the same everywhere; undefined if nothing does. */
  ratioTo(candidate: Checked): number | undefined {
    let ratio: number | undefined;
    for (const { point, values } of this.#samples) {
      const others = this.#valuesAt(candidate, point);
      if (others?.length !== values.length) return undefined;
      for (const [place, value] of values.entries()) {
        const here = ratioOf(value, others[place]);
        if (here === 'any') continue;
        if (here === undefined || !near(here, ratio ?? here)) return undefined;
        ratio ??= here;
      }
    }
    return ratio;
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

/** Two zeros agree with every ratio. */
function ratioOf(value: number, other: number | undefined): number | 'any' | undefined {
  if (other === undefined || !Number.isFinite(other)) return undefined;
  if (value === 0 && other === 0) return 'any';
  return value === 0 || other === 0 ? undefined : value / other;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
}
