/** What drawn numbers have to fulfil: `a != b`, `a*b < 50`, `0 < a <= b`. */

import { type Result, failure, success } from '../result.ts';
import { type Budget } from '../math/value/budget.ts';
import { type Calculation, type ParameterNames } from './calculation.ts';
import { type Values, tidy } from './range.ts';

/** Throws `BudgetSpent`. Where a side has no value it is not fulfilled. */
export type Requirement = (values: Values, budget: Budget) => boolean;

const RELATIONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const RELATION = /(!=|<=|>=|=|<|>)/;

/** Fails with a sentence. */
export function readRequirement(text: string, names: ParameterNames): Result<Requirement, string> {
  const parts = text.split(RELATION);
  if (parts.length < 3) {
    return failure(
      `Expected a relation such as a != b: one of ${Object.keys(RELATIONS).join(' ')}`,
    );
  }
  const sides: Calculation[] = [];
  for (const side of parts.filter((_, place) => place % 2 === 0)) {
    const read = names.read(side);
    if (!read.ok) return read;
    sides.push(read.value);
  }
  const relations = parts.filter((_, place) => place % 2 === 1);
  return success((values, budget) =>
    holds(
      relations,
      sides.map((side) => tidy(side(values, budget))),
    ),
  );
}

function holds(relations: readonly string[], numbers: readonly number[]): boolean {
  return (
    numbers.every(Number.isFinite) &&
    relations.every((relation, place) =>
      RELATIONS[relation]?.(numbers[place] ?? NaN, numbers[place + 1] ?? NaN),
    )
  );
}
