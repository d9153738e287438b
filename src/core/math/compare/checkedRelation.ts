/** One relation between two expressions whose shapes fit. */

import { type RelationSign } from '../expression.ts';
import { type Checked } from '../shape/checked.ts';

export interface CheckedRelation {
  readonly left: Checked;
  readonly relation: RelationSign;
  readonly right: Checked;
}
