/** Whether a link says nothing but what was to be shown. */

import { type Expression } from '../expression.ts';
import { nodesOf } from '../parts.ts';
import { type Checked } from '../shape/checked.ts';
import { treeKey } from '../treeKey.ts';
import { type Same } from './connection.ts';
import { type Claim, type Link } from './proof.ts';

/** The claim as it stands, or in other words: both sides are worth the same as those of the claim, in every world. */
export type Restating = 'written' | 'worth';

interface Knowledge {
  /** the link uses every fact there is */
  readonly usesAll: boolean;
  /** a single fact lies between start and goal in any proof, so their values tell nothing */
  readonly isOneFact: boolean;
  readonly same: Same;
}

export function restating(
  link: Link,
  claim: Claim,
  { usesAll, isOneFact, same }: Knowledge,
): Restating | undefined {
  const alike: Same = (one, other) => treeKey(one.expression) === treeKey(other.expression);
  if (areEnds(link, claim, alike) || (usesAll && mentionsBoth(link, claim))) return 'written';
  return usesAll && !isOneFact && areEnds(link, claim, same) ? 'worth' : undefined;
}

function areEnds({ left, right }: Link, { start, goal }: Claim, same: Same): boolean {
  return (same(left, start) && same(right, goal)) || (same(left, goal) && same(right, start));
}

/** As in `s ≤ (s + g)/2`: a part of the claim, which rests on all of it. Tells nothing where one end is part of the other. */
function mentionsBoth({ left, right }: Link, { start, goal }: Claim): boolean {
  if (mentions(start, goal) || mentions(goal, start)) return false;
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
