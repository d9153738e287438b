/**
 * Drafts that were not saved yet, by question and answer. VS Code keeps them while a hidden view is thrown away, the host
 * when the tab is closed.
 */

import { type Shape, count, list, object, string } from '../../src/protocol/shape.ts';
import { type Memory } from '../host.ts';
import { type DecisionDraft, draftShape } from './decisionDraft.ts';

/** Where an answer stands: its question, and its number there. */
export interface Place {
  readonly question: string;
  readonly key: number;
}

interface Kept extends Place {
  readonly draft: DecisionDraft;
}

const shelfShape: Shape<readonly Kept[]> = list(
  object<Kept>({ question: string, key: count, draft: draftShape }),
);

export const nameOf = ({ question, key }: Place): string => `${key} ${question}`;

const MEMORY = 'drafts';

export class DraftShelf {
  readonly #memory: Memory;
  readonly #handOver: (text: string) => void;
  readonly #drafts: Map<string, Kept>;

  /** @param handOver to who keeps them when the tab is closed; empty: there are none any more */
  constructor(memory: Memory, handOver: (text: string) => void) {
    this.#memory = memory;
    this.#handOver = handOver;
    this.#drafts = new Map(recalled(memory.recall(MEMORY)).map((kept) => [nameOf(kept), kept]));
  }

  /** Takes what the tab before this one left; a view that was only hidden knows better itself. */
  restore(text: string): void {
    if (this.#memory.recall(MEMORY) !== undefined) return;
    for (const kept of recalled(plainIn(text))) this.#drafts.set(nameOf(kept), kept);
    this.#memory.keep(MEMORY, [...this.#drafts.values()]);
  }

  get size(): number {
    return this.#drafts.size;
  }

  /** The first one; undefined where there is none. */
  get first(): Place | undefined {
    return this.#drafts.values().next().value;
  }

  get(place: Place): DecisionDraft | undefined {
    return this.#drafts.get(nameOf(place))?.draft;
  }

  holds(question: string): boolean {
    return [...this.#drafts.values()].some((kept) => kept.question === question);
  }

  put({ question, key }: Place, draft: DecisionDraft): void {
    this.#drafts.set(nameOf({ question, key }), { question, key, draft });
    this.#keep();
  }

  drop(place: Place): void {
    if (this.#drafts.delete(nameOf(place))) this.#keep();
  }

  #keep(): void {
    const all = [...this.#drafts.values()];
    this.#memory.keep(MEMORY, all);
    this.#handOver(all.length === 0 ? '' : JSON.stringify(all));
  }
}

function plainIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What cannot be read is of another version of this view. */
function recalled(kept: unknown): readonly Kept[] {
  try {
    return shelfShape(kept ?? [], MEMORY);
  } catch {
    return [];
  }
}
