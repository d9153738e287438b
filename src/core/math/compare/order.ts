/** How two values stand to each other at one point, given how exactly they are known. */

export type Order =
  | 'equal'
  | 'less'
  | 'greater'
  /** only the left side has a value */
  | 'left-only'
  | 'right-only'
  | 'neither'
  /** too large for the arithmetic, or too close for its digits */
  | 'unclear';

/** Of several components the first of these that occurs tells. */
const WEIGHT: readonly Order[] = [
  'less',
  'greater',
  'left-only',
  'right-only',
  'unclear',
  'equal',
  'neither',
];

export function isOneSided(order: Order): boolean {
  return order === 'left-only' || order === 'right-only';
}

/** Of so many components, each at its position. */
export function overall(count: number, orderAt: (position: number) => Order): Order {
  const orders = new Set(Array.from({ length: count }, (_, position) => orderAt(position)));
  return WEIGHT.find((each) => orders.has(each)) ?? 'neither';
}

/** Both have values, and it is certain how they stand to each other; or only one has. */
export function isKnown(order: Order): boolean {
  return order !== 'neither' && order !== 'unclear';
}

export function isDifference(order: Order): boolean {
  return isKnown(order) && order !== 'equal';
}

/** Of what has a value and can be held on both sides; else undefined. */
export function presence(left: number, right: number): Order | undefined {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 'neither' : 'right-only';
  if (Number.isNaN(right)) return 'left-only';
  return Number.isFinite(left) && Number.isFinite(right) ? undefined : 'unclear';
}

/** Relative difference from which two doubles may be different numbers. */
const CLOSE = 1e-9;

/** As far as doubles can tell. */
export function roughOrder(left: number | undefined, right: number | undefined): Order {
  if (left === undefined || right === undefined) return 'neither';
  const known = presence(left, right);
  if (known !== undefined) return known;
  if (relativeGap(left, right) <= CLOSE) return 'equal';
  return left < right ? 'less' : 'greater';
}

/** |left − right| as a part of the larger; 0 where both are 0. */
export function relativeGap(left: number, right: number): number {
  const scale = Math.max(Math.abs(left), Math.abs(right));
  // halves, so that the difference of two huge numbers is finite
  return scale === 0 ? 0 : (2 * Math.abs(left / 2 - right / 2)) / scale;
}
