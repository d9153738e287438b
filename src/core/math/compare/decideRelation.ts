/** Whether a relation holds wherever both sides have values; `=` is decided as a comparison is. */

import { type Declarations } from '../declarations.ts';
import { type RelationSign } from '../expression.ts';
import { sameShape, shapeText } from '../shape/sizes.ts';
import { type Point } from '../value/point.ts';
import { type CheckedRelation } from './checkedRelation.ts';
import { climbs } from './climb.ts';
import { compare } from './compare.ts';
import { type Comparison, type Counterexample, type RelationOutcome } from './comparison.ts';
import { counterexampleAt } from './counterexample.ts';
import { type Judge } from './judge.ts';
import { nearer } from './move.ts';
import { isOneSided, type Order } from './order.ts';
import { type Claim, type Outcome, Search } from './search.ts';
import { subjectOf } from './subject.ts';
import { type Deciding } from './work.ts';

type Inequality = Exclude<RelationSign, '='>;

/** Every inequality as one that says that the first is smaller. */
const READINGS: { readonly [K in Inequality]: { strict: boolean; turned: boolean } } = {
  '<=': { strict: false, turned: false },
  '<': { strict: true, turned: false },
  '>=': { strict: false, turned: true },
  '>': { strict: true, turned: true },
};

export function decideRelation(
  { left, relation, right }: CheckedRelation,
  declarations: Declarations,
  deciding: Deciding,
): RelationOutcome {
  if (relation === '=') return equality(compare(left, right, declarations, deciding));
  if (left.shape.length > 0 || !sameShape(left.shape, right.shape)) {
    const both = `${shapeText(left.shape)} and ${shapeText(right.shape)}`;
    return { verdict: 'violated', reason: `Only numbers are smaller or greater, not ${both}.` };
  }
  const { strict, turned } = READINGS[relation];
  const [low, high] = turned ? [right, left] : [left, right];
  const subject = subjectOf(low, high, declarations);
  const search = new Search(subject, strict ? STRICT : WEAK, deciding);
  const outcome = search.run((tried) => climbs(search, tried));
  return told(outcome, search.judge, turned);
}

function equality(comparison: Comparison): RelationOutcome {
  if (comparison.verdict === 'equal') return { verdict: 'holds' };
  return comparison.verdict === 'different' ? { ...comparison, verdict: 'violated' } : comparison;
}

const isViolation = (order: Order) => order === 'greater' || isOneSided(order);

const WEAK: Claim = {
  refutedBy: isViolation,
  orderAt: (point, judge) => judge.exact(point),
};

const STRICT: Claim = {
  refutedBy: (order) => order === 'equal' || isViolation(order),
  orderAt: strictOrder,
};

/**
 * Farther out functions such as tanh come closer to their bounds than any number of digits tells. So two that are equal
 * but for rounding are equal only if they are so very near zero, too.
 */
function strictOrder(point: Point, judge: Judge): Order {
  const order = judge.exact(point);
  if (order !== 'equal' || judge.coincides(point)) return order;
  return judge.exact(nearer(judge.subject, point)) === 'equal' ? 'equal' : 'unclear';
}

function told(outcome: Outcome, judge: Judge, turned: boolean): RelationOutcome {
  if (outcome.kind === 'undecided') return { verdict: 'undecided', reason: outcome.reason };
  if (outcome.kind === 'stands') {
    const tie = outcome.exceptions.find(({ order }) => order === 'equal');
    const equalAt = tie && facing(counterexampleAt(tie.point, judge.subject), turned);
    return { verdict: 'holds', ...(equalAt && { equalAt }) };
  }
  const { order, reason } = outcome;
  const why = order === 'equal' ? 'Both sides are equal there.' : reason;
  return {
    verdict: 'violated',
    ...(why !== undefined && { reason: why }),
    counterexample: facing(outcome.counterexample, turned),
  };
}

function facing(counterexample: Counterexample, turned: boolean): Counterexample {
  const { left, right } = counterexample;
  return turned ? { ...counterexample, left: right, right: left } : counterexample;
}
