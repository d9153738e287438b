/**
 * The steps of a derivation while they are being written. Rows have a number of their own, so that each keeps its field
 * when others come, go or move; a row in which nothing stands yet is no part of the answer.
 */

import { type AnswerOf } from '../../../src/protocol/messages.ts';

type Answer = AnswerOf['derivation'];
export type Relation = NonNullable<Answer['steps'][number]['relation']>;

export interface Row {
  readonly id: number;
  /** to the row before; without one a new chain begins */
  readonly relation: Relation | undefined;
  readonly latex: string;
  readonly reason: string;
}

/** What a sheet starts with where nothing was answered. */
export interface Blank {
  readonly start: string;
  readonly relation: Relation;
}

/** Two answers that say the same read the same. */
const saying = (answer: Answer | undefined): string =>
  JSON.stringify(
    answer?.steps.map(({ relation = '', latex, reason = '' }) => [relation, latex, reason]) ?? [],
  );

/** A row that was taken away. */
interface Removed {
  readonly row: Row;
  readonly at: number;
  /** the one below it, as it was */
  readonly next: Row | undefined;
}

const isBlank = ({ latex, reason }: Row): boolean => latex.trim() === '' && reason.trim() === '';

const stepOf = ({ relation, latex, reason }: Row): Answer['steps'][number] => ({
  ...(relation === undefined ? {} : { relation }),
  latex,
  ...(reason.trim() === '' ? {} : { reason }),
});

export class Sheet {
  readonly #blank: Blank;
  #rows: readonly Row[] = [];
  /** the answer that the rows say, to tell it from one that came from elsewhere */
  #said: string | undefined;
  #lastId = 0;
  /** the row that was written in last */
  current = 0;
  /** the row whose relation was just typed, so that `=` can still make `<` a `<=` */
  growing: number | undefined;

  #removed: Removed | undefined;
  #isJustRemoved = false;
  /** rows in which nothing was ever written */
  readonly #fresh = new Set<number>();

  constructor(blank: Blank) {
    this.#blank = blank;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Takes an answer that did not come from here. */
  adopt(answer: Answer | undefined): void {
    if (saying(answer) === this.#said) return;
    this.#said = saying(answer);
    this.#removed = undefined;
    const steps = answer?.steps ?? this.#beginning();
    this.#rows = steps.map(({ relation, latex, reason = '' }, index) =>
      this.#row(index === 0 ? undefined : relation, latex, reason),
    );
    this.current = this.#rows.at(-1)?.id ?? 0;
  }

  /** The answer that the rows say now; undefined while they say no more than the question did. */
  answer(): Answer | undefined {
    const steps = this.#rows.filter((row) => !isBlank(row)).map(stepOf);
    const isOnlyStart = steps.length === 1 && steps[0]?.latex === this.#blank.start;
    const answer = steps.length === 0 || isOnlyStart ? undefined : { steps };
    this.#said = saying(answer);
    return answer;
  }

  /** Where a row's step stands in the answer; undefined if it is no part of it. */
  stepIndex(id: number): number | undefined {
    const index = this.#rows.filter((row) => !isBlank(row)).findIndex((row) => row.id === id);
    return index < 0 ? undefined : index;
  }

  row(id: number): Row | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  change(id: number, change: Partial<Omit<Row, 'id'>>): void {
    this.#rows = this.#rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    this.#isJustRemoved = false;
    if (change.latex !== undefined || change.reason !== undefined) this.#fresh.delete(id);
  }

  /** Whether nothing was ever written in a row that was added. */
  isFresh(id: number): boolean {
    return this.#fresh.has(id);
  }

  /** Whether a row can come back. */
  get hasRemoved(): boolean {
    return this.#removed !== undefined;
  }

  /** Whether nothing was written since a row was taken away. */
  get hasJustRemoved(): boolean {
    return this.hasRemoved && this.#isJustRemoved;
  }

  /** A row below that one. @returns its number */
  addAfter(id: number, as: 'same-chain' | 'new-chain' = 'same-chain'): number {
    const row = this.#row(as === 'new-chain' ? undefined : this.#blank.relation, '', '');
    const at = this.#rows.findIndex((each) => each.id === id) + 1;
    this.#rows = [...this.#rows.slice(0, at), row, ...this.#rows.slice(at)];
    this.#fresh.add(row.id);
    this.#isJustRemoved = false;
    return row.id;
  }

  /** It can be brought back. @returns the number of the row to go on with */
  remove(id: number): number | undefined {
    if (this.#rows.length === 1) return undefined;
    const at = this.#rows.findIndex((row) => row.id === id);
    const row = this.#rows[at];
    if (row !== undefined && !isBlank(row)) {
      this.#removed = { row, at, next: this.#rows[at + 1] };
      this.#isJustRemoved = true;
    }
    this.#arrange(this.#rows.filter((row) => row.id !== id));
    return (this.#rows[at - 1] ?? this.#rows[0])?.id;
  }

  /** Brings back the row that was taken away last, to its place. @returns its number */
  restore(): number | undefined {
    const removed = this.#removed;
    if (removed === undefined) return undefined;
    this.#removed = undefined;
    const { row, at, next } = removed;
    this.#arrange([...this.#rows.slice(0, at), row, ...this.#rows.slice(at)]);
    if (at === 0 && next !== undefined) this.change(next.id, { relation: next.relation });
    return row.id;
  }

  move(id: number, by: 1 | -1): void {
    const from = this.#rows.findIndex((row) => row.id === id);
    const row = this.#rows[from];
    const to = from + by;
    if (row === undefined || to < 0 || to >= this.#rows.length) return;
    const others = this.#rows.filter((each) => each !== row);
    this.#arrange([...others.slice(0, to), row, ...others.slice(to)]);
  }

  /** Whatever comes first stands in no relation; whatever was first and no longer is continues. */
  #arrange(rows: readonly Row[]): void {
    const before = this.#rows[0]?.id;
    this.#rows = rows.map((row, index) => {
      if (index === 0) return { ...row, relation: undefined };
      return row.id === before ? { ...row, relation: this.#blank.relation } : row;
    });
  }

  #beginning(): Answer['steps'] {
    const { start, relation } = this.#blank;
    return [{ latex: start }, { relation, latex: '' }];
  }

  #row(relation: Relation | undefined, latex: string, reason: string): Row {
    this.#lastId += 1;
    return { id: this.#lastId, relation, latex, reason };
  }
}
