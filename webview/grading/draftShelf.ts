/**
 * Drafts that were not saved yet, by question and answer. VS Code keeps them while a hidden view is thrown away; they are
 * lost with the tab.
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
  readonly #drafts: Map<string, Kept>;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#drafts = new Map(recalled(memory).map((kept) => [nameOf(kept), kept]));
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
    this.#memory.keep(MEMORY, [...this.#drafts.values()]);
  }
}

/** What cannot be read is of another version of this view. */
function recalled(memory: Memory): readonly Kept[] {
  try {
    return shelfShape(memory.recall(MEMORY) ?? [], MEMORY);
  } catch {
    return [];
  }
}
