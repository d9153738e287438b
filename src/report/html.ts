/** HTML that escapes by itself: what is put into a template is text, unless it is HTML made here. */

import { printable } from '../core/printable.ts';
import { escapeHtml } from '../typeset/escape.ts';

export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** @param markup made by the typesetter or by a template, and by nobody else */
  static trusted(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** `undefined` and `false` are nothing, so that `condition && html…` can stand in a template. */
export type Content = string | number | false | undefined | Html | readonly Content[];

/** Strings are escaped, so they may also stand in quoted attributes; signs that browsers obey are shown. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const markup = tightOf(parts).map((part, i) =>
    i === 0 ? part : `${markupOf(contents[i - 1])}${part}`,
  );
  return Html.trusted(markup.join(''));
}

/** How templates are indented is for who reads the source: a class table has thousands of cells. */
const tight = new WeakMap<TemplateStringsArray, readonly string[]>();

function tightOf(parts: TemplateStringsArray): readonly string[] {
  const known = tight.get(parts);
  if (known !== undefined) return known;
  const made = parts.map((part) => part.replace(/\n\s*/g, '\n'));
  tight.set(parts, made);
  return made;
}

function markupOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escapeHtml(printable(content));
  return content.map(markupOf).join('');
}
