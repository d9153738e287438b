/**
 * Changes by line number while they are being written. Rows have a number of their own, so that each keeps its fields when
 * others come and go; a row without a line number is no part of the answer yet.
 */

import { type AnswerOf, type EditAction, type LineEdit } from '../../../src/protocol/messages.ts';

type Answer = AnswerOf['lines'];
export type Base = NonNullable<Answer['base']>;

export interface Row {
  readonly id: number;
  readonly action: EditAction;
  /** as it was typed */
  readonly line: string;
  readonly text: string;
  /** how the line read when the row was written */
  readonly was: string | undefined;
}

export type NewRow = Omit<Row, 'id'>;

/** The line number that was typed, if it is one. */
export function lineOf({ line }: Pick<Row, 'line'>): number | undefined {
  return /^\s*\d{1,6}\s*$/.test(line) ? Number(line) : undefined;
}

/** Two answers that say the same read the same. */
const saying = (answer: Answer | undefined): string =>
  JSON.stringify(
    answer && [
      answer.base,
      answer.edits.map(({ line, action, text, was }) => [line, action, text, was]),
    ],
  );

function editsOf(row: Row): LineEdit[] {
  const { action, text, was } = row;
  const line = lineOf(row);
  if (line === undefined) return [];
  const written = action === 'delete' ? {} : { text };
  return [{ line, action, ...written, ...(was === undefined ? {} : { was }) }];
}

export class EditSheet {
  #rows: readonly Row[] = [];
  #lastId = 0;
  /** the answer that the rows say, to tell it from one that came from elsewhere */
  #said = '';
  #removed: Row | undefined;
  /** which program is changed; undefined leaves it to the host */
  base: Base | undefined;
  /** it is said that nothing has to change */
  isNothing = false;

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Takes an answer that did not come from here. */
  adopt(answer: Answer | undefined): void {
    if (saying(answer) === this.#said) return;
    this.#said = saying(answer);
    this.#removed = undefined;
    this.base = answer?.base ?? this.base;
    this.isNothing = answer?.edits.length === 0;
    this.#rows = (answer?.edits ?? []).map(({ action, line, text = '', was }) =>
      this.#row({ action, line: String(line), text, was }),
    );
  }

  /** The answer that the rows say now; undefined while they say nothing. */
  answer(): Answer | undefined {
    const written = this.written();
    const answer = written.edits.length > 0 || this.isNothing ? written : undefined;
    this.#said = saying(answer);
    return answer;
  }

  /** The same, with no edits while they say nothing. */
  written(): Answer {
    const edits = this.#rows.flatMap(editsOf);
    return this.base === undefined ? { edits } : { base: this.base, edits };
  }

  /** The rows that are a part of the answer, in its order. */
  writtenIds(): readonly number[] {
    return this.#rows.filter((row) => lineOf(row) !== undefined).map(({ id }) => id);
  }

  row(id: number): Row | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  /** The row that does one of these to that line. */
  rowAt(line: number, ...actions: readonly EditAction[]): Row | undefined {
    return this.#rows.find((row) => lineOf(row) === line && actions.includes(row.action));
  }

  /** Among the others in the order of their lines. @returns its number */
  add(row: NewRow): number {
    const added = this.#row(row);
    const line = lineOf(row) ?? Number.POSITIVE_INFINITY;
    const before = this.#rows.findLastIndex((each) => (lineOf(each) ?? 0) <= line) + 1;
    this.#rows = this.#rows.toSpliced(before, 0, added);
    this.isNothing = false;
    return added.id;
  }

  change(id: number, change: Partial<NewRow>): void {
    this.#rows = this.#rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  }

  /** It can be brought back. @returns the number of the row to go on with */
  remove(id: number): number | undefined {
    const at = this.#rows.findIndex((row) => row.id === id);
    this.#removed = this.#rows[at] ?? this.#removed;
    this.#rows = this.#rows.filter((row) => row.id !== id);
    return (this.#rows[at] ?? this.#rows[at - 1])?.id;
  }

  get hasRemoved(): boolean {
    return this.#removed !== undefined;
  }

  /** Brings back the row that was taken away last. @returns its number */
  restore(): number | undefined {
    const removed = this.#removed;
    this.#removed = undefined;
    return removed && this.add(removed);
  }

  #row(row: NewRow): Row {
    this.#lastId += 1;
    return { ...row, id: this.#lastId };
  }
}
