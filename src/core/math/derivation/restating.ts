/** Whether a link says nothing but what was to be shown, however it is written. */

import { type Expression } from '../expression.ts';
import { nodesOf } from '../parts.ts';
import { type Checked } from '../shape/checked.ts';
import { treeKey } from '../treeKey.ts';
import { type Same } from './connection.ts';
import { type Claim, type Link } from './proof.ts';

interface Knowledge {
  /** the link uses every fact there is */
  readonly usesAll: boolean;
  /** a single fact lies between start and goal in any proof, so their values tell nothing */
  readonly isOneFact: boolean;
  readonly same: Same;
}

export function restates(
  link: Link,
  claim: Claim,
  { usesAll, isOneFact, same }: Knowledge,
): boolean {
  const alike: Same = (one, other) => treeKey(one.expression) === treeKey(other.expression);
  if (areEnds(link, claim, alike)) return true;
  if (!usesAll) return false;
  return mentionsBoth(link, claim) || (!isOneFact && areEnds(link, claim, same));
}

function areEnds({ left, right }: Link, { start, goal }: Claim, same: Same): boolean {
  return (same(left, start) && same(right, goal)) || (same(left, goal) && same(right, start));
}

/** As in `s ≤ (s + g)/2`: a part of the claim, which rests on all of it. */
function mentionsBoth({ left, right }: Link, { start, goal }: Claim): boolean {
  return [start, goal].every((end) => [left, right].some((side) => mentions(side, end)));
}

function mentions(side: Checked, end: Checked): boolean {
  return [...nodesOf(side.expression)].some((node) => holds(node, end.expression));
}

/** The factors of `d ‖w‖` are found in `2 d ‖w‖`. */
function holds(node: Expression, wanted: Expression): boolean {
  if (treeKey(node) === treeKey(wanted)) return true;
  if (node.kind !== 'product' || wanted.kind !== 'product') return false;
  const factors = new Set(node.factors.map(treeKey));
  return wanted.factors.every((factor) => factors.has(treeKey(factor)));
}
