/** What the pointer does on the canvas: select, move, connect, shift the canvas, add where nothing is, zoom. */

import { type Place, addNode, connect, editLabel, putDown, save, zoom } from './acts.ts';
import { changeNode } from './graph.ts';
import { type Point, onGrid, placeSeenAt } from './plane.ts';
import { type Picked } from './sketch.ts';

/** Shorter ways are the tremor of a click, in pixels. */
const TREMOR = 4;

const seen = (canvas: Element, { clientX, clientY }: MouseEvent): Point => {
  const { left, top } = canvas.getBoundingClientRect();
  return [clientX - left - canvas.clientLeft, clientY - top - canvas.clientTop];
};

const canvasOf = ({ currentTarget }: Event): Element | undefined =>
  currentTarget instanceof Element ? currentTarget : undefined;

/** What lies under the pointer, whatever has captured it. */
function under({ clientX, clientY }: MouseEvent): Picked | undefined {
  const hit = document.elementFromPoint(clientX, clientY);
  const node = hit?.closest('[data-node]')?.getAttribute('data-node');
  if (node !== undefined && node !== null) return { kind: 'node', id: node };
  const arrow = hit?.closest('[data-arrow]')?.getAttribute('data-arrow');
  return arrow === undefined || arrow === null ? undefined : { kind: 'arrow', key: Number(arrow) };
}

const isHandle = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-handle]') !== null;

export function press(place: Place, event: PointerEvent): void {
  const canvas = canvasOf(event);
  if (event.button !== 0 || canvas === undefined) return;
  const { easel, desk } = place;
  const start = seen(canvas, event);
  const picked = under(event);
  easel.isDragging = false;
  if (picked?.kind === 'node') pressNode(place, picked.id, { start, isHandle: isHandle(event) });
  else if (picked === undefined) easel.gesture = { kind: 'pan', start, lens: easel.lens };
  if (picked?.kind !== 'node') easel.sketch.from = undefined;
  easel.sketch.pick(picked);
  desk.redraw();
}

interface Pressed {
  readonly start: Point;
  readonly isHandle: boolean;
}

function pressNode(place: Place, id: string, { start, isHandle: atHandle }: Pressed): void {
  const { easel, readOnly } = place;
  const { from } = easel.sketch;
  if (readOnly) return;
  const at = placeSeenAt(easel.lens, start);
  const [x, y] = easel.boxes.get(id)?.middle ?? at;
  if (from !== undefined) connect(place, from, id);
  else if (atHandle) easel.gesture = { kind: 'connect', from: id, to: at, hasLeft: false };
  else easel.gesture = { kind: 'move', id, start, grab: [at[0] - x, at[1] - y] };
}

export function drag(place: Place, event: PointerEvent): void {
  const { easel, desk } = place;
  const canvas = canvasOf(event);
  const { gesture } = easel;
  if (canvas === undefined || gesture === undefined) return;
  const now = seen(canvas, event);
  if (!easel.isDragging && gesture.kind !== 'connect') {
    if (Math.hypot(now[0] - gesture.start[0], now[1] - gesture.start[1]) < TREMOR) return;
    beginDrag(place);
  }
  canvas.setPointerCapture(event.pointerId);
  if (gesture.kind === 'pan') {
    const [dx, dy] = [now[0] - gesture.start[0], now[1] - gesture.start[1]];
    easel.look({ ...gesture.lens, x: gesture.lens.x + dx, y: gesture.lens.y + dy });
  } else if (gesture.kind === 'connect') {
    const hasLeft = gesture.hasLeft || !isNode(under(event), gesture.from);
    easel.gesture = { ...gesture, to: placeSeenAt(easel.lens, now), hasLeft };
  } else {
    moveTo(place, gesture.id, offset(placeSeenAt(easel.lens, now), gesture.grab));
  }
  desk.redraw();
}

function beginDrag(place: Place): void {
  const { easel } = place;
  easel.isDragging = true;
  easel.drags += 1;
  if (easel.gesture?.kind === 'move') putDown(place);
}

const offset = ([x, y]: Point, [dx, dy]: Point): Point => [x - dx, y - dy];

/** All of one drag is taken back at once. */
function moveTo({ easel }: Place, id: string, at: Point): void {
  const { sketch } = easel;
  sketch.change(changeNode(sketch.graph, id, { at: onGrid(at) }), `drag ${easel.drags}`);
}

const isNode = (picked: Picked | undefined, id: string): boolean =>
  picked?.kind === 'node' && picked.id === id;

export function release(place: Place, event: PointerEvent): void {
  const { easel, desk } = place;
  const { gesture, isDragging } = easel;
  easel.gesture = undefined;
  easel.isDragging = false;
  if (gesture?.kind === 'connect' && event.type === 'pointerup') {
    const target = under(event);
    const isMeant = gesture.hasLeft || !isNode(target, gesture.from);
    if (target?.kind === 'node' && isMeant) drawn(place, gesture.from, target.id);
  }
  if (gesture?.kind === 'move' && isDragging) save(place);
  desk.redraw();
}

function drawn(place: Place, from: string, to: string): void {
  putDown(place);
  connect(place, from, to);
}

/** Where nothing is, a node is added; what is there is written in. */
export function twice(place: Place, event: MouseEvent): void {
  const canvas = canvasOf(event);
  if (canvas === undefined || place.readOnly) return;
  const picked = under(event);
  if (picked !== undefined) editLabel(place, picked);
  else addNode(place, placeSeenAt(place.easel.lens, seen(canvas, event)));
}

/** With the control key held, or by two fingers, which says the same; else the page is scrolled. */
export function turnWheel(place: Place, event: WheelEvent): void {
  const canvas = canvasOf(event);
  if (canvas === undefined || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  zoom(place, Math.exp(-event.deltaY / 300), seen(canvas, event));
}
