/**
 * What a row has to come up to: to where the program before the edits takes it alone, or to the best known attack. A
 * program that was wrong before may stay so: who carries it on consistently has changed it rightly. But one that does not
 * run, or moves nothing, says nothing about batches; then only the best known attack counts.
 */

import { attackObjective, squaredDistance } from '../attack/objective.ts';
import {
  type BatchTolerances,
  type EditsEvidence,
  type KnownCase,
  type RowEnd,
} from './evidence.ts';

export interface Standard {
  /** where each case ends alone, before the edits */
  readonly before?: readonly RowEnd[] | undefined;
  /** why it is not the program before that counts; a sentence */
  readonly remark?: string | undefined;
}

export function standardOf(
  { before, cases }: EditsEvidence,
  { distance }: BatchTolerances,
): Standard {
  if (!before.ran) {
    return {
      remark: `Before the change the program gives no result (${before.why}), so what counts is the best known attack.`,
    };
  }
  const moves = before.ends.some((end, i) => moved(end, cases[i]) > 2 * distance);
  return moves
    ? { before: before.ends }
    : {
        remark:
          'Before the change the program moves no point, so what counts is the best known attack.',
      };
}

/** How far the row has come from x. */
export function moved({ z }: RowEnd, known: KnownCase | undefined): number {
  return Math.sqrt(squaredDistance(known?.case.x ?? [], z));
}

export function objectiveAt(end: RowEnd, known: KnownCase): number {
  return attackObjective(known.case, end.z, end.fz);
}

/** Where the row is expected, for comparing: alone before the edits, or at the best known end. */
export function expectedZ(
  index: number,
  known: KnownCase,
  { before }: Standard,
): readonly number[] {
  return before?.[index]?.z ?? known.best.z;
}

/** Whether a row of case number `index` ends as well as it has to. */
export function holds(
  end: RowEnd,
  index: number,
  { evidence, standard, tolerances }: Held,
): boolean {
  const known = evidence.cases[index];
  if (known === undefined) return false;
  return asGood(end, known, tolerances) || alike(end, standard.before?.[index], tolerances);
}

export interface Held {
  readonly evidence: EditsEvidence;
  readonly standard: Standard;
  readonly tolerances: BatchTolerances;
}

function asGood(end: RowEnd, known: KnownCase, tolerances: BatchTolerances): boolean {
  const { role, t } = known.case;
  const reaches = role !== 'near' || t * end.fz <= tolerances.boundary;
  return reaches && objectiveAt(end, known) - known.best.objective <= tolerances.objective;
}

function alike(end: RowEnd, before: RowEnd | undefined, { distance }: BatchTolerances): boolean {
  return before !== undefined && Math.sqrt(squaredDistance(before.z, end.z)) <= distance;
}
