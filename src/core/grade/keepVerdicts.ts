/** Which verdicts need not be found again: those that are as they must be, and come out the same a second time. */

import { type Rehearsal } from './rehearsal.ts';
import { changeOf } from './rehearseAgain.ts';
import { type KnownVerdicts } from './rehearsing.ts';
import { type Verdict } from './verdict.ts';

interface Judged {
  readonly trial: Rehearsal;
  /** undefined: it was not reached */
  readonly verdict: Verdict | undefined;
}

interface Rounds {
  readonly judged: readonly Judged[];
  readonly repeated: readonly Judged[];
}

/** A problem is found anew every time, so that a kept verdict never tells one. */
export function keepVerdicts(known: KnownVerdicts, { judged, repeated }: Rounds): void {
  const good = new Map(judged.flatMap(goodOf));
  for (const { trial, verdict } of repeated) {
    const before = good.get(trial);
    if (before === undefined || verdict === undefined || verdict.verdict === 'not-run') continue;
    if (changeOf(trial, before, verdict).length === 0) known.keep(trial, 'again', verdict);
    else good.delete(trial);
  }
  for (const [trial, verdict] of good) known.keep(trial, 'first', verdict);
}

function goodOf({ trial, verdict }: Judged): (readonly [Rehearsal, Verdict])[] {
  if (verdict === undefined || verdict.verdict === 'not-run') return [];
  return trial.complaint(verdict) === undefined ? [[trial, verdict]] : [];
}
