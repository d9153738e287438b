/** One object of the list: its type, its points as numbers, and for lines an equation. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type DrawnType, type Echo, type LineEcho } from '../../../src/protocol/messages.ts';
import { icon } from '../../controls/icon.ts';
import { property } from '../../controls/property.ts';
import { echoView } from '../echo.ts';
import { type Board } from './board.ts';
import { equationText, typeEquation, typedEquation } from './equation.ts';
import { removeRow } from './listMoves.ts';
import { complaintOf, numberField, type NumberFieldProps } from './numberField.ts';
import { EMPTY_SPOT, type Row, type Spot, isPoint, itemOf } from './sketch.ts';
import { DRAWN } from './tools.ts';
import { NAMES, axisWords, nameOf, numberOf } from './words.ts';

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
    ${complaints(spots.flatMap(coordinates))}`;
}

export interface SpotProps {
  readonly board: Board;
  readonly key: string;
  readonly name: string;
  readonly spot: Spot;
  readonly put: (spot: Spot) => void;
  readonly done: () => void;
}

function coordinates({
  board,
  key,
  name,
  spot,
  put,
  done,
}: SpotProps): readonly NumberFieldProps[] {
  return board.question.axes.map((axis, index) => ({
    board,
    key: `${key}-${index}`,
    label: `${name}, ${axisWords(axis)}`,
    value: spot[index === 0 ? 0 : 1],
    put: (value: number) => {
      put(index === 0 ? [value, spot[1]] : [spot[0], value]);
    },
    done,
  }));
}

export function spotFields(props: SpotProps): TemplateResult {
  const [across, up] = coordinates(props);
  return html`<span class="spot"
    ><span aria-hidden="true">(</span>${across ? numberField(across) : nothing}<span
      aria-hidden="true"
      >,</span
    >${up ? numberField(up) : nothing}<span aria-hidden="true">)</span></span
  >`;
}

export const spotComplaints = (props: SpotProps): TemplateResult => complaints(coordinates(props));

/** Always there, so that a screen reader notices what comes into it. */
const complaints = (fields: readonly NumberFieldProps[]): TemplateResult =>
  html`<div class="row-complaints" aria-live="polite">
    ${fields.flatMap((field) => {
      const complaint = complaintOf(field);
      return complaint === undefined
        ? []
        : [html`<p class="tone-mixed">${icon('warning')} <span>${complaint}</span></p>`];
    })}
  </div>`;

/** Of the row as it is by now: keys may be faster than drawing. */
function putPoint(board: Board, id: number, index: number, next: Spot): void {
  const row = board.sheet.rows.find((each) => each.id === id);
  if (row === undefined) return;
  const points = row.points.map((point, each) => (each === index ? next : point));
  if (itemOf(row) === undefined) board.fresh.add(id);
  board.putRow({ ...row, points }, { key: `numbers ${id}-${index}`, afterMs: 400 });
}

/** A field was left: what is said now is not said for every key. */
function settle(board: Board, id: number): void {
  const row = board.sheet.rows.find((each) => each.id === id);
  if (row === undefined || itemOf(row) === undefined) return;
  board.tell(id, board.fresh.delete(id) ? 'added' : 'now');
  void board.desk.draft.flush();
}

function equationField(board: Board, row: Row): TemplateResult {
  const text = equationText(board, row);
  const typed = typedEquation(board, row);
  const id = `${board.id}-${row.id}-equation`;
  const type = (event: Event): void => {
    const value = property(event, 'value');
    if (typeof value === 'string') typeEquation(board, row, value);
  };
  const show = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.setSelectionRange(start, end);
  };
  const reading = typed?.echo && { latex: typed.text, echo: asEcho(typed.echo) };
  return html`<label class="row-equation"
      ><span class="quiet" aria-hidden="true">or</span
      ><input
        id=${id}
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${`${nameOf(board.sheet, row)}, equation`}
        placeholder=${`such as ${board.question.axes.join(' + ')} = 1`}
        ?readonly=${board.isReadOnly}
        .value=${live(text)}
        @input=${type}
        @change=${() => {
          settle(board, row.id);
        }}
    /></label>
    ${echoView({ reading, latex: typed?.text ?? '', hint: nothing, select: show })}`;
}

const asEcho = (echo: LineEcho): Echo =>
  echo.kind === 'line' ? { kind: 'read', latex: echo.latex } : echo;

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
