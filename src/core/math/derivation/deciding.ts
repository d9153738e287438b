/** What judging a derivation asks of sampling; tests answer it by hand. */

import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { type RelationOutcome } from '../compare/comparison.ts';
import { type Checked } from '../shape/checked.ts';
import { type Link } from './proof.ts';

/** Changed circumstances: letters with other domains or meanings, and sizes that are fixed. */
export interface World {
  readonly declarations: Declarations;
  /** size name → number */
  readonly sizes: ReadonlyMap<string, number>;
}

export interface Deciding {
  /** Does the link hold wherever its letters reach? */
  decide(link: Link): RelationOutcome;
  /** Do both sides differ on an open set of the world? undefined: cannot tell. */
  differ(left: Expression, right: Expression, world?: World): boolean | undefined;
  /** Are both worth the same, for certain? */
  same(left: Checked, right: Checked): boolean;
}
