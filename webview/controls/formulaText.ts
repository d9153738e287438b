/** A field for a formula in plain text or LaTeX, in the editor's font; it grows with what is written. */

import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { type FormulaInput } from './formulaInput.ts';
import { property } from './property.ts';

export function formulaText(input: FormulaInput): TemplateResult {
  const typed = (event: Event): void => {
    const text = property(event, 'value');
    if (typeof text === 'string' && text !== input.latex) input.type(text);
  };
  const key = (event: KeyboardEvent): void => {
    input.key?.(event);
    // a formula is one line, however long
    if (event.key === 'Enter') event.preventDefault();
  };
  return html`<textarea
    id=${input.id}
    class="formula-input formula-text"
    aria-label=${input.label}
    rows="1"
    dir="ltr"
    spellcheck="false"
    autocapitalize="off"
    autocomplete="off"
    ?readonly=${input.readOnly}
    .value=${live(input.latex)}
    @input=${typed}
    @keydown=${key}
    @focusin=${() => input.enter?.()}
    @focusout=${input.leave}
  ></textarea>`;
}
