/** The texts of a task that people read, wherever they stand: found by the names of their fields. */

import { type Path } from '../taskset/yamlText.ts';

export interface ShownText {
  readonly path: Path;
  readonly text: string;
  readonly is: 'markdown' | 'formula';
}

const MARKDOWN = new Set([
  'title',
  'prompt',
  'sourceNote',
  'explanation',
  'hints',
  'text',
  'feedback',
  'modelAnswer',
  'criterion',
  'sample',
]);

/** LaTeX that is typeset as it stands. */
const FORMULAS = new Set(['asked', 'start', 'goal']);

/** What may hold such texts; the rest of a question is data. */
const AROUND = new Set([
  'questions',
  'options',
  'mistakes',
  'form',
  'facts',
  'rubric',
  'checks',
  'alternatives',
]);

/** Of an authored task or a loaded question. Texts in files of their own are not among them. */
export function shownTexts(value: unknown, path: Path = []): ShownText[] {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => shownTexts(each, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (AROUND.has(name)) return shownTexts(inner, [...path, name]);
    const is = MARKDOWN.has(name) ? 'markdown' : 'formula';
    return MARKDOWN.has(name) || FORMULAS.has(name)
      ? stringsIn(inner, [...path, name]).map((found) => ({ ...found, is }) as const)
      : [];
  });
}

function stringsIn(value: unknown, path: Path): Pick<ShownText, 'path' | 'text'>[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return Array.isArray(value)
    ? value.flatMap((each: unknown, index) => stringsIn(each, [...path, index]))
    : [];
}
