/** Which variant of the set an author's preview shows: one after the other, or by its number. */

import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { type PreviewVariant } from '../../src/protocol/messages.ts';
import { button } from '../controls/button.ts';

type Choose = (variant: number) => void;

export function variantPicker(variant: PreviewVariant, choose: Choose): TemplateResult {
  const { shown, count } = variant;
  return html`<nav class="variants" aria-label="Variants of the set">
    ${step('Previous', { to: shown - 1, variant, choose })}
    <label>Variant ${numberField(variant, choose)} of ${count}</label>
    ${step('Next', { to: shown + 1, variant, choose })}
  </nav>`;
}

interface Step {
  readonly to: number;
  readonly variant: PreviewVariant;
  readonly choose: Choose;
}

const step = (words: 'Previous' | 'Next', { to, variant, choose }: Step): TemplateResult =>
  button({
    words,
    label: `${words} variant`,
    ...(words === 'Next' ? { icon: 'forward', iconAt: 'end' } : { icon: 'back' }),
    disabled: to < 1 || to > variant.count,
    press: () => {
      choose(to);
    },
  });

/** A number that there is not leads to the nearest that there is. */
function numberField({ shown, count }: PreviewVariant, choose: Choose): TemplateResult {
  const change = (event: Event): void => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement)) return;
    const wanted = Math.min(Math.max(Math.round(field.valueAsNumber), 1), count);
    field.value = String(Number.isNaN(wanted) ? shown : wanted);
    if (!Number.isNaN(wanted) && wanted !== shown) choose(wanted);
  };
  return html`<input
    type="number"
    min="1"
    max=${count}
    .value=${live(String(shown))}
    @change=${change}
  />`;
}
