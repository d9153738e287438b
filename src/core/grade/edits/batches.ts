/**
 * Which cases are run together. Roles and labels are mixed, so that a program in which rows influence each other shows
 * it: a far row beside a near one, a crossed one (whose hinge is zero) beside others.
 */

import { type AttackCase, type CaseRole } from '../attack/case.ts';

const ROLES: readonly CaseRole[] = ['far', 'near', 'crossed'];

/**
 * One list of case numbers for each size, and one more: the first with three rows or more, in reverse order. Sizes beyond
 * the number of cases take cases several times.
 */
export function batchesOf(cases: readonly AttackCase[], sizes: readonly number[]): number[][] {
  const order = mixed(cases);
  if (order.length === 0) return [];
  const batches = sizes.map((size, start) =>
    Array.from({ length: size }, (_, row) => order[(start + row) % order.length] ?? 0),
  );
  const turned = batches.find(({ length }) => length >= 3)?.toReversed();
  return turned === undefined ? batches : [...batches, turned];
}

/** The roles in turn, as long as there are cases of each. */
function mixed(cases: readonly AttackCase[]): number[] {
  const byRole = ROLES.map((role) => [...cases.keys()].filter((i) => cases[i]?.role === role));
  const longest = Math.max(...byRole.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => byRole.map((numbers) => numbers[turn]))
    .flat()
    .filter((number) => number !== undefined);
}
