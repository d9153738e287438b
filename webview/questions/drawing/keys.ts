/** The board by keyboard: a cross that arrows move, points where it stands, objects picked up and put down. */

import { type PlanePoint } from '../../../src/protocol/messages.ts';
import { type Board } from './board.ts';
import { cancel, finish, name, place } from './drafting.ts';
import { type Grab, drop, grab, letGo, moveTo, targetAt } from './grab.ts';
import { rounded } from './numbers.ts';
import { isPoint, itemOf } from './sketch.ts';
import { TOOLS, type Tool } from './tools.ts';
import { middleOf, showing, zoomed } from './viewport.ts';
import { description, nameOf, pointWords } from './words.ts';

const ARROWS: Readonly<Record<string, PlanePoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Shift goes this part of a step of the grid. */
const FINE = 10;

/** How near the cross has to be to take something up, in pixels. */
const REACH = 12;

const ZOOM = 1.5;

export class Keys {
  readonly #board: Board;
  #grab: Grab | undefined;

  constructor(board: Board) {
    this.#board = board;
  }

  /** Keys that are not of the board go on to the page and the editor. */
  readonly keyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.#understand(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly focus = (): void => {
    // with the mouse, there is a pointer already
    if (!this.#isByKeyboard() || this.#board.cursor !== undefined) return;
    this.#moveTo(this.#start());
  };

  readonly blur = (): void => {
    if (this.#grab) drop(this.#board, this.#grab);
    this.#grab = undefined;
    this.#board.aim = undefined;
    this.#board.desk.redraw();
  };

  #isByKeyboard(): boolean {
    return document.getElementById(this.#board.id)?.matches(':focus-visible') ?? false;
  }

  /** At what is selected, or in the middle of the window. */
  #start(): PlanePoint {
    const { sheet, selected, question } = this.#board;
    const row = sheet.rows.find(({ id }) => id === selected);
    const at = row?.points[0] ?? sheet.tags.find(({ id }) => id === selected)?.at;
    return at && isPoint(at) ? at : this.#board.snapped(middleOf(question.window), false);
  }

