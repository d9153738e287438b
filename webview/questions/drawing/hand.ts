/** What pointers do on the board: mouse, pen and fingers, one to draw with and two to move the view. */

import { type PlanePoint } from '../../../src/protocol/messages.ts';
import { type Board } from './board.ts';
import { finish, name, place } from './drafting.ts';
import { type Grab, drop, grab, letGo, moveTo, targetAt } from './grab.ts';
import { isPoint, samePoint } from './sketch.ts';
import { type Camera, type Pixel, toPoint, zoomed } from './viewport.ts';

/** What a pointer that is down is doing. */
type Press =
  | { readonly kind: 'draw'; readonly at: PlanePoint }
  /** a field comes when the pointer goes: before, the board would take the focus back */
  | { readonly kind: 'label'; readonly at: PlanePoint }
  | { readonly kind: 'grab'; readonly grab: Grab }
  | { readonly kind: 'pan'; readonly from: Pixel; readonly camera: Camera }
  | { readonly kind: 'pinch'; readonly from: readonly [Pixel, Pixel]; readonly camera: Camera };

/** How near one has to come, in pixels. */
const REACH = { mouse: 9, touch: 20 };

const WHEEL_SPEED = 0.0022;

const middle = ([[ax, ay], [bx, by]]: readonly [Pixel, Pixel]): Pixel => [
  (ax + bx) / 2,
  (ay + by) / 2,
];

export class Hand {
  readonly #board: Board;
  readonly #down = new Map<number, Pixel>();
  #press: Press | undefined;

  constructor(board: Board) {
    this.#board = board;
  }

  readonly pointerDown = (event: PointerEvent): void => {
    const pixel = pixelOf(event);
    if (pixel === undefined || event.button > 1) return;
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, pixel);
    this.#board.cursor = undefined;
    const [first, second, ...more] = [...this.#down.values()];
    if (first && second && more.length === 0) this.#pinch([first, second]);
    else if (more.length === 0) this.#start(event, pixel);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const pixel = pixelOf(event);
    if (pixel === undefined) return;
    if (this.#down.has(event.pointerId)) this.#down.set(event.pointerId, pixel);
    this.#aim(event, pixel);
    const press = this.#press;
    if (press?.kind === 'pan') this.#panTo(press, pixel);
    if (press?.kind === 'pinch') this.#pinchTo(press);
    if (press?.kind === 'grab') moveTo(this.#board, press.grab, this.#point(event, pixel));
  };

  readonly pointerUp = (event: PointerEvent): void => {
    const pixel = pixelOf(event);
    const press = this.#press;
    this.#down.delete(event.pointerId);
    this.#press = undefined;
    if (press?.kind === 'grab') drop(this.#board, press.grab);
    if (press?.kind === 'label') place(this.#board, press.at);
    if (press?.kind !== 'draw' || pixel === undefined) return;
    // pulled from one point to the other
    const point = this.#point(event, pixel);
    if (!samePoint(point, press.at)) place(this.#board, point);
  };

  readonly pointerCancel = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
    this.#giveUp();
  };

  readonly pointerLeave = (): void => {
    this.#board.aim = undefined;
    this.#board.desk.redraw();
  };

  readonly doubleClick = (event: MouseEvent): void => {
    const pixel = pixelOf(event);
    if (pixel === undefined || finish(this.#board) || this.#board.tool !== 'select') return;
    const target = this.#targetOf(event, pixel, REACH.mouse);
    const tag = this.#board.sheet.tags.find(({ id }) => id === target?.id);
    if (tag && isPoint(tag.at) && !this.#board.isReadOnly) name(this.#board, tag.id, tag.at);
  };

  readonly wheel = (event: WheelEvent): void => {
    const pixel = pixelOf(event);
    if (pixel === undefined || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const around = toPoint(this.#board.sight, pixel);
    this.#look(zoomed(this.#board.camera, Math.exp(-event.deltaY * WHEEL_SPEED), around));
  };

  #start(event: PointerEvent, pixel: Pixel): void {
    const board = this.#board;
    if (event.button === 1) event.preventDefault();
    if (event.button === 0 && board.tool !== 'select') {
      const at = this.#point(event, pixel);
      this.#press = { kind: board.tool === 'label' ? 'label' : 'draw', at };
      if (board.tool !== 'label') place(board, at);
      return;
    }
    const reach = event.pointerType === 'touch' ? REACH.touch : REACH.mouse;
    const target = event.button === 0 ? this.#targetOf(event, pixel, reach) : undefined;
    board.selected = target?.id;
    if (target && !board.isReadOnly)
      this.#press = { kind: 'grab', grab: grab(board, target, this.#point(event, pixel)) };
    else this.#press = { kind: 'pan', from: pixel, camera: board.camera };
    board.desk.redraw();
  }

  /** A label is as large as its formula, everything else is found by its place. */
  #targetOf(event: MouseEvent, pixel: Pixel, reach: number): { readonly id: number } | undefined {
    const { sight } = this.#board;
    const tag = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-tag]');
    const id = Number(tag?.getAttribute('data-tag') ?? Number.NaN);
    if (Number.isInteger(id)) return { id };
    return targetAt(this.#board, toPoint(sight, pixel), reach / sight.scale);
  }

  #point(event: MouseEvent, pixel: Pixel): PlanePoint {
    const isFree = this.#board.isFree !== event.altKey;
    return this.#board.snapped(toPoint(this.#board.sight, pixel), isFree);
  }

  #aim(event: MouseEvent, pixel: Pixel): void {
    const board = this.#board;
    const aim = board.tool === 'select' ? undefined : this.#point(event, pixel);
    if (samePoint(aim, board.aim) || aim === board.aim) return;
    board.aim = aim;
    board.desk.redraw();
  }

  /** What the first finger began was not meant. */
  #pinch(from: readonly [Pixel, Pixel]): void {
    this.#giveUp();
    this.#press = { kind: 'pinch', from, camera: this.#board.camera };
  }

  #giveUp(): void {
    const press = this.#press;
    this.#press = undefined;
    if (press?.kind === 'grab') letGo(this.#board, press.grab);
    if (press?.kind !== 'draw') return;
    this.#board.pending = this.#board.pending.slice(0, -1);
    this.#board.desk.redraw();
  }

  #panTo({ from, camera }: Press & { kind: 'pan' }, [x, y]: Pixel): void {
    const { scale } = this.#board.sight;
    const [cx, cy] = camera.center;
    this.#look({
      ...camera,
      center: [cx - (x - from[0]) / scale, cy + (y - from[1]) / scale],
    });
  }

  #pinchTo({ from, camera }: Press & { kind: 'pinch' }): void {
    const [first, second] = [...this.#down.values()];
    if (!first || !second) return;
    const spread = ([a, b]: readonly [Pixel, Pixel]): number =>
      Math.hypot(a[0] - b[0], a[1] - b[1]);
    const to = [first, second] as const;
    this.#board.camera = camera;
    const around = toPoint(this.#board.sight, middle(from));
    this.#board.camera = zoomed(camera, spread(to) / Math.max(1, spread(from)), around);
    this.#panTo({ kind: 'pan', from: middle(from), camera: this.#board.camera }, middle(to));
  }

  #look(camera: Camera): void {
    this.#board.camera = camera;
    this.#board.desk.redraw();
  }
}

/** In the picture, wherever on the page it is. */
function pixelOf(event: MouseEvent): Pixel | undefined {
  const board = event.currentTarget;
  if (!(board instanceof Element)) return undefined;
  const { left, top } = board.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}
