/**
 * The points on which an attack is tried. Each has a label t = ±1 and a role: from a `near` point the boundary is worth
 * reaching; from a `far` point it is not, so only the balance of both terms of the objective stops z at the right place; a
 * `crossed` point already lies on the other side and must not be moved at all.
 */

import { type Random, uniform } from '../../random.ts';

export type CaseRole = 'near' | 'far' | 'crossed';

export interface AttackCase {
  readonly role: CaseRole;
  readonly x: readonly number[];
  readonly t: 1 | -1;
}

export interface CaseWindow {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Draws `count` points, uniform in the window. */
export function drawPoints(random: Random, window: CaseWindow, count: number): number[][] {
  return Array.from({ length: count }, () =>
    window.low.map((low, axis) => uniform(random, low, window.high[axis] ?? low)),
  );
}

/** How many of the points are taken as cases, by role. */
const CASE_COUNTS: Readonly<Record<CaseRole, number>> = { near: 6, far: 2, crossed: 2 };

/** Points this close to the boundary (in units of f) say nothing: everything is right there. */
const CLEAR = 0.5;
/** From near points the best objective is at most this, so that small learning rates get there, too. */
const NEAR = 1;
/** From far points the best attack stays this far from the boundary (in units of f). */
const FAR = 1.5;

/** A candidate point, its output f(x), and where the best known attack from it ends. */
export interface Candidate {
  readonly x: readonly number[];
  readonly fx: number;
  /** t f(z) of the best known attack with t = sign f(x) */
  readonly bestMargin: number;
  readonly bestObjective: number;
}

/**
 * Picks cases from candidates, in order, so that both labels occur among the near points as long as both are on offer.
 * May return fewer than `CASE_COUNTS` asks for: not every model has far points.
 */
export function pickCases(candidates: readonly Candidate[], reached: number): AttackCase[] {
  const clear = candidates.filter(({ fx }) => Math.abs(fx) >= CLEAR);
  const near = alternate(clear.filter((c) => c.bestMargin <= reached && c.bestObjective <= NEAR));
  const far = alternate(clear.filter((c) => c.bestMargin >= FAR));
  const crossed = near.slice(CASE_COUNTS.near);
  return [
    ...near.slice(0, CASE_COUNTS.near).map((c) => caseOf('near', c)),
    ...far.slice(0, CASE_COUNTS.far).map((c) => caseOf('far', c)),
    ...crossed.slice(0, CASE_COUNTS.crossed).map((c) => caseOf('crossed', c)),
  ];
}

function caseOf(role: CaseRole, { x, fx }: Candidate): AttackCase {
  const own = fx >= 0 ? 1 : -1;
  return { role, x, t: role === 'crossed' ? (own === 1 ? -1 : 1) : own };
}

/** Takes positive and negative candidates in turn. */
function alternate(candidates: readonly Candidate[]): Candidate[] {
  const positive = candidates.filter(({ fx }) => fx >= 0);
  const negative = candidates.filter(({ fx }) => fx < 0);
  const longer = Math.max(positive.length, negative.length);
  return Array.from({ length: longer }, (_, i) => [positive[i], negative[i]])
    .flat()
    .filter((candidate) => candidate !== undefined);
}
