/** Authors' and students' Markdown and formulas as HTML for pages without scripts. */

import katex from 'katex';
import { printable } from '../core/printable.ts';
import { mathsBy } from '../typeset/katexMaths.ts';
import { type Figures, typesetter } from '../typeset/typesetter.ts';
import { Html, html } from './html.ts';

const renderMaths = mathsBy(katex);
const typeset = typesetter((latex, display) =>
  latex.length > LONGEST_FORMULA ? String(source(latex)) : renderMaths(latex, display),
);

/** In characters. Longer ones take KaTeX seconds, and nobody reads them typeset. */
const LONGEST_FORMULA = 4000;
const LONGEST_TEXT = 50_000;

/** A class answers the same questions: what was typeset once is kept. */
const KEPT = 2000;
const kept = new Map<string, Html>();

function once(key: string, make: () => string): Html {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = Html.trusted(make());
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

/** Paragraphs. @param figures path in the Markdown → data URI */
export function prose(text: string, figures: Figures = {}): Html {
  const made = (): string => typeset.block(shortened(text), figures);
  const isPlain = Object.keys(figures).length === 0;
  const block = isPlain ? once(`block ${text}`, made) : Html.trusted(made());
  return html`<div class="prose" dir="auto">${block}</div>`;
}

export function proseLine(text: string): Html {
  return once(`line ${text}`, () => typeset.line(shortened(text)));
}

/** A formula by itself, without dollars. */
export function formula(latex: string): Html {
  return latex.length > LONGEST_FORMULA
    ? source(latex)
    : once(`formula ${latex}`, () => renderMaths(printable(latex), false));
}

/** What cannot be typeset, as it was written. */
export function source(text: string): Html {
  return html`<code class="source">${cut(text, LONGEST_FORMULA)}</code>`;
}

const shortened = (text: string): string => printable(cut(text, LONGEST_TEXT));

/** Says what is left out. @param most characters (UTF-16) */
export function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, most)} … (${text.length - most} more characters)`;
}
