/** One change as it is written: what it does, to which line, the new text; below it what stands in the way. */

import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { type EditAction } from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { icon } from '../../controls/icon.ts';
import { property } from '../../controls/property.ts';
import { proseLine } from '../../typeset/prose.ts';
import { type Bench, INDENTATION, focusLater } from './bench.ts';
import { type Row, lineOf } from './editSheet.ts';
import { focusLine } from './listing.ts';

export interface EditRowProps {
  readonly bench: Bench;
  readonly row: Row;
  /** from 1 */
  readonly number: number;
  readonly readOnly: boolean;
}

const ACTIONS: { readonly [A in EditAction]: string } = {
  replace: 'Replace line',
  'insert-after': 'Insert after line',
  delete: 'Delete line',
};

const isAction = (value: unknown): value is EditAction =>
  typeof value === 'string' && Object.hasOwn(ACTIONS, value);

const fieldId = ({ desk }: Bench, part: 'line' | 'text' | 'notes', row: number): string =>
  `change-${desk.id}-${part}-${row}`;

export function editRow(props: EditRowProps): TemplateResult {
  const { bench, row } = props;
  const notes = notesOn(props);
  const hasNotes = notes.length > 0;
  return html`<li class="change" data-action=${row.action} data-trouble=${hasNotes}>
    <div class="change-head">
      <span class="edit-number" aria-hidden="true">${props.number}</span>
      ${actionChoice(props)} ${lineField(props, hasNotes)} ${removeButton(props)}
    </div>
    ${row.action === 'delete' ? nothing : textField(props, hasNotes)}
    <div id=${fieldId(bench, 'notes', row.id)} aria-live="polite">${notes}</div>
  </li>`;
}

function actionChoice({ bench, row, readOnly }: EditRowProps): TemplateResult {
  const choose = (event: Event): void => {
    const action = property(event, 'value');
    if (isAction(action)) bench.aim(row, { action });
  };
  return html`<select
    aria-label=${`What ${bench.nameOf(row).toLowerCase()} does`}
    ?disabled=${readOnly}
    .value=${live(row.action)}
    @change=${choose}
  >
    ${Object.entries(ACTIONS).map(
      ([action, words]) =>
        html`<option value=${action} ?selected=${action === row.action}>${words}</option>`,
    )}
  </select>`;
}

function lineField({ bench, row, readOnly }: EditRowProps, hasNotes: boolean): TemplateResult {
  const typed = (event: Event): void => {
    const line = property(event, 'value');
    if (typeof line === 'string') bench.aim(bench.sheet.row(row.id) ?? row, { line });
  };
  return html`<input
    id=${fieldId(bench, 'line', row.id)}
    class="line-number"
    type="text"
    inputmode="numeric"
    maxlength="6"
    autocomplete="off"
    aria-label=${`Line number of ${bench.nameOf(row).toLowerCase()}`}
    aria-invalid=${hasNotes}
    aria-describedby=${fieldId(bench, 'notes', row.id)}
    ?readonly=${readOnly}
    .value=${live(row.line)}
    @input=${typed}
    @focusout=${() => void bench.desk.draft.flush()}
  />`;
}

function removeButton({ bench, row, readOnly }: EditRowProps): TemplateResult | typeof nothing {
  if (readOnly) return nothing;
  const name = bench.nameOf(row).toLowerCase();
  const remove = (): void => {
    const next = bench.remove(row);
    if (next === undefined) focusLater(() => document.getElementById(additionsId(bench)));
    else focusChange(bench, next);
  };
  return html`<button
    type="button"
    class="sign-button"
    aria-label=${`Remove ${name}`}
    title=${`Remove ${name}`}
    @click=${remove}
  >
    ${icon('remove')}
  </button>`;
}

export const additionsId = ({ desk }: Bench): string => `change-${desk.id}-additions`;

function textField({ bench, row, readOnly }: EditRowProps, hasNotes: boolean): TemplateResult {
  const typed = (event: Event): void => {
    const text = property(event, 'value');
    if (typeof text === 'string') bench.change(row.id, { text });
  };
  return html`<textarea
    id=${fieldId(bench, 'text', row.id)}
    class="code-text"
    dir="ltr"
    rows="1"
    spellcheck="false"
    autocapitalize="off"
    autocomplete="off"
    placeholder=${row.action === 'replace' ? 'The new line' : 'The extra line'}
    aria-label=${`New text of ${bench.nameOf(row).toLowerCase()}`}
    aria-invalid=${hasNotes}
    aria-describedby=${ifDefined(hasNotes ? fieldId(bench, 'notes', row.id) : undefined)}
    ?readonly=${readOnly}
    .value=${live(row.text)}
    @input=${typed}
    @keydown=${(event: KeyboardEvent) => {
      if (!readOnly) understand(event, bench, row);
    }}
    @focusout=${() => void bench.desk.draft.flush()}
  ></textarea>`;
}

/** Enter keeps the indentation, Escape goes back to the program; Tab goes on, as everywhere. */
function understand(event: KeyboardEvent, bench: Bench, row: Row): void {
  const { currentTarget: field } = event;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (!isPlain || !(field instanceof HTMLTextAreaElement)) return;
  if (event.key === 'Escape') focusLine(bench, lineOf(row));
  else if (event.key === 'Enter') breakLine(field);
  else return;
  event.preventDefault();
}

function breakLine(field: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  const indentation = INDENTATION.exec(line)?.[0] ?? '';
  field.setRangeText(`\n${indentation}`, selectionStart, selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** What stands in the way of a change. */
function notesOn(props: EditRowProps): readonly (TemplateResult | typeof nothing)[] {
  const { bench, row } = props;
  if (lineOf(row) === undefined) return [note('Which line? Give its number.')];
  const complaints = bench.complaintsAt(row).map(note);
  if (!bench.isOutdated(row)) return complaints;
  return [...complaints, outdated(props)];
}

const note = (words: string): TemplateResult =>
  html`<p class="complaint tone-mixed">${icon('warning')} <span>${proseLine(words)}</span></p>`;

const outdated = ({ bench, row, readOnly }: EditRowProps): TemplateResult | typeof nothing =>
  readOnly
    ? nothing
    : button({
        words: 'Take the line as it is now',
        label: `Take the line as it is now: ${bench.nameOf(row).toLowerCase()}`,
        press: () => {
          bench.change(row.id, { was: bench.lineNow(lineOf(row)) }, 0);
        },
      });

/** The caret stands where writing goes on: over what is replaced, or where the line number is missing. */
export function focusChange(bench: Bench, id: number): void {
  const row = bench.sheet.row(id);
  if (row === undefined) return;
  const hasText = lineOf(row) !== undefined && row.action !== 'delete';
  focusLater(
    () => document.getElementById(fieldId(bench, hasText ? 'text' : 'line', id)),
    (field) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      const start = INDENTATION.exec(field.value)?.[0].length ?? 0;
      field.setSelectionRange(
        row.action === 'replace' ? start : field.value.length,
        field.value.length,
      );
    },
  );
}
