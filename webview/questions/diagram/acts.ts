/** What can be done to a diagram, whichever way it is asked for: by pointer, key, list or text. */

import { type Writing } from '../../../src/protocol/messages.ts';
import { focusOn } from '../../controls/formulaInput.ts';
import { TYPING_MS } from '../../task/draft.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';
import { fieldId } from '../formula.ts';
import { type Easel } from './easel.ts';
import {
  type Graph,
  arrowOf,
  changeArrow,
  changeNode,
  withoutArrow,
  withoutNode,
} from './graph.ts';
import { loosened, settled } from './layout.ts';
import { type Point, onGrid, zoomed } from './plane.ts';
import { type Picked } from './sketch.ts';
import { arrowWords, nodeWords } from './words.ts';

/** One diagram on the page. */
export interface Place {
  readonly desk: QuestionDesk;
  readonly easel: Easel;
  readonly writing: Writing;
  /** LaTeX of what labels may be made of */
  readonly symbols: readonly string[];
  readonly readOnly: boolean;
}

/** The slot in which it is read how a label was written. */
export const labelSlot = (picked: Picked): string =>
  picked.kind === 'node' ? `node-${picked.id}` : `edge-${picked.key}`;

/** Slot of the field in which it is written now: in its row while the list is open. */
export const fieldSlot = ({ isListOpen }: Easel, picked: Picked): string =>
  isListOpen ? `list-${labelSlot(picked)}` : labelSlot(picked);

export const objectId = ({ id }: QuestionDesk, picked: Picked): string =>
  `diagram-${id}-${labelSlot(picked)}`;

export const isSame = (one: Picked | undefined, two: Picked): boolean =>
  one !== undefined && labelSlot(one) === labelSlot(two);

export const isPicked = ({ sketch }: Easel, picked: Picked): boolean =>
  isSame(sketch.picked, picked);

export const canvasId = ({ id }: QuestionDesk): string => `diagram-${id}`;

/** Puts what the sketch says on its way to the host. */
export function save({ desk, easel }: Place, afterMs = 0): void {
  desk.draft.change(easel.sketch.answer(), afterMs);
}

export function change(place: Place, graph: Graph): void {
  place.easel.sketch.change(graph);
  save(place);
}

/** Once the page has been drawn with it, which is planned by then. */
function focusLater(id: string): void {
  queueMicrotask(() => {
    const element = document.getElementById(id);
    if (element instanceof SVGElement) element.focus();
    else focusOn(id);
  });
}

/** The canvas itself, if nothing is picked. */
export function goTo({ desk, easel }: Place, picked: Picked | undefined): void {
  easel.sketch.pick(picked);
  if (picked?.kind === 'node') easel.reveal(picked.id);
  desk.redraw();
  focusLater(picked === undefined ? canvasId(desk) : objectId(desk, picked));
}

export function editLabel({ desk, easel }: Place, picked: Picked): void {
  easel.sketch.pick(picked);
  desk.redraw();
  focusLater(fieldId(desk, fieldSlot(easel, picked)));
}

/** @param at where it was put by hand; else it finds a place by itself */
export function addNode(place: Place, at?: Point): void {
  const { easel, desk } = place;
  if (at !== undefined) putDown(place);
  const id = easel.sketch.addNode('', at && onGrid(at));
  easel.reveal(id);
  save(place);
  desk.say('Node added; write its label');
  editLabel(place, { kind: 'node', id });
}

/** Whatever found its place by itself stays there from now on. */
export function putDown({ easel }: Place): void {
  easel.hold();
  easel.sketch.settle(settled(easel.sketch.graph, easel.boxes));
}

/** By keyboard: the focus goes to the end of the arrow, which is at its beginning so far. */
export function beginArrow(place: Place, id: string): void {
  const { easel, desk } = place;
  easel.sketch.from = id;
  easel.sought = '';
  const name = nodeWords(easel.sketch.graph, id);
  desk.say(`From ${name} to? Type a label or press Tab; Enter connects`);
  goTo(place, { kind: 'node', id });
}

export function connect(place: Place, from: string, to: string): void {
  const { sketch } = place.easel;
  const isNew = sketch.connect(from, to);
  const ends = `${nodeWords(sketch.graph, from)} to ${nodeWords(sketch.graph, to)}`;
  place.desk.say(isNew ? `Edge from ${ends} added` : `There is an edge from ${ends} already`);
  if (isNew) save(place);
  else place.desk.redraw();
}

export function nameOf(graph: Graph, picked: Picked): string {
  if (picked.kind === 'node') return `Node ${nodeWords(graph, picked.id)}`;
  const arrow = arrowOf(graph, picked.key);
  return `Edge from ${arrow === undefined ? 'nothing' : arrowWords(graph, arrow)}`;
}

export function remove(place: Place, picked: Picked): void {
  const { sketch } = place.easel;
  const name = nameOf(sketch.graph, picked);
  change(
    place,
    picked.kind === 'node'
      ? withoutNode(sketch.graph, picked.id)
      : withoutArrow(sketch.graph, picked.key),
  );
  place.desk.say(`${name} removed`);
}

/** Typing one label is one change. */
export function relabel(place: Place, picked: Picked, label: string): void {
  const { sketch } = place.easel;
  const { graph } = sketch;
  const changed =
    picked.kind === 'node'
      ? changeNode(graph, picked.id, { label })
      : changeArrow(graph, picked.key, { label });
  sketch.change(changed, `label ${labelSlot(picked)}`);
  save(place, TYPING_MS);
}

export function turnRound(place: Place, key: number): void {
  const { sketch } = place.easel;
  const arrow = arrowOf(sketch.graph, key);
  if (arrow === undefined) return;
  change(place, changeArrow(sketch.graph, key, { from: arrow.to, to: arrow.from }));
  place.desk.say(`${nameOf(sketch.graph, { kind: 'arrow', key })}, turned round`);
}

export function undo(place: Place): void {
  takeBack(place, place.easel.sketch.undo(), 'Undone', 'Nothing to undo');
}

export function redo(place: Place): void {
  takeBack(place, place.easel.sketch.redo(), 'Done again', 'Nothing to redo');
}

function takeBack(place: Place, isDone: boolean, ...[done, nothing]: [string, string]): void {
  if (isDone) save(place);
  place.desk.say(isDone ? done : nothing);
}

/** Lays it out in layers, and so it stays until something is put elsewhere by hand. */
export function tidy(place: Place): void {
  const { sketch } = place.easel;
  if (sketch.graph.nodes.some(({ at }) => at !== undefined)) change(place, loosened(sketch.graph));
  lookAtAll(place);
  place.desk.say('Laid out in layers');
}

export function lookAtAll({ easel, desk }: Place): void {
  easel.lookAtAll();
  desk.redraw();
}

/** @param around a point of the canvas as it is seen; its middle unless stated */
export function zoom({ easel, desk }: Place, by: number, around?: Point): void {
  const { width, height } = easel.canvas;
  easel.look(zoomed(easel.lens, by, around ?? [width / 2, height / 2]));
  desk.redraw();
}
