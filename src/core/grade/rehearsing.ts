/** How a task set is tried on itself. */

import { type Repeat } from './rehearseAgain.ts';
import { type Rehearsal } from './rehearsal.ts';
import { type Verdict } from './verdict.ts';

/** In which of the two rounds an answer is judged. */
export type Round = 'first' | 'again';

/** Verdicts of earlier calls, each found by everything that it depends on. Only those nobody complained of are kept. */
export interface KnownVerdicts {
  find(rehearsal: Rehearsal, round: Round): Verdict | undefined;
  keep(rehearsal: Rehearsal, round: Round, verdict: Verdict): void;
}

export interface Rehearsing {
  /** how many programs run at a time; 1 unless stated */
  readonly concurrency?: number | undefined;
  /** after every answer: how many were tried, and of how many */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  /** as an AbortSignal */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** lets the host do its other work between two answers */
  readonly pause?: (() => Promise<void>) | undefined;
  /** what is tried again, in another order; nothing unless stated */
  readonly repeat?: Repeat | undefined;
  /** what need not be judged, since it was before */
  readonly known?: KnownVerdicts | undefined;
}
