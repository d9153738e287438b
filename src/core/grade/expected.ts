/** Holds a verdict against what an author expects of it. */

import { type Verdict, type VerdictKind } from './verdict.ts';

export interface Expected {
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
  /** the name of the mistake that must be recognised */
  readonly mistake?: string | undefined;
}

/** What is wrong with the verdict, as in “must be wrong: found correct with 2 of 2 points.” */
export function complaintAbout(given: Verdict, expected: Expected): string | undefined {
  const { verdict, points, mistake } = expected;
  if (given.verdict !== verdict) return `must be ${verdict}: ${found(given)}`;
  if (points !== undefined && given.points !== points) {
    return `must earn ${points} points: ${found(given)}`;
  }
  const named = given.evidence?.['mistake'];
  return mistake === undefined || named === mistake
    ? undefined
    : `must be recognised as ${mistake}: found ${typeof named === 'string' ? named : 'no mistake'}. ${found(given)}`;
}

export function fullPoints(given: Verdict): string | undefined {
  return complaintAbout(given, { verdict: 'correct', points: given.maxPoints });
}

export function found({ verdict, points, maxPoints, feedback }: Verdict): string {
  return `found ${verdict} with ${points} of ${maxPoints} points. ${feedback.join(' ')}`.trimEnd();
}
