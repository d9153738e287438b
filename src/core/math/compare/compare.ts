/** Whether two expressions are the same: equal, different with the simplest point that shows it, or undecided. */

import { type Declarations } from '../declarations.ts';
import { type Checked } from '../shape/checked.ts';
import { sameShape, shapeText } from '../shape/sizes.ts';
import { type Comparison } from './comparison.ts';
import { exceptionText } from './exception.ts';
import { besideJumps } from './jumps.ts';
import { isDifference } from './order.ts';
import { type Claim, Search } from './search.ts';
import { subjectOf } from './subject.ts';
import { type Deciding } from './work.ts';

const SAME: Claim = {
  refutedBy: isDifference,
  orderAt: (point, judge) => judge.exact(point),
};

export function compare(
  left: Checked,
  right: Checked,
  declarations: Declarations,
  deciding: Deciding,
): Comparison {
  if (!sameShape(left.shape, right.shape)) {
    const reason = `One is ${shapeText(left.shape)}, the other ${shapeText(right.shape)}.`;
    return { verdict: 'different', reason };
  }
  const search = new Search(subjectOf(left, right, declarations), SAME, deciding);
  const outcome = search.run((tried) => besideJumps(search, tried));
  if (outcome.kind === 'undecided') return { verdict: 'undecided', reason: outcome.reason };
  if (outcome.kind === 'refuted') {
    const { reason, counterexample } = outcome;
    return { verdict: 'different', ...(reason !== undefined && { reason }), counterexample };
  }
  if (outcome.exceptions.length === 0) return { verdict: 'equal' };
  return {
    verdict: 'equal',
    exception: exceptionText(
      outcome.exceptions.map(({ point }) => point),
      search,
    ),
  };
}
