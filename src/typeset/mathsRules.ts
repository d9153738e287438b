/** Teaches markdown-it the exam's notation: `$…$` in a line, `$$…$$` for a display, `\$` for the sign itself. */

import {
  type MarkdownIt,
  type StateBlock,
  type StateInline,
  type StateCore,
  type Token,
} from 'markdown-it';
import { escapeHtml } from './escape.ts';

export type MathsRenderer = (latex: string, display: boolean) => string;

const DOLLAR = '$';

/** Index of the `fence` that closes what starts at `from`, past escaped characters; -1 if there is none. */
function closing(source: string, fence: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source.startsWith(fence, at)) return at;
  }
  return -1;
}

/** `5 $ and 6 $` is money: a formula touches both of its dollars, and no digit follows. */
function isFormula(content: string, after: string | undefined, display: boolean): boolean {
  if (content.trim() === '') return false;
  return display || (!/^\s|\s$/.test(content) && !/\d/.test(after ?? ''));
}

function inlineMaths(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== DOLLAR) return false;
  const fence = src.startsWith('$$', pos) ? '$$' : DOLLAR;
  const start = pos + fence.length;
  const end = closing(src.slice(0, posMax), fence, start);
  if (end < 0) return false;
  const content = src.slice(start, end);
  if (!isFormula(content, src[end + fence.length], fence === '$$')) return false;
  if (!silent) {
    const token = state.push('maths', 'span', 0);
    token.content = content.trim();
    token.markup = fence;
  }
  state.pos = end + fence.length;
  return true;
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

/** The line that ends the display which starts on `first`, or undefined. */
function lastLine(state: StateBlock, first: number, end: number): number | undefined {
  const opening = lineOf(state, first);
  const closed = opening.indexOf('$$', 2);
  if (closed >= 0) return closed === opening.length - 2 ? first : undefined;
  for (let line = first + 1; line < end; line += 1) {
    if (lineOf(state, line).endsWith('$$')) return line;
  }
  return undefined;
}

// markdown-it fixes the parameters of its rules
function blockMaths(state: StateBlock, first: number, end: number, silent: boolean): boolean {
  if (!lineOf(state, first).startsWith('$$')) return false;
  const last = lastLine(state, first, end);
  if (last === undefined) return false;
  if (silent) return true;
  const lines = Array.from({ length: last - first + 1 }, (_, i) => lineOf(state, first + i));
  const token = state.push('maths', 'div', 0);
  token.block = true;
  token.content = lines.join('\n').slice(2, -2).trim();
  token.markup = '$$';
  token.map = [first, last + 1];
  state.line = last + 1;
  return true;
}

const OPENS = /[([{‘“]+$/;
const CLOSES = /^[.,;:!?)\]}’”…%]+/;

/** Signs that touch a formula: no line starts with its full stop, and none ends with its bracket. */
interface Touching {
  readonly before: string;
  readonly after: string;
}

/** Takes a sign from a text beside a formula. */
function taken(text: Token | undefined, sign: RegExp): string {
  if (text?.type !== 'text') return '';
  const found = sign.exec(text.content)?.[0] ?? '';
  text.content = text.content.replace(sign, '');
  return found;
}

function keepTogether({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    children?.forEach((token, at) => {
      if (token.type !== 'maths') return;
      const before = taken(children[at - 1], OPENS);
      token.meta = { before, after: taken(children[at + 1], CLOSES) } satisfies Touching;
    });
  }
}

/** Formulas that KaTeX lets break in many places are better broken there than wider than a narrow panel. */
const PARTS = 2;

function withTouching(html: string, meta: Touching | null): string {
  const { before = '', after = '' } = meta ?? {};
  const joined = `${escapeHtml(before)}${html}${escapeHtml(after)}`;
  const isShort = html.split('class="base"').length - 1 <= PARTS;
  return isShort && joined !== html ? `<span class="unbroken">${joined}</span>` : joined;
}

export function addMaths(markdown: MarkdownIt, render: MathsRenderer): void {
  markdown.inline.ruler.after('escape', 'maths', inlineMaths);
  markdown.block.ruler.after('blockquote', 'maths', blockMaths, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.core.ruler.push('keep-together', keepTogether);
  markdown.renderer.rules['maths'] = (tokens, index) => {
    const token = tokens[index];
    if (token === undefined) return '';
    const html = render(token.content, token.markup === '$$');
    return withTouching(html, token.meta as Touching | null); // set above
  };
}
