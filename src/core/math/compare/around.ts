/** Whether what is found at a point is so all around it, or at that point only: at a kink, a pole or a tie. */

import { type Random } from '../../random.ts';
import { type Point } from '../value/point.ts';
import { isMovable, moved } from './move.ts';
import { type Order } from './order.ts';
import { type Subject } from './subject.ts';

export type Extent =
  /** on an open set: the point lies in it */
  | { readonly kind: 'open'; readonly point: Point }
  /** all around it is otherwise */
  | { readonly kind: 'isolated' }
  | { readonly kind: 'unclear' };

const MOVES = 4;
const STEP = 1e-5;
/** Beside a boundary the moves become smaller, so as not to cross it again. */
const FINER = 1e-4;

interface Search {
  readonly subject: Subject;
  readonly random: Random;
  readonly orderAt: (point: Point) => Order;
  /** what was found at the point */
  readonly found: (order: Order) => boolean;
}

export function extentOf(point: Point, search: Search): Extent {
  if (!isMovable(search.subject)) return { kind: 'open', point };
  const near = neighbours(point, STEP, search);
  if (near.every(({ found }) => found)) return { kind: 'open', point };
  const beside = near.find(({ found }) => found)?.point;
  if (beside !== undefined) {
    const finer = neighbours(beside, STEP * FINER, search);
    return finer.every(({ found }) => found)
      ? { kind: 'open', point: beside }
      : { kind: 'unclear' };
  }
  const known = near.some(({ order }) => order !== 'unclear' && order !== 'neither');
  return { kind: known ? 'isolated' : 'unclear' };
}

function neighbours(point: Point, step: number, { subject, random, orderAt, found }: Search) {
  return Array.from({ length: MOVES }, () => {
    const near = moved(subject, point, step, random);
    const order = orderAt(near);
    return { point: near, order, found: found(order) };
  });
}
