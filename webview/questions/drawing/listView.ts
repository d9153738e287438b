/** All that is drawn as a list beside the board: the same drawing, for the keyboard and for numbers. */

import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Writing } from '../../../src/protocol/messages.ts';
import { formulaEcho, formulaField } from '../formula.ts';
import { type Board } from './board.ts';
import { addByList, addId, addTagByList } from './listMoves.ts';
import { removeButton, rowView, select } from './rowView.ts';
import { type SpotProps, complaintsOf, spotFields } from './spotView.ts';
import { type Tag } from './sketch.ts';
import { tagField } from './tagField.ts';
import { outcomeView, remarkOn } from './tagView.ts';
import { DRAWN } from './tools.ts';
import { NAMES, numberOf } from './words.ts';

/** More would be no list to read. */
const MOST_ROWS = 200;

export function listView(board: Board, writing: Writing): TemplateResult {
  const { rows, tags } = board.sheet;
  const hasLabels = board.question.labels !== 'none';
  return html`<div class="drawn-list" id=${`${board.id}-list`}>
    ${rows.length + tags.length === 0 ? empty(board) : nothing}
    ${rows.length > 0 ? rowList(board) : nothing}
    ${rows.length > MOST_ROWS ? html`<p class="quiet">… and ${rows.length - MOST_ROWS} more.</p>` : nothing}
    ${
      tags.length > 0
        ? html`<ul aria-label=${`Labels of the drawing for question ${board.desk.id}`}>
            ${repeat(
              tags.slice(0, MOST_ROWS),
              ({ id }) => id,
              (tag, index) => tagRow(board, tag, `Label ${index + 1}`, writing),
            )}
          </ul>`
        : nothing
    }
    ${board.isReadOnly ? nothing : additions(board, hasLabels)}
  </div>`;
}

const rowList = (board: Board): TemplateResult =>
  html`<ol aria-label=${`Objects of the drawing for question ${board.desk.id}`}>
    ${repeat(
      board.sheet.rows.slice(0, MOST_ROWS),
      ({ id }) => id,
      (row) =>
        guard(
          [
            row,
            numberOf(board.sheet, row.id),
            board.selected === row.id,
            board.isReadOnly,
            board.notes,
          ],
          () => rowView(board, row),
        ),
    )}
  </ol>`;

const empty = (board: Board): TemplateResult =>
  html`<p class="quiet">
    ${
      board.isReadOnly
        ? 'No drawing yet.'
        : 'No drawing yet: click two points on the board, or add an object here and give its coordinates.'
    }
  </p>`;

const additions = (board: Board, hasLabels: boolean): TemplateResult =>
  html`<div class="row-additions" role="group" aria-label="Add to the drawing">
    <span class="quiet" aria-hidden="true">Add</span>
    ${DRAWN.map(
      (type, index) =>
        html`<button
          type="button"
          id=${index === 0 ? addId(board) : nothing}
          aria-label=${`Add a ${NAMES[type].toLowerCase()}`}
          @click=${() => {
            addByList(board, type);
          }}
        >
          ${NAMES[type]}
        </button>`,
    )}
    ${
      hasLabels
        ? html`<button
            type="button"
            aria-label="Add a label"
            @click=${() => {
              addTagByList(board);
            }}
          >
            Label
          </button>`
        : nothing
    }
  </div>`;

function tagRow(board: Board, tag: Tag, name: string, writing: Writing): TemplateResult {
  const field = tagField(board, { id: tag.id, at: tag.at, name, place: 'list', writing });
  const isSelected = board.selected === tag.id;
  const spot: SpotProps = {
    board,
    key: `${tag.id}-at`,
    name,
    spot: tag.at,
    put: (at) => {
      const now = board.sheet.tags.find(({ id }) => id === tag.id) ?? tag;
      board.putTag({ ...now, at }, { key: `numbers ${tag.id}`, afterMs: 400 });
    },
    done: () => void board.desk.draft.flush(),
  };
  return html`<li
    class="drawn-row"
    data-row=${tag.id}
    ?data-selected=${isSelected}
    aria-current=${isSelected ? 'true' : nothing}
    @focusin=${() => {
      select(board, tag.id);
    }}
  >
    <div class="row-head">
      <span class="row-type">${name}</span> <span class="quiet">at</span> ${spotFields(spot)}
      ${board.isReadOnly ? nothing : removeButton(board, tag.id, name)}
    </div>
    ${complaintsOf([spot])} ${formulaField(field)} ${formulaEcho(field)}
    ${outcomeView(remarkOn(board, tag.id))}
  </li>`;
}
