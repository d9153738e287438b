/** Cases that were known beforehand and cases that were not, in an order of which every beginning holds both. */

import { type AttackCase, type CaseRole } from './case.ts';

const ROLES: readonly CaseRole[] = ['near', 'far', 'crossed'];

/**
 * Role by role: a fresh one first, then a visible one, and so on. Labels take turns in both lists, so partners are
 * taken crosswise: two neighbours have both labels as far as there are both.
 */
export function mixedCases<C extends { readonly case: AttackCase }>(
  visible: readonly C[],
  fresh: readonly C[],
): C[] {
  return ROLES.flatMap((role) => mixed(ofRole(visible, role), ofRole(fresh, role)));
}

function ofRole<C extends { readonly case: AttackCase }>(known: readonly C[], role: CaseRole): C[] {
  return known.filter((each) => each.case.role === role);
}

function mixed<C>(visible: readonly C[], fresh: readonly C[]): C[] {
  const longest = Math.max(visible.length, fresh.length);
  // one more than the longest: the partner of the last one may lie behind it
  const pairs = Array.from({ length: longest + 1 }, (_, turn) => [fresh[turn], visible[turn ^ 1]]);
  return pairs.flat().filter((each) => each !== undefined);
}
