/** One board: the drawing, what is selected and pending on it, where it looks, and how its changes reach the answer. */

import { type PlanePoint, type PublicQuestionOf } from '../../../src/protocol/messages.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';
import { numberText } from './numbers.ts';
import { type Row, type Sheet, Sketch, type Spot, type Tag } from './sketch.ts';
import { snapStep } from './steps.ts';
import { TOOLS, type Tool } from './tools.ts';
import { type Equation, type Typed } from './typed.ts';
import { type Camera, type Sight, frameFor, middleOf, sightOf } from './viewport.ts';
import { told } from './words.ts';

export type Question = PublicQuestionOf<'drawing'>;

export interface ChangeOptions {
  /** changes in a row with the same key are taken back in one */
  readonly key?: string;
  /** how long to wait for more before saving */
  readonly afterMs?: number;
}

/** Until the page tells. */
const FIRST_WIDTH = 400;

export class Board {
  readonly desk: QuestionDesk;
  readonly question: Question;
  readonly sketch = new Sketch();
  /** what stands in number fields as it was typed, by the field */
  readonly #typed = new Map<string, Typed>();
  /** what stands in the fields for equations, by the row */
  readonly #equations = new Map<number, Equation>();
  /** counts what was noted of fields, so that rows are drawn anew only when something changed */
  notes = 0;
  /** points of the object that is being drawn */
  pending: readonly PlanePoint[] = [];
  /** where the next point would come */
  aim: PlanePoint | undefined;
  /** where the keyboard points; undefined until it is used */
  cursor: PlanePoint | undefined;
  /** of an object or a label */
  selected: number | undefined;
  /** the label that is being written on the board */
  naming: { readonly id: number; readonly at: PlanePoint } | undefined;
  /** slot of the formula field that was written in last */
  writingSlot: string | undefined;
  /** rows of the list that were never complete so far */
  readonly fresh = new Set<number>();
  camera: Camera;
  /** points go where they are put, not to the grid */
  isFree = false;
  isReadOnly = false;
  /** of the picture, in pixels */
  width = FIRST_WIDTH;
  #tool: Tool | undefined;
  readonly #sizes: ResizeObserver;

  constructor(desk: QuestionDesk, question: Question) {
    this.desk = desk;
    this.question = question;
    this.camera = this.#wholeWindow();
    this.#sizes = new ResizeObserver(([entry]) => {
      this.#resize(entry?.contentRect.width ?? 0);
    });
  }

  get sheet(): Sheet {
    return this.sketch.sheet;
  }

  get id(): string {
    return `board-${this.desk.id}`;
  }

  get sight(): Sight {
    return sightOf(this.question.window, this.camera, frameFor(this.question.window, this.width));
  }

  /** Who begins, draws; who comes back, looks. */
  get tool(): Tool {
    if (this.isReadOnly) return 'select';
    this.#tool ??= this.sheet.rows.length === 0 ? 'line' : 'select';
    return this.#tool;
  }

  /** For an element's `ref`: follows its width from then on. */
  readonly follow = (element: Element | undefined): void => {
    this.#sizes.disconnect();
    if (element) this.#sizes.observe(element);
  };

  typedIn(field: string): Typed | undefined {
    return this.#typed.get(field);
  }

  noteTyped(field: string, typed: Typed): void {
    this.#typed.set(field, typed);
    this.notes += 1;
  }

  equationOf(row: number): Equation | undefined {
    return this.#equations.get(row);
  }

  noteEquation(row: number, equation: Equation): void {
    this.#equations.set(row, equation);
    this.notes += 1;
  }

  change(sheet: Sheet, { key, afterMs = 0 }: ChangeOptions = {}): void {
    if (this.isReadOnly) return;
    this.sketch.change(sheet, key);
    this.#save(afterMs);
  }

  get canUndo(): boolean {
    return this.pending.length > 0 || this.sketch.canUndo;
  }

  /** What is not finished is taken back first. */
  undo(): void {
    if (this.isReadOnly || !this.canUndo) return;
    if (this.pending.length > 0) {
      this.takeBackPoint();
      return;
    }
    this.sketch.undo();
    this.#save(0);
    this.desk.say('Taken back.');
  }

  takeBackPoint(): void {
    this.pending = this.pending.slice(0, -1);
    this.desk.say('Last point taken back.');
  }

  redo(): void {
    if (this.isReadOnly || !this.sketch.canRedo) return;
    this.sketch.redo();
    this.#save(0);
    this.desk.say('Repeated.');
  }

  choose(tool: Tool): void {
    this.#tool = tool;
    this.pending = [];
    this.desk.say(`${TOOLS[tool].words}. ${TOOLS[tool].how}`);
  }

  /** Puts a row in place of the one of the same number, or at the end. */
  putRow(row: Row, options?: ChangeOptions): void {
    const { rows, tags } = this.sheet;
    this.change({ rows: put(rows, row), tags }, options);
  }

  putTag(tag: Tag, options?: ChangeOptions): void {
    const { rows, tags } = this.sheet;
    this.change({ rows, tags: put(tags, tag) }, options);
  }

  addRow(type: Row['type'], points: readonly Spot[]): number {
    const id = this.sketch.newId();
    this.putRow({ id, type, points });
    this.selected = id;
    this.tell(id, 'added');
    return id;
  }

  remove(id: number): void {
    const { rows, tags } = this.sheet;
    if (![...rows, ...tags].some((each) => each.id === id)) return;
    const others = <T extends { readonly id: number }>(all: readonly T[]): readonly T[] =>
      all.filter((each) => each.id !== id);
    this.change({ rows: others(rows), tags: others(tags) });
    if (this.selected === id) this.selected = undefined;
    this.desk.say('Removed.');
  }

  /** Says of an object where it is now. */
  tell(id: number, what: 'added' | 'now'): void {
    const sentence = told(this.sheet, id, what);
    if (sentence !== undefined) this.desk.say(sentence);
  }

  showWhole(): void {
    this.camera = this.#wholeWindow();
    this.desk.redraw();
  }

  /** To the grid, or as fine as one can see. */
  snapped([x, y]: PlanePoint, isFree: boolean): PlanePoint {
    const { scale } = this.sight;
    const step = isFree ? 10 ** -Math.ceil(Math.log10(scale)) : snapStep(scale, this.question.grid);
    const near = (value: number): number => Number(numberText(Math.round(value / step) * step));
    return [near(x), near(y)];
  }

  #wholeWindow(): Camera {
    return { center: middleOf(this.question.window), zoom: 1 };
  }

  #resize(width: number): void {
    if (width < 1 || width === this.width) return;
    this.width = Math.floor(width);
    this.desk.redraw();
  }

  #save(afterMs: number): void {
    const news = this.sketch.news();
    if (news) this.desk.draft.change(news.answer, afterMs);
    else this.desk.redraw();
  }
}

function put<T extends { readonly id: number }>(all: readonly T[], one: T): readonly T[] {
  return all.some(({ id }) => id === one.id)
    ? all.map((each) => (each.id === one.id ? one : each))
    : [...all, one];
}
