/**
 * Random mathematics put to the comparison: rewritten by true identities it has to stay equal, with one slip it has to
 * become different. The same seed tries the same mathematics.
 */

import fc from 'fast-check';
import { compare } from '../../../src/core/math/compare/compare.ts';
import { type Comparison } from '../../../src/core/math/compare/comparison.ts';
import { type Expression } from '../../../src/core/math/expression.ts';
import { type Checked } from '../../../src/core/math/shape/checked.ts';
import { checkExpression } from '../../../src/core/math/shape/checkExpression.ts';
import { latexOf } from '../../../src/core/math/show/latexOf.ts';
import { witness } from './fixedPoints.ts';
import { IDENTITIES, type Rewriting } from './identities.ts';
import { MUTATIONS } from './mutations.ts';
import { placesOf } from './places.ts';
import { DECLARATIONS, expressions } from './randomTrees.ts';

export interface Trial {
  readonly rules: readonly string[];
  readonly left: string;
  readonly right: string;
  readonly outcome: Comparison;
}

export interface Tally {
  readonly trials: number;
  readonly undecided: readonly Trial[];
  /** shortest first */
  readonly wrong: readonly Trial[];
}

export interface Extent {
  readonly seed: number;
  readonly runs: number;
}

interface Changed {
  readonly rules: readonly string[];
  readonly from: Checked;
  readonly to: Checked;
}

export function tryIdentities(extent: Extent): Tally {
  const cases = fc.tuple(expressions(3), fc.array(fc.nat(), { minLength: 1, maxLength: 3 }));
  const changed = fc.sample(cases, { seed: extent.seed, numRuns: extent.runs }).flatMap(rewritten);
  return tally(changed, 'equal');
}

function rewritten([tree, picks]: readonly [Expression, readonly number[]]): Changed[] {
  const from = checked(tree);
  const rules: string[] = [];
  let to = from;
  for (const pick of picks) {
    const next = applied(to, IDENTITIES, pick);
    if (next === undefined) break;
    rules.push(next.rule);
    to = checked(next.expression);
  }
  return rules.length === 0 ? [] : [{ rules, from, to }];
}

/** Slips that are no difference, or one too faint to insist on, are left out. */
export function tryMutations(extent: Extent): Tally {
  const cases = fc.tuple(expressions(3), fc.nat());
  const changed = fc.sample(cases, { seed: extent.seed, numRuns: extent.runs }).flatMap(mutated);
  return tally(changed, 'different');
}

function mutated([tree, pick]: readonly [Expression, number]): Changed[] {
  const from = checked(tree);
  const next = applied(from, MUTATIONS, pick);
  const to = next && checkExpression(next.expression, DECLARATIONS);
  if (next === undefined || !to?.ok) return [];
  const clear = witness(from, to.value, DECLARATIONS) === 'clear';
  return clear ? [{ rules: [next.rule], from, to: to.value }] : [];
}

function checked(expression: Expression): Checked {
  const result = checkExpression(expression, DECLARATIONS);
  if (result.ok) return result.value;
  throw new Error(`${latexOf(expression, DECLARATIONS)}: ${result.error.message}`);
}

/** One of the rules that apply somewhere, at one of its places; all rules are as likely, however common their places. */
function applied(
  tree: Checked,
  table: Readonly<Record<string, Rewriting>>,
  pick: number,
): { readonly rule: string; readonly expression: Expression } | undefined {
  const places = placesOf(tree);
  const applicable = Object.entries(table).flatMap(([rule, rewriting]) => {
    const results = places.flatMap((place) => {
      const changed = rewriting(place);
      return changed === undefined ? [] : [place.put(changed)];
    });
    return results.length === 0 ? [] : [{ rule, results }];
  });
  const chosen = applicable[pick % Math.max(1, applicable.length)];
  const expression = chosen?.results[Math.floor(pick / 97) % chosen.results.length];
  return chosen && expression && { rule: chosen.rule, expression };
}

function tally(changed: readonly Changed[], expected: Comparison['verdict']): Tally {
  const trials = changed.map(({ rules, from, to }): Trial => ({
    rules,
    left: latexOf(from.expression, DECLARATIONS),
    right: latexOf(to.expression, DECLARATIONS),
    outcome: compare(from, to, DECLARATIONS, { seed: 1 }),
  }));
  const length = ({ left, right }: Trial): number => left.length + right.length;
  const sorted = trials.toSorted((one, other) => length(one) - length(other));
  const undecided = sorted.filter(({ outcome }) => outcome.verdict === 'undecided');
  return {
    trials: trials.length,
    undecided,
    wrong: sorted.filter(
      (trial) => trial.outcome.verdict !== expected && !undecided.includes(trial),
    ),
  };
}
