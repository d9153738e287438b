/** Reads a text as it will be typeset, and tells what will not look as it is meant: broken formulas, stray LaTeX. */

import type katexModule from 'katex';
import { type ParseError } from 'katex';
import markdownIt, { type Token } from 'markdown-it';
import { addMaths } from './mathsRules.ts';

export interface Flaw {
  /** in characters from the start of the text */
  readonly offset: number;
  readonly message: string;
}

export interface InspectedMarkdown {
  readonly flaws: readonly Flaw[];
  /** where links lead, with their places */
  readonly links: readonly { readonly offset: number; readonly target: string }[];
}

export interface MarkdownInspector {
  readonly markdown: (text: string) => InspectedMarkdown;
  readonly formula: (latex: string) => readonly Flaw[];
}

type Katex = typeof katexModule;

export function markdownInspector(katex: Katex): MarkdownInspector {
  const reader = markdownIt({ html: false, linkify: false, typographer: false });
  reader.validateLink = () => true;
  reader.normalizeLink = (target) => target;
  addMaths(reader, () => '');
  const formula = (latex: string, display = false): readonly Flaw[] =>
    formulaFlaws(katex, latex, display);
  return {
    formula: (latex) => formula(latex),
    markdown: (text) => inspected(text, inOrder(reader.parse(text, {})), formula),
  };
}

/** Those of lines within those of blocks. */
function inOrder(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...inOrder(token.children ?? [])]);
}

function inspected(
  text: string,
  tokens: readonly Token[],
  formula: (latex: string, display: boolean) => readonly Flaw[],
): InspectedMarkdown {
  const flaws: Flaw[] = [];
  const links: { offset: number; target: string }[] = [];
  let read = 0;
  /** tokens do not know where they stand, but they come in the order of the text */
  const find = (content: string): number => {
    const found = text.indexOf(content, read);
    if (found !== -1) read = found;
    return read;
  };
  for (const { type, content, markup, attrGet } of tokens.map(bound)) {
    if (type === 'maths') {
      const start = find(content);
      flaws.push(...formula(content, markup === '$$').map(moved(start)));
      read = start + content.length;
    } else if (type === 'link_open') {
      const target = attrGet('href');
      links.push({ target, offset: find(target) });
    } else if (type === 'text')
      flaws.push(...strayLatex(content).map((flaw) => flaw(find(content))));
  }
  return { flaws, links };
}

const bound = (token: Token) => ({
  type: token.type,
  content: token.content,
  markup: token.markup,
  attrGet: (name: string) => String(token.attrGet(name) ?? ''),
});

const moved =
  (by: number) =>
  ({ offset, message }: Flaw): Flaw => ({ offset: offset + by, message });

/** A dollar that opens nothing, before what looks like LaTeX. */
const UNCLOSED = /\$[^$]{0,200}?(\\[a-zA-Z]{2,}|[_^]\{)/;

function strayLatex(content: string): ((start: number) => Flaw)[] {
  const found = UNCLOSED.exec(content);
  if (found === null) return [];
  const { index } = found;
  const message = "the formula that starts here has no end: expected a second '$' in the paragraph";
  return [(start) => ({ offset: start + index, message })];
}

/** Of KaTeX's remarks, those after which something is missing on the page. */
const BREAKING = new Set(['unknownSymbol', 'commentAtEnd', 'newLineInDisplayMode']);

/** As formulas are typeset, see `katexMaths.ts`; commands that are not trusted come out in this colour. */
const REFUSED = '#cc0000';

function formulaFlaws(katex: Katex, latex: string, displayMode: boolean): Flaw[] {
  const flaws: Flaw[] = [];
  const strict = (code: string, message: string): 'ignore' => {
    if (BREAKING.has(code))
      flaws.push({ offset: 0, message: `the formula ${cut(latex)}: ${message}` });
    return 'ignore';
  };
  try {
    const options = { strict, displayMode, throwOnError: true, errorColor: REFUSED };
    const html = katex.renderToString(latex, {
      ...options,
      trust: false,
      maxSize: 20,
      maxExpand: 200,
    });
    const isRefused = html.includes(`color:${REFUSED}`);
    if (isRefused)
      flaws.push({
        offset: 0,
        message: `the formula ${cut(latex)} uses a command that is not allowed`,
      });
  } catch (error) {
    flaws.push(flawOf(error, latex));
  }
  return flaws;
}

function flawOf(error: unknown, latex: string): Flaw {
  const { rawMessage, position } = error as Partial<ParseError>;
  const reason = rawMessage ?? (error instanceof Error ? error.message : String(error));
  return {
    offset: position ?? 0,
    message: `the formula ${cut(latex)} cannot be typeset: ${reason}`,
  };
}

function cut(latex: string): string {
  const line = latex.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `$${line.slice(0, 57)}…$` : `$${line}$`;
}
