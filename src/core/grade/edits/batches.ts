/**
 * Which cases are run together. Roles and labels are mixed, so that a program in which rows influence each other shows
 * it: a far row beside a near one, a crossed one (whose hinge is zero) beside others.
 */

import { type AttackCase, type CaseRole } from '../attack/case.ts';

const ROLES: readonly CaseRole[] = ['far', 'near', 'crossed'];

/** Two of each role have both labels between them; more would tell nothing more. */
const MOST = 6;

/** The cases that are run, the roles in turn as long as there are cases of each. */
export function tellingCases<C extends { readonly case: AttackCase }>(known: readonly C[]): C[] {
  const byRole = ROLES.map((role) => known.filter((each) => each.case.role === role));
  const longest = Math.max(...byRole.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => byRole.map((cases) => cases[turn]))
    .flat()
    .filter((each) => each !== undefined)
    .slice(0, MOST);
}

/**
 * One list of case numbers for each size, and one more: the first with three rows or more, in reverse order. Sizes beyond
 * `count`, the number of cases, take cases several times.
 */
export function batchesOf(count: number, sizes: readonly number[]): number[][] {
  const batches = sizes.map((size, start) =>
    Array.from({ length: size }, (_, row) => (start + row) % count),
  );
  const turned = batches.find(({ length }) => length >= 3)?.toReversed();
  return turned === undefined ? batches : [...batches, turned];
}
