/** Typeset text as Lit content. The HTML comes from the typesetter alone, which lets no raw HTML through. */

import { type TemplateResult, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type Figures, typesetter } from '../../src/typeset/typesetter.ts';
import { hasMaths, renderMaths } from './maths.ts';

const typeset = typesetter(renderMaths);

/** Typesetting takes milliseconds, drawing happens on every key: each text is typeset once. */
const KEPT = 200;
const kept = new Map<string, string>();

function once(key: string, make: () => string): string {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (kept.size >= KEPT) kept.clear();
  // before KaTeX is there, formulas are only waiting
  if (hasMaths()) kept.set(key, made);
  return made;
}

export interface ProseOptions {
  readonly figures?: Figures;
  /** language tag, for who has it read out */
  readonly language?: string;
}

export function prose(
  source: string,
  { figures = {}, language }: ProseOptions = {},
): TemplateResult {
  const made = once(`block ${source} ${JSON.stringify(figures)}`, () =>
    typeset.block(source, figures),
  );
  return html`<div class="prose" dir="auto" lang=${language ?? nothing}>${unsafeHTML(made)}</div>`;
}

export function proseLine(source: string): TemplateResult {
  return html`${unsafeHTML(once(`line ${source}`, () => typeset.line(source)))}`;
}

/** A formula by itself, without the dollars. */
export function formula(latex: string): TemplateResult {
  return html`${unsafeHTML(once(`formula ${latex}`, () => renderMaths(latex, false)))}`;
}
