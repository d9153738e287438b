/**
 * Markdown with LaTeX to HTML. Authors and students are not trusted: raw HTML is text, links lead to http(s) only, and
 * pictures come from the given figures only.
 */

import markdownIt, { type Env, type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import { escapeHtml } from './escape.ts';
import { type MathsRenderer, addMaths } from './mathsRules.ts';

/** Path in the Markdown → URI that may be loaded. */
export type Figures = Readonly<Record<string, string>>;

export interface Typesetter {
  /** Paragraphs, lists, displays. */
  readonly block: (source: string, figures?: Figures) => string;
  /** One line, for options and remarks. */
  readonly line: (source: string) => string;
}

/** @param renderMaths HTML of a formula; it is trusted */
export function typesetter(renderMaths: MathsRenderer): Typesetter {
  const markdown = markdownWith(renderMaths);
  return {
    block: (source, figures = {}) =>
      markdown.render(source, { figures: new Map(Object.entries(figures)) }),
    line: (source) => markdown.renderInline(source, {}),
  };
}

function markdownWith(renderMaths: MathsRenderer): MarkdownIt {
  const created = markdownIt({ html: false, linkify: false, typographer: false });
  // Links and pictures are judged when they are rendered, where a bad one can leave its words behind.
  created.validateLink = () => true;
  created.normalizeLink = (target) => target;
  addMaths(created, renderMaths);
  created.renderer.rules['link_open'] = renderLink;
  created.renderer.rules['image'] = renderImage;
  // A wide table scrolls in a box of its own: without its display as a table it would be none for screen readers.
  created.renderer.rules['table_open'] = () => '<div class="wide"><table>';
  created.renderer.rules['table_close'] = () => '</table></div>';
  // The page has the headings of levels 1 and 2.
  created.core.ruler.push('deeper-headings', ({ tokens }) => {
    tokens.filter(({ type }) => type.startsWith('heading_')).forEach(lowerHeading);
  });
  return created;
}

function lowerHeading(token: Token): void {
  token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
}

const renderLink: RendererRule = (tokens, index) => {
  const target = attribute(tokens[index], 'href');
  return /^https?:\/\//i.test(target) ? `<a href="${escapeHtml(target)}">` : '<a>';
};

const renderImage: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index];
  const words = token?.content ?? '';
  const uri = figureOf(env, attribute(token, 'src'));
  if (uri === undefined) return `<em class="figure-missing">[figure: ${escapeHtml(words)}]</em>`;
  return `<img src="${escapeHtml(uri)}" alt="${escapeHtml(words)}">`;
};

const attribute = (token: Token | undefined, name: string): string =>
  String(token?.attrGet(name) ?? '');

function figureOf(env: Env | undefined, path: string): string | undefined {
  const figures = env?.['figures'];
  const uri: unknown = figures instanceof Map ? figures.get(path) : undefined;
  return typeof uri === 'string' ? uri : undefined;
}
