/**
 * Formulas by KaTeX, which is large and therefore comes after the first paint: until it is there a formula shows its
 * source. Everything that is typeset again after `mathsReady` is typeset in full.
 */

import { escapeHtml } from '../../src/typeset/escape.ts';
import { mathsBy } from '../../src/typeset/katexMaths.ts';
import { type MathsRenderer } from '../../src/typeset/mathsRules.ts';

let render: MathsRenderer | undefined;

export const mathsReady: Promise<void> = import('katex').then((module) => {
  render = mathsBy(module.default);
});

export const hasMaths = (): boolean => render !== undefined;

export const renderMaths: MathsRenderer = (latex, display) => (render ?? waiting)(latex, display);

const waiting: MathsRenderer = (latex, display) => {
  const name = display ? 'maths-waiting maths-display' : 'maths-waiting';
  return `<span class="${name}">${escapeHtml(latex)}</span>`;
};
