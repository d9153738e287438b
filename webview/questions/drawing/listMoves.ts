/** Adding and removing by the list, and where the focus goes then. */

import { type DrawnType } from '../../../src/protocol/messages.ts';
import { focusOn } from '../../controls/formulaInput.ts';
import { fieldId } from '../formula.ts';
import { type Board } from './board.ts';
import { numberFieldId } from './numberField.ts';
import { EMPTY_SPOT, itemOf } from './sketch.ts';
import { tagSlot } from './tagField.ts';
import { NAMES } from './words.ts';

/** Once the page has been drawn with it, which is planned by now. */
function goTo(id: string): void {
  queueMicrotask(() => {
    focusOn(id);
  });
}

export function addByList(board: Board, type: DrawnType): void {
  const id = board.addRow(type, [EMPTY_SPOT, EMPTY_SPOT]);
  board.fresh.add(id);
  board.desk.say(`New ${NAMES[type].toLowerCase()}: its coordinates are to be filled in.`);
  goTo(numberFieldId(board, `${id}-0-0`));
}

export function addTagByList(board: Board): void {
  const id = board.sketch.newId();
  board.selected = id;
  board.putTag({ id, at: EMPTY_SPOT, latex: '' });
  board.desk.say('New label: its formula and its place are to be filled in.');
  goTo(fieldId(board.desk, tagSlot(id)));
}

export const addId = ({ id }: Board): string => `${id}-add`;

/** The focus goes to the neighbour that takes its place, or to where new ones come from. */
export function removeRow(board: Board, id: number): void {
  const { rows, tags } = board.sheet;
  const all = [...rows, ...tags].map((each) => each.id);
  const index = all.indexOf(id);
  const neighbour = all[index + 1] ?? all[index - 1];
  board.remove(id);
  queueMicrotask(() => {
    const list = document.getElementById(`${board.id}-list`);
    const next = list?.querySelector<HTMLElement>(`[data-row="${neighbour ?? ''}"] .row-remove`);
    if (next) next.focus();
    else focusOn(addId(board));
  });
}

/** A field was left: what is said now is not said for every key. */
export function settle(board: Board, id: number): void {
  const row = board.sheet.rows.find((each) => each.id === id);
  if (row === undefined || itemOf(row) === undefined) return;
  board.tell(id, board.fresh.delete(id) ? 'added' : 'now');
  void board.desk.draft.flush();
}
