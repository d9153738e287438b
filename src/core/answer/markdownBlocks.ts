/**
 * Markdown as its reader takes it: paragraphs, list items and headings, one text each. A formula, a piece of code or a
 * bare address becomes one word that ends no sentence, whatever stands in it.
 */

/** Stands for what is no text: a capital, since a sentence may begin with a formula. */
export const THING = 'Thing';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const DISPLAY = /\$\$(?:\\[^]|[^\\$]|\$(?!\$))*\$\$/g;
/** As it is typeset: it touches both of its dollars, and no digit follows. */
const FORMULA = /(?<!\\)\$(?=[^\s$])(?:\\[^]|[^\\$])*(?<!\s)\$(?!\d)/g;
const CODE = /``[^]+?``|`[^`]+`/g;
const LINK = /!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g;
const ADDRESS = /\bhttps?:\/\/[^\s<>]*[^\s<>.,;:!?)]/g;

/** A line that begins a block of its own, with what marks it as one. */
const OPENING = /^\s*(?:[-*+]\s+|\d{1,9}[.)]\s+|#{1,6}\s+|>\s?)+/;
const RULE = /^\s*(?:[-*_]\s*){3,}$/;

export function markdownBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of withoutThings(markdown).split('\n')) {
    const text = RULE.test(line) ? '' : line.replace(OPENING, '').trim();
    const begins = !isOpen || OPENING.test(line);
    if (text !== '' && begins) blocks.push(text);
    else if (text !== '') blocks.push(`${blocks.pop() ?? ''} ${text}`);
    isOpen = text !== '' && !endsBlock(line);
  }
  return blocks.map(withoutMarks);
}

const endsBlock = (line: string): boolean =>
  line.endsWith('  ') || line.endsWith('\\') || /^\s*#/.test(line);

function withoutThings(markdown: string): string {
  return withoutFences(markdown.replaceAll(/\r\n?/g, '\n'))
    .replaceAll(DISPLAY, ` ${THING} `)
    .replaceAll(CODE, THING)
    .replaceAll(FORMULA, THING)
    .replaceAll(LINK, '$1')
    .replaceAll(ADDRESS, THING);
}

/** Fenced code is one word of its own; a fence that is never closed runs to the end. */
function withoutFences(markdown: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const found = FENCE.exec(line)?.[1];
    if (fence === undefined && found === undefined) kept.push(line);
    else if (fence === undefined) kept.push('', THING, '');
    if (fence === undefined) fence = found;
    else if (found?.startsWith(fence) === true) fence = undefined;
  }
  return kept.join('\n');
}

/** Emphasis and escapes are no part of the words. */
const withoutMarks = (text: string): string =>
  text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/\*+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
