/** The equation of a line as a field, with an echo of how it is read. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Echo, type LineEcho } from '../../../src/protocol/messages.ts';
import { property } from '../../controls/property.ts';
import { formula } from '../../typeset/prose.ts';
import { echoView } from '../echo.ts';
import { type Board } from './board.ts';
import { equationText, pointsOfLine, typeEquation, typedEquation } from './equation.ts';
import { equationOf } from './lineEquation.ts';
import { settle } from './listMoves.ts';
import { type Row } from './sketch.ts';
import { nameOf } from './words.ts';

export function equationField(board: Board, row: Row): TemplateResult {
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
    ${echoView({ reading, latex: typed?.text ?? '', hint: nothing, select: show })}
    <div aria-live="polite">
      ${typed?.echo && typed.echo.kind !== 'line' ? stillDrawn(board, row) : nothing}
    </div>`;
}

/** What cannot be read changes nothing: it has to be told that the line before counts. */
function stillDrawn({ question }: Board, row: Row): TemplateResult | typeof nothing {
  const line = pointsOfLine(row);
  if (line === undefined) return nothing;
  return html`<p class="row-still">
    Still drawn and graded: the line as it was, ${formula(equationOf(line, question.axes))}.
  </p>`;
}

const asEcho = (echo: LineEcho): Echo =>
  echo.kind === 'line' ? { kind: 'read', latex: echo.latex } : echo;
