/**
 * Formulas by KaTeX, which is large and therefore comes after the first paint: until it is there a formula shows its
 * source. Everything that is typeset again after `mathsReady` is typeset in full.
 */

import type katexModule from 'katex';
import { escapeHtml } from './escape.ts';

let katex: typeof katexModule | undefined;

export const mathsReady: Promise<void> = import('katex').then((module) => {
  katex = module.default;
});

export const hasMaths = (): boolean => katex !== undefined;

/** What a reader or an author wrote is not trusted: no macros that link or load, no formula larger than the page. */
const LIMITS = { trust: false, maxSize: 20, maxExpand: 200, strict: 'ignore' } as const;

/** HTML of a formula; what KaTeX cannot read stays visible as its source, with the reason as its title. */
export function renderMaths(latex: string, display: boolean): string {
  if (!katex) return waiting(latex, display);
  try {
    return katex.renderToString(latex, { ...LIMITS, displayMode: display, throwOnError: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : '';
    return `<span class="maths-error" title="${escapeHtml(reason)}">${escapeHtml(latex)}</span>`;
  }
}

function waiting(latex: string, display: boolean): string {
  const name = display ? 'maths-waiting maths-display' : 'maths-waiting';
  return `<span class="${name}">${escapeHtml(latex)}</span>`;
}
