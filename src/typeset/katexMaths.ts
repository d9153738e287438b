/** Formulas by KaTeX, which whoever typesets brings along: webviews load it late, reports have it at hand. */

import type katexModule from 'katex';
import { escapeHtml } from './escape.ts';
import { type MathsRenderer } from './mathsRules.ts';

/** What a reader or an author wrote is not trusted: no macros that link or load, no formula larger than the page. */
const LIMITS = { trust: false, maxSize: 20, maxExpand: 200, strict: 'ignore' } as const;

/** HTML of a formula; what KaTeX cannot read stays visible as its source, with the reason as its title. */
export const mathsBy =
  (katex: typeof katexModule): MathsRenderer =>
  (latex, display) => {
    try {
      return katex.renderToString(latex, { ...LIMITS, displayMode: display, throwOnError: true });
    } catch (error) {
      const reason =
        error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : '';
      return `<span class="maths-error" title="${escapeHtml(reason)}">${escapeHtml(latex)}</span>`;
    }
  };
