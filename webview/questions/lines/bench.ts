/** Everything that one question about changing a program holds in the view, and what may be done with it. */

import {
  type EditAction,
  type EditedLine,
  type EditsPreview,
} from '../../../src/protocol/messages.ts';
import { TYPING_MS } from '../../task/draft.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';
import { type FormProps } from '../form.ts';
import { type Base, EditSheet, type NewRow, type Row, lineOf } from './editSheet.ts';
import { type Preview, Previews } from './previews.ts';

type Props = FormProps<'lines'>;

export const INDENTATION = /^[ \t]*/;

export class Bench {
  readonly desk: QuestionDesk;
  readonly sheet = new EditSheet();
  readonly #previews: Previews;
  #preview: Preview | undefined;
  /** the row of the program that the Tab key reaches */
  cursor: string | undefined;
  #problem: string | undefined;

  constructor(desk: QuestionDesk) {
    this.desk = desk;
    this.#previews = new Previews(
      (answer) => desk.host.request('previewEdits', { question: desk.id, answer }),
      () => {
        desk.redraw();
      },
    );
  }

  /** Takes what is known now; to be called with every drawing. */
  update({ answer, state }: Props): void {
    const { sheet } = this;
    sheet.adopt(answer);
    const written = { answer: sheet.written(), rows: sheet.writtenIds(), epoch: state };
    this.#preview = this.#previews.of(written);
  }

  get preview(): EditsPreview | undefined {
    return this.#preview?.shown;
  }

  get problem(): string | undefined {
    return this.#problem ?? this.#previews.problem;
  }

  /** The row of changes that a line of the result comes from. */
  rowOf({ edit }: EditedLine): Row | undefined {
    const id = edit === undefined ? undefined : this.#preview?.rows[edit];
    return id === undefined ? undefined : this.sheet.row(id);
  }

  complaintsAt(row: Row): readonly string[] {
    const { shown, rows } = this.#preview ?? { rows: [] };
    const found = shown?.complaints.filter(({ edit }) => rows[edit] === row.id) ?? [];
    return found.map(({ message }) => message);
  }

  /** The text of a line before any change, as it is now. */
  lineNow(line: number | undefined): string | undefined {
    if (line === undefined) return undefined;
    return this.preview?.rows.find(({ before }) => before === line)?.text;
  }

  /** Whether the row was written for another text than the line has now. */
  isOutdated(row: Row): boolean {
    const now = this.lineNow(lineOf(row));
    return row.was !== undefined && now !== undefined && now !== row.was;
  }

  /** A change that starts from how the line reads now. @returns the row's number */
  start(action: EditAction, line: number | undefined): number {
    const row = this.#blank(action, line);
    return this.#keep(() => this.sheet.add(row), 0);
  }

  change(id: number, change: Partial<NewRow>, afterMs = TYPING_MS): void {
    this.#keep(() => {
      this.sheet.change(id, change);
    }, afterMs);
  }

  /** Another action or line starts from that line, unless something was written already. */
  aim(row: Row, change: Partial<Pick<Row, 'action' | 'line'>>): void {
    const aimed = { ...row, ...change };
    const fresh = this.#blank(aimed.action, lineOf(aimed));
    const before = this.#blank(row.action, lineOf(row));
    const isWritten = row.text.trim() !== '' && row.text !== before.text;
    this.change(row.id, { ...change, was: fresh.was, ...(isWritten ? {} : { text: fresh.text }) });
  }

  remove(row: Row): number | undefined {
    this.desk.say(`${this.nameOf(row)} was removed`);
    return this.#keep(() => this.sheet.remove(row.id), 0);
  }

  restore(): number | undefined {
    return this.#keep(() => this.sheet.restore(), 0);
  }

  nameOf(row: Row): string {
    return `Edit ${this.sheet.rows.findIndex(({ id }) => id === row.id) + 1}`;
  }

  sayNothingChanges(isNothing: boolean): void {
    this.#keep(() => {
      this.sheet.isNothing = isNothing;
    }, 0);
  }

  takeBase(base: Base): void {
    this.sheet.base = base;
    if (this.sheet.answer() !== undefined) this.desk.draft.change(this.sheet.answer(), 0);
    this.desk.redraw();
  }

  async openProgram(question: string): Promise<void> {
    this.#problem = undefined;
    try {
      await this.desk.host.request('openCode', { question });
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.desk.redraw();
  }

  #blank(action: EditAction, line: number | undefined): NewRow {
    const was = this.lineNow(line);
    const indentation = INDENTATION.exec(was ?? '')?.[0] ?? '';
    const text = { replace: was ?? '', 'insert-after': indentation, delete: '' }[action];
    return { action, line: line === undefined ? '' : String(line), text, was };
  }

  /** Changes the sheet and, through the draft, what is saved. */
  #keep<T>(change: () => T, afterMs: number): T {
    const before = this.sheet.answer();
    const { base } = this.preview ?? {};
    if (base === 'own' || base === 'given') this.sheet.base ??= base;
    const result = change();
    const answer = this.sheet.answer();
    const isSame = JSON.stringify(answer) === JSON.stringify(before);
    if (!isSame) this.desk.draft.change(answer, afterMs);
    this.desk.redraw();
    return result;
  }
}

const benches = new WeakMap<QuestionDesk, Bench>();

export function benchOf(props: Props): Bench {
  const bench = benches.get(props.desk) ?? new Bench(props.desk);
  benches.set(props.desk, bench);
  bench.update(props);
  return bench;
}

/** Once the page has been drawn with it, which is planned by now. */
export function focusLater(
  find: () => HTMLElement | null,
  then?: (found: HTMLElement) => void,
): void {
  queueMicrotask(() => {
    const found = find();
    found?.focus();
    if (found !== null) then?.(found);
  });
}
