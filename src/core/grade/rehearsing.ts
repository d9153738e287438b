/** How a task set is tried on itself. */

import { type Repeat } from './rehearseAgain.ts';

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
}
