/** A derivation as it was written: chains of expressions, every link tied to the step that states it. */

import { type RelationSign } from '../expression.ts';
import { type Checked } from '../shape/checked.ts';

/** `left relation right`. */
export interface Link {
  readonly left: Checked;
  readonly relation: RelationSign;
  readonly right: Checked;
  /** 0-based */
  readonly step: number;
}

/** `a ≤ b = c`: every link begins where the one before it ends. */
export interface Chain {
  readonly first: Checked;
  readonly links: readonly Link[];
}

/** What is to be shown: `start relation goal`. */
export interface Claim {
  readonly start: Checked;
  readonly relation: RelationSign;
  readonly goal: Checked;
}

export interface Proof {
  readonly claim: Claim;
  /** in the order of the steps */
  readonly chains: readonly Chain[];
  /** one a step, empty where none was given */
  readonly reasons: readonly string[];
}

export function linksOf({ chains }: Proof): Link[] {
  return chains.flatMap(({ links }) => links);
}