  #understand(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return this.#withControl(event);
    const arrow = ARROWS[event.key];
    if (arrow) return this.#go(arrow, event.shiftKey);
    const act = this.#acts[event.key];
    return act === undefined ? this.#tool(event.key.toLowerCase()) : act();
  }

  #withControl({ key, shiftKey }: KeyboardEvent): boolean {
    const pressed = key.toLowerCase();
    if (pressed === 'z' && !shiftKey) this.#board.undo();
    else if (pressed === 'y' || pressed === 'z') this.#board.redo();
    else return false;
    return true;
  }

  /** What returns false was not for the board. */
  readonly #acts: Readonly<Record<string, () => boolean>> = {
    Enter: () => this.#enter(),
    ' ': () => this.#enter(),
    Escape: () => this.#escape(),
    Delete: () => this.#remove(),
    Backspace: () => this.#remove(),
    n: () => this.#next(1),
    N: () => this.#next(-1),
    F2: () => this.#rename(),
    '+': () => this.#zoom(ZOOM),
    '-': () => this.#zoom(1 / ZOOM),
    '0': () => {
      this.#board.showWhole();
      return true;
    },
    '?': () => {
      this.#board.desk.say(description(this.#board.sheet));
      return true;
    },
  };

  /** To the next line of the grid, or a part of a step, but not out of the window. */
  #go([right, up]: PlanePoint, isFine: boolean): boolean {
    const { cursor, question } = this.#board;
    const { low, high } = question.window;
    const step = isFine ? stepOf(question.grid / FINE) : lineAfter(question.grid);
    const [x, y] = cursor ?? this.#start();
    const next: PlanePoint = [
      within(x, step(x, right), [low[0], high[0]]),
      within(y, step(y, up), [low[1], high[1]]),
    ];
    this.#moveTo(cursor ? next : [x, y]);
    return true;
  }

  #moveTo(to: PlanePoint): void {
    const board = this.#board;
    board.cursor = to;
    board.camera = showing(board.camera, board.sight, to);
    if (board.tool !== 'select') board.aim = to;
    if (this.#grab) moveTo(board, this.#grab, to);
    this.#sayPlace();
  }

  #sayPlace(): void {
    if (this.#board.cursor) this.#board.desk.say(pointWords(this.#board.cursor));
  }

  /** Who draws with the mouse has no cross: there it ends a polyline. */
  #enter(): boolean {
    const board = this.#board;
    if (board.isReadOnly) return false;
    if (board.cursor === undefined && finish(board)) return true;
    board.cursor ??= this.#start();
    if (board.tool === 'select') this.#takeOrPut(board.cursor);
    else place(board, board.cursor);
    return true;
  }

  #takeOrPut(at: PlanePoint): void {
    const board = this.#board;
    if (this.#grab) {
      drop(board, this.#grab);
      this.#grab = undefined;
      return;
    }
    const target = targetAt(board, at, REACH / board.sight.scale);
    if (target === undefined) board.desk.say('Nothing is here.');
    else {
      this.#grab = grab(board, target, at);
      board.desk.say(`${this.#named(target.id)} taken up. Arrows move it, Enter puts it down.`);
    }
  }

  #named(id: number): string {
    const row = this.#board.sheet.rows.find((each) => each.id === id);
    return row ? nameOf(this.#board.sheet, row) : 'Label';
  }

  #escape(): boolean {
    if (this.#grab) {
      letGo(this.#board, this.#grab);
      this.#grab = undefined;
      return true;
    }
    return cancel(this.#board);
  }

  #remove(): boolean {
    const board = this.#board;
    if (board.isReadOnly) return false;
    if (board.pending.length > 0) {
      board.takeBackPoint();
    } else if (board.selected === undefined) return false;
    else board.remove(board.selected);
    this.#grab = undefined;
    return true;
  }

  /** The next object or label, and the cross to its first point. */
  #next(way: 1 | -1): boolean {
    const board = this.#board;
    const rows = board.sheet.rows.filter((row) => itemOf(row) !== undefined);
    const all = [
      ...rows.map(({ id, points }) => ({ id, at: points[0] })),
      ...board.sheet.tags.map(({ id, at }) => ({ id, at })),
    ];
    const from = all.findIndex(({ id }) => id === board.selected);
    const next = all[(from + way + (from < 0 && way < 0 ? 1 : 0) + all.length) % all.length];
    if (next === undefined) return false;
    board.selected = next.id;
    if (next.at && isPoint(next.at)) board.cursor = next.at;
    board.desk.say(`${this.#named(next.id)} selected.`);
    return true;
  }

  #rename(): boolean {
    const board = this.#board;
    const tag = board.sheet.tags.find(({ id }) => id === board.selected);
    if (board.isReadOnly || tag === undefined || !isPoint(tag.at)) return false;
    name(board, tag.id, tag.at);
    return true;
  }

  #zoom(factor: number): boolean {
    const board = this.#board;
    board.camera = zoomed(board.camera, factor, board.cursor ?? board.camera.center);
    board.desk.redraw();
    return true;
  }

  #tool(key: string): boolean {
    const tool = toolOf(key);
    if (tool === undefined || this.#board.isReadOnly) return false;
    if (tool === 'label' && this.#board.question.labels === 'none') return false;
    this.#board.choose(tool);
    return true;
  }
}

type Step = (value: number, way: number) => number;

const stepOf =
  (size: number): Step =>
  (value, way) =>
    way === 0 ? value : rounded(value + way * size);

const lineAfter =
  (grid: number): Step =>
  (value, way) => {
    if (way === 0) return value;
    const lines = rounded(value / grid);
    return rounded((way > 0 ? Math.floor(lines) + 1 : Math.ceil(lines) - 1) * grid);
  };

/** What is outside already may come back, but goes no farther. */
const within = (from: number, to: number, [low, high]: PlanePoint): number =>
  to > from ? Math.min(to, Math.max(high, from)) : Math.max(to, Math.min(low, from));

const toolOf = (key: string): Tool | undefined =>
  (Object.keys(TOOLS) as Tool[]).find((tool) => TOOLS[tool].key === key); // the keys of that table
