/** The formula field of a label, in the list or on the board. */

import { type PlanePoint, type Writing } from '../../../src/protocol/messages.ts';
import { TYPING_MS } from '../../task/draft.ts';
import { type FormulaProps } from '../formula.ts';
import { type Board } from './board.ts';
import { type Spot } from './sketch.ts';

export type TagPlace = 'list' | 'board';

/** Both fields of a label are read as one, but each is a field of its own. */
export const tagSlot = (id: number, place: TagPlace = 'list'): string =>
  place === 'list' ? `label-${id}` : `label-${id}-board`;

export interface TagFieldProps {
  readonly id: number;
  readonly at: Spot | PlanePoint;
  readonly name: string;
  readonly place: TagPlace;
  readonly writing: Writing;
  readonly key?: (event: KeyboardEvent) => void;
}

export function tagField(board: Board, props: TagFieldProps): FormulaProps {
  const { desk, question, sheet } = board;
  const { id, at, place, writing } = props;
  const latex = sheet.tags.find((tag) => tag.id === id)?.latex ?? '';
  return {
    desk,
    writing,
    slot: tagSlot(id, place),
    label: `${props.name}, formula`,
    latex,
    symbols: question.palette.map((symbol) => symbol.latex),
    readOnly: board.isReadOnly,
    type: (typed) => {
      if (typed.trim() === '' && latex === '') return;
      const now = board.sheet.tags.find((tag) => tag.id === id)?.at ?? at;
      board.putTag({ id, at: now, latex: typed }, { key: `label ${id}`, afterMs: TYPING_MS });
    },
    enter: () => {
      board.selected = id;
      board.writingSlot = tagSlot(id, place);
    },
    key: props.key,
    leave: () => void desk.draft.flush(),
  };
}
