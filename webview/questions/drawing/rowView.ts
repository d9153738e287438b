/** One object of the list: its type, its points as numbers, and for lines an equation. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type DrawnType } from '../../../src/protocol/messages.ts';
import { icon } from '../../controls/icon.ts';
import { property } from '../../controls/property.ts';
import { type Board } from './board.ts';
import { equationField } from './equationField.ts';
import { removeRow, settle } from './listMoves.ts';
import { EMPTY_SPOT, type Row, type Spot, isPoint, itemOf } from './sketch.ts';
import { complaintsOf, spotFields } from './spotView.ts';
import { DRAWN } from './tools.ts';
import { NAMES, nameOf, numberOf } from './words.ts';

export function rowView(board: Board, row: Row): TemplateResult {
  const { sheet } = board;
  const number = numberOf(sheet, row.id);
  const isSelected = board.selected === row.id;
  return html`<li
    class="drawn-row"
    data-row=${row.id}
    ?data-selected=${isSelected}
    aria-current=${isSelected ? 'true' : nothing}
    @focusin=${() => {
      select(board, row.id);
    }}
    @click=${() => {
      select(board, row.id);
    }}
  >
    <div class="row-head">
      <span class="row-number">${number ?? '–'}</span>
      ${typeChoice(board, row)}
      ${board.isReadOnly ? nothing : removeButton(board, row.id, nameOf(sheet, row))}
    </div>
    ${pointFields(board, row)}
    ${itemOf(row) ? nothing : html`<p class="row-lacks quiet">${lackOf(row)}</p>`}
    ${row.type === 'line' ? equationField(board, row) : nothing}
    ${row.type === 'polyline' && !board.isReadOnly ? morePoints(board, row) : nothing}
  </li>`;
}

/** Why it is no part of the drawing so far. */
const lackOf = ({ points }: Row): string =>
  points.every(isPoint)
    ? 'Not drawn: its points are in one place.'
    : 'Not drawn until all coordinates stand here.';

export function select(board: Board, id: number): void {
  if (board.selected === id) return;
  board.selected = id;
  board.desk.redraw();
}

function typeChoice(board: Board, row: Row): TemplateResult {
  // only a polyline has room for more than two points
  const types = DRAWN.filter((type) => type === row.type || row.points.length === 2);
  const change = (event: Event): void => {
    const type = types.find((each) => each === property(event, 'value'));
    if (type === undefined) return;
    board.putRow({ ...row, type });
    board.tell(row.id, 'now');
  };
  if (board.isReadOnly) return html`<span class="row-type">${NAMES[row.type]}</span>`;
  return html`<select
    class="row-type"
    aria-label=${`${nameOf(board.sheet, row)}, kind`}
    @change=${change}
  >
    ${types.map(
      (type: DrawnType) =>
        html`<option value=${type} .selected=${live(type === row.type)}>${NAMES[type]}</option>`,
    )}
  </select>`;
}

export const removeButton = (board: Board, id: number, name: string): TemplateResult =>
  html`<button
    type="button"
    class="row-remove"
    aria-label=${`Remove ${name}`}
    title=${`Remove ${name}`}
    @click=${(event: Event) => {
      event.stopPropagation();
      removeRow(board, id);
    }}
  >
    ${icon('remove')}
  </button>`;

const ORDER = ['first', 'second', 'third'];

function pointFields(board: Board, row: Row): TemplateResult {
  const name = nameOf(board.sheet, row);
  const spots = row.points.map((spot, index) => ({
    board,
    key: `${row.id}-${index}`,
    name: `${name}, ${ORDER[index] ?? `${index + 1}th`} point`,
    spot,
    put: (next: Spot) => {
      putPoint(board, row.id, index, next);
    },
    done: () => {
      settle(board, row.id);
    },
  }));
  return html`<div class="row-points">${spots.map((each) => spotFields(each))}</div>
    ${complaintsOf(spots)}`;
}

/** Of the row as it is by now: keys may be faster than drawing. */
function putPoint(board: Board, id: number, index: number, next: Spot): void {
  const row = board.sheet.rows.find((each) => each.id === id);
  if (row === undefined) return;
  const points = row.points.map((point, each) => (each === index ? next : point));
  if (itemOf(row) === undefined) board.fresh.add(id);
  board.putRow({ ...row, points }, { key: `numbers ${id}-${index}`, afterMs: 400 });
}

/** Points are added at the end and taken away from there. */
function morePoints(board: Board, row: Row): TemplateResult {
  const put = (points: readonly Spot[]): void => {
    board.putRow({ ...row, points });
  };
  return html`<div class="row-more">
    <button
      type="button"
      class="link"
      @click=${() => {
        put([...row.points, EMPTY_SPOT]);
      }}
    >
      Add a point
    </button>
    ${
      row.points.length > 2
        ? html`<button
            type="button"
            class="link"
            @click=${() => {
              put(row.points.slice(0, -1));
            }}
          >
            Remove the last point
          </button>`
        : nothing
    }
  </div>`;
}
