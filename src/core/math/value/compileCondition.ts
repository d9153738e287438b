/** Conditions, and numbers that depend on them. */

import { type Comparator, type Condition, type ExpressionOf } from '../expression.ts';
import {
  type Compiling,
  type ConditionCode,
  type Frame,
  type NumberRule,
  type TensorRule,
} from './code.ts';

const HOLDS: Readonly<Record<Comparator, (difference: number) => boolean>> = {
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

export function compileCondition<N>(
  condition: Condition,
  compiling: Compiling<N>,
): ConditionCode<N> {
  if (condition.kind !== 'compare') {
    const parts = condition.of.map((part) => compileCondition(part, compiling));
    // the first part that does not hold, or the first that does, settles it
    const settling = condition.kind === 'all' ? 0 : 1;
    return (frame) => settled(parts, settling, frame);
  }
  const holds = HOLDS[condition.comparator];
  const [left, right] = [compiling.number(condition.left), compiling.number(condition.right)];
  const { compare, cost } = compiling.arithmetic;
  return (frame) => {
    frame.place.budget.spend(cost.operation);
    const difference = compare(left(frame), right(frame));
    return Number.isFinite(difference) ? Number(holds(difference)) : Math.abs(difference);
  };
}

function settled<N>(parts: readonly ConditionCode<N>[], settling: 0 | 1, frame: Frame<N>): number {
  for (const part of parts) {
    const held = part(frame);
    if (held === settling || !Number.isFinite(held)) return held;
  }
  return 1 - settling;
}

export const indicator: NumberRule<'indicator'> = (node, compiling) => {
  const condition = compileCondition(node.condition, compiling);
  return (frame) => compiling.arithmetic.of(condition(frame));
};

export const casesNumber: NumberRule<'cases'> = (node, compiling) => {
  const { of } = compiling.arithmetic;
  const choose = compileChoice(node, compiling);
  const values = valuesOf(node).map((value) => compiling.number(value));
  return (frame) => {
    const chosen = choose(frame);
    return values[chosen]?.(frame) ?? of(chosen);
  };
};

export const casesTensor: TensorRule<'cases'> = (node, compiling) => {
  const { of } = compiling.arithmetic;
  const choose = compileChoice(node, compiling);
  const values = valuesOf(node).map((value) => compiling.tensor(value));
  return (frame) => {
    const chosen = choose(frame);
    const value = values[chosen]?.(frame);
    if (value !== undefined) return value;
    const like = values[0]?.(frame) ?? { dims: [], data: [of(chosen)] };
    return { dims: like.dims, data: like.data.map(() => of(chosen)) };
  };
};

function valuesOf({
  branches,
  otherwise,
}: ExpressionOf<'cases'>): ExpressionOf<'cases'>['branches'][number]['value'][] {
  const values = branches.map(({ value }) => value);
  return otherwise === undefined ? values : [...values, otherwise];
}

/** Which of the values it is; NaN where no case holds, or what a condition is worth that cannot be told. */
function compileChoice<N>(
  { branches, otherwise }: ExpressionOf<'cases'>,
  compiling: Compiling<N>,
): (frame: Frame<N>) => number {
  const conditions = branches.map(({ when }) => compileCondition(when, compiling));
  const none = otherwise === undefined ? NaN : branches.length;
  return (frame) => {
    for (const [place, condition] of conditions.entries()) {
      const held = condition(frame);
      if (held === 1) return place;
      if (held !== 0) return held;
    }
    return none;
  };
}
