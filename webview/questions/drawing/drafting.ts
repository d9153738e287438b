/** Drawing with a tool: point after point, by mouse or by keyboard. */

import { type DrawnType, type PlanePoint } from '../../../src/protocol/messages.ts';
import { focusOn } from '../../controls/formulaInput.ts';
import { fieldId } from '../formula.ts';
import { type Board } from './board.ts';
import { samePoint } from './sketch.ts';
import { tagSlot } from './tagField.ts';
import { TOOLS, isDrawn } from './tools.ts';
import { pointWords } from './words.ts';

/** Places a point of the tool that is chosen. */
export function place(board: Board, point: PlanePoint): void {
  const { tool } = board;
  if (tool === 'label') name(board, board.sketch.newId(), point);
  else if (tool === 'polyline') placeOfMany(board, point);
  else if (isDrawn(tool)) placeOfTwo(board, tool, point);
}

function placeOfTwo(board: Board, tool: DrawnType, point: PlanePoint): void {
  const [first] = board.pending;
  if (first === undefined) begin(board, point);
  else if (!samePoint(first, point)) add(board, tool, [first, point]);
}

/** The same place once more is the end, as a double click is. */
function placeOfMany(board: Board, point: PlanePoint): void {
  if (board.pending.length === 0) begin(board, point);
  else if (samePoint(board.pending.at(-1), point)) finish(board);
  else {
    board.pending = [...board.pending, point];
    board.desk.say(`Point ${board.pending.length} at ${pointWords(point)}.`);
  }
}

function begin(board: Board, point: PlanePoint): void {
  board.pending = [point];
  board.selected = undefined;
  board.desk.say(`${TOOLS[board.tool].words}, first point at ${pointWords(point)}.`);
}

function add(board: Board, tool: DrawnType, points: readonly PlanePoint[]): void {
  board.pending = [];
  board.addRow(tool, points);
}

/** Ends a polyline. @returns whether there was one */
export function finish(board: Board): boolean {
  if (board.tool !== 'polyline' || board.pending.length < 2) return false;
  add(board, 'polyline', board.pending);
  return true;
}

/** Takes back what is pending or selected. @returns whether there was anything */
export function cancel(board: Board): boolean {
  const had = board.pending.length > 0 || board.selected !== undefined;
  if (board.pending.length > 0) board.desk.say('Given up.');
  board.pending = [];
  board.selected = undefined;
  board.desk.redraw();
  return had;
}

/** Opens the field for a label on the board. */
export function name(board: Board, id: number, at: PlanePoint): void {
  board.naming = { id, at };
  board.selected = id;
  board.desk.redraw();
  // once the page has been drawn with it, which is planned by now
  queueMicrotask(() => {
    focusOn(fieldId(board.desk, tagSlot(id, 'board')));
  });
}

/** Points of what is drawn if the next one comes where the pointer is. */
export const ghost = ({ pending, aim }: Board): readonly PlanePoint[] =>
  aim === undefined ? pending : [...pending, aim];
