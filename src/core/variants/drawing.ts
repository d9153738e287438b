/** Draws the parameters of a set or a task: the same variant of the same names gets the same values, always and everywhere. */

import { type Result, failure, success } from '../result.ts';
import { Budget, BudgetSpent } from '../math/value/budget.ts';
import { chanceOf, shuffled } from './seed.ts';
import { type Value, type Values, tidy } from './range.ts';
import { type Requirement } from './requirement.ts';
import { type VariantScope } from './variantScope.ts';

/** One try at drawing one variant. */
interface Chance extends VariantScope {
  /** from 0; more than one where something is required of the values */
  readonly attempt: number;
}

/** Gives a parameter its value from those before it; undefined: these have none for it. Throws `BudgetSpent`. */
export type Draw = (chance: Chance, before: Values, budget: Budget) => Value | undefined;

export interface DrawingPlan {
  /** in the order in which they are drawn */
  readonly draws: ReadonlyMap<string, Draw>;
  /** as written → whether it holds */
  readonly requirements: ReadonlyMap<string, Requirement>;
}

const MOST_ATTEMPTS = 1000;

/** In additions of doubles, all attempts together. */
const OPERATIONS = 5e6;

/**
 * The values of one variant, those that were drawn before it included. Fails with a sentence when nothing that was drawn
 * fulfils what is required.
 */
export function drawVariant(
  plan: DrawingPlan,
  chance: VariantScope,
  before: Values,
): Result<Values, string> {
  const failed = new Map<string, number>();
  const budget = new Budget(OPERATIONS);
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const drawn = drawOnce(plan, { ...chance, attempt }, { before, budget });
      if (drawn.ok) return drawn;
      failed.set(drawn.error, (failed.get(drawn.error) ?? 0) + 1);
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return failure('drawing takes too many operations');
  }
  const [[worst, times] = ['', 0]] = [...failed].toSorted(([, a], [, b]) => b - a);
  return failure(`nothing fits in ${MOST_ATTEMPTS} draws: in ${times} of them ${worst}`);
}

interface Around {
  readonly before: Values;
  readonly budget: Budget;
}

/** Fails with what went wrong, as the end of a sentence. */
function drawOnce(
  { draws, requirements }: DrawingPlan,
  chance: Chance,
  { before, budget }: Around,
): Result<Values, string> {
  const values = new Map(before);
  for (const [name, draw] of draws) {
    const value = draw(chance, values, budget);
    if (value === undefined) return failure(`'${name}' had no value`);
    values.set(name, value);
  }
  for (const [written, holds] of requirements) {
    if (!holds(values, budget)) return failure(`'${written}' did not hold`);
  }
  return success(values);
}

/**
 * By chance, but evenly: of as many variants in a row as there are values, each gets another. Later attempts just draw.
 */
export function drawFrom(
  range: readonly Value[],
  name: string,
  { scope, variant, attempt }: Chance,
): Value | undefined {
  if (attempt > 0) {
    const random = chanceOf(...scope, name, variant, attempt);
    return range[Math.floor(random() * range.length)];
  }
  const round = Math.floor((variant - 1) / range.length);
  const place = (variant - 1) % range.length;
  return shuffled(range, chanceOf(...scope, name, round))[place];
}

/** What a formula gives, as it is written: NaN and what is too large to write are no value. */
export function writable(number: number, places: number | undefined): number | undefined {
  if (!Number.isFinite(number) || Math.abs(number) > 1e15) return undefined;
  return places === undefined ? tidy(number) : Number(number.toFixed(places)) + 0;
}
