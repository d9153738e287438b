/** Whether a relation is strict somewhere: on an open set of points, not at ties and kinks only. */

import { type Random, seededRandom } from '../../random.ts';
import { type Declarations } from '../declarations.ts';
import { type RelationSign } from '../expression.ts';
import { sameShape } from '../shape/sizes.ts';
import { BudgetSpent } from '../value/budget.ts';
import { type Point } from '../value/point.ts';
import { type Extent, extentOf } from './around.ts';
import { type CheckedRelation } from './checkedRelation.ts';
import { Judge } from './judge.ts';
import { isDifference, type Order } from './order.ts';
import { genericPoints } from './points.ts';
import { subjectOf } from './subject.ts';
import { type Deciding } from './work.ts';

/** Which orders of the two sides are slack. Of an equation every difference is. */
const SLACK: { readonly [K in RelationSign]: (order: Order) => boolean } = {
  '=': isDifference,
  '<=': (order) => order === 'less',
  '<': (order) => order === 'less',
  '>=': (order) => order === 'greater',
  '>': (order) => order === 'greater',
};

const POINTS = 30;
const ENOUGH = 8;
const CONFIRMED = 3;

/** Undefined where too few points have values to tell. */
export function slackIn(
  { left, relation, right }: CheckedRelation,
  declarations: Declarations,
  { seed, work }: Deciding,
): boolean | undefined {
  if (!sameShape(left.shape, right.shape)) return undefined;
  const judge = new Judge(subjectOf(left, right, declarations), work);
  try {
    return slackAmong(judge, SLACK[relation], seededRandom(seed));
  } catch (problem) {
    if (problem instanceof BudgetSpent) return undefined;
    throw problem;
  }
}

function slackAmong(
  judge: Judge,
  isSlack: (order: Order) => boolean,
  random: Random,
): boolean | undefined {
  const tight: Point[] = [];
  for (const point of genericPoints(judge.subject, random, POINTS)) {
    const order = judge.rough(point);
    if (order === 'equal') tight.push(point);
    if (!isSlack(order)) continue;
    const extent = slackAround(point, judge, isSlack, random);
    if (extent === 'open') return true;
    if (extent === 'unclear') return undefined;
  }
  if (tight.length < ENOUGH) return undefined;
  const certain = tight.slice(0, CONFIRMED).map((point) => judge.exact(point));
  return certain.every((order) => order === 'equal') ? false : undefined;
}

function slackAround(
  point: Point,
  judge: Judge,
  isSlack: (order: Order) => boolean,
  random: Random,
): Extent['kind'] {
  const orderAt = (near: Point) => judge.exact(near);
  if (!isSlack(orderAt(point))) return 'isolated';
  return extentOf(point, { subject: judge.subject, random, orderAt, found: isSlack }).kind;
}
