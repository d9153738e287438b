/** The view's side of an attack: pulls the state, asks for runs, and says when something has to be drawn. */

import { type Listeners } from '../../src/protocol/contract.ts';
import { type AttackViewChannel } from '../../src/protocol/attackChannel.ts';
import {
  type AttackEvents,
  type AttackRequests,
  type AttackViewState,
} from '../../src/protocol/messages.ts';
import { runWords } from './runWords.ts';

export type Ask = Pick<AttackViewChannel, 'request'>;
export type Picture = Parameters<AttackRequests['exportPicture']>[0];
type Provider = Parameters<AttackRequests['rerun']>[0]['provider'];

export class AttackSession {
  readonly #host: Ask;
  readonly #changed: () => void;
  #state: AttackViewState | undefined;
  #row = 0;
  #problem: string | undefined;
  #announcement = '';

  constructor(connect: (listeners: Listeners<AttackEvents>) => Ask, changed: () => void) {
    this.#changed = changed;
    this.#host = connect({
      stateChanged: (state) => {
        this.#take(state);
      },
    });
  }

  get state(): AttackViewState | undefined {
    return this.#state;
  }

  /** Index of the row of x that is shown. */
  get row(): number {
    return this.#row;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  get announcement(): string {
    return this.#announcement;
  }

  start(): Promise<void> {
    return this.#try(async () => {
      this.#take(await this.#host.request('ready', {}));
    });
  }

  showRow(row: number): void {
    this.#row = row;
    this.#changed();
  }

  cancel(): Promise<void> {
    return this.#try(() => this.#host.request('cancel', {}));
  }

  rerun(provider: Provider): Promise<void> {
    return this.#try(() => this.#host.request('rerun', { provider }));
  }

  showCode(): Promise<void> {
    return this.#try(() => this.#host.request('showCode', {}));
  }

  /** @param draw makes the picture, which may fail */
  exportPicture(draw: () => Promise<Picture>): Promise<void> {
    return this.#try(async () => {
      const path = await this.#host.request('exportPicture', await draw());
      if (path !== null) this.#announcement = `Saved as ${path}`;
    });
  }

  #take(state: AttackViewState): void {
    // Screen readers hear of a new status, and not of every iteration.
    if (state.status !== this.#state?.status) {
      this.#announcement = runWords[state.status].sentence(state);
    }
    this.#state = state;
    this.#row = Math.min(this.#row, Math.max(0, state.rows.length - 1));
    this.#changed();
  }

  async #try(run: () => Promise<unknown>): Promise<void> {
    this.#problem = undefined;
    try {
      await run();
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#changed();
  }
}
