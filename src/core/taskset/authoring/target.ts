/** Where the thing is that a place of a set's YAML names: a file, a question, a node, a picture. */
import { formsAt } from './expected.ts';
import { schemaOf } from './formatSchema.ts';
import { namesAt } from './references.ts';
import { formatOf, questionsIn, type SetView, taskOf } from './setView.ts';
import { pointedAt } from './spot.ts';

export interface Target {
  /** path inside the set, with slashes */
  readonly file: string;
  /** offset in its text */
  readonly offset: number;
  /** offsets of what names it, in the text of the view */
  readonly start: number;
  readonly end: number;
}

export function targetAt(view: SetView, offset: number): Target | undefined {
  return pictureAt(view, offset) ?? answerAt(view, offset) ?? namedAt(view, offset);
}

interface Mention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The place in brackets that the offset is in, among those that the pattern finds on its line. */
function mentionAt(text: string, offset: number, pattern: RegExp): Mention | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  for (const match of line.matchAll(pattern)) {
    const [whole, inner = ''] = match;
    const first = lineStart + match.index;
    const start = first + whole.lastIndexOf(inner);
    if (offset >= first && offset <= first + whole.length)
      return { text: inner, start, end: start + inner.length };
  }
  return undefined;
}

/** `![what it shows](figure.svg)`, in any text of the task. */
function pictureAt(view: SetView, offset: number): Target | undefined {
  const found = mentionAt(view.text, offset, /!\[[^\]]*\]\(([^\s)]+)\)/g);
  if (found === undefined) return undefined;
  const file = `${taskOf(view)}/${found.text}`;
  const { start, end } = found;
  return view.files.includes(file) ? { file, offset: 0, start, end } : undefined;
}

/** `\answer{4b}` in a formula that continues an earlier one. */
function answerAt(view: SetView, offset: number): Target | undefined {
  const found = mentionAt(view.text, offset, /\\answer\{([^}]+)\}/g);
  const place = questionsIn(view).find(({ id }) => id === found?.text);
  if (found === undefined || place === undefined) return undefined;
  const { start, end } = found;
  return { file: place.file, offset: place.start, start, end };
}

function namedAt(view: SetView, offset: number): Target | undefined {
  const pointed = pointedAt(view.text, offset);
  if (pointed === undefined) return undefined;
  const { root, steps, part, value, start, end } = pointed;
  if (part === 'key') return givenAt(view, offset);
  const forms = formsAt(schemaOf(formatOf(view)), steps);
  const named = namesAt(view, root, { steps, forms })?.find(({ name }) => name === value.text);
  if (named?.file === undefined || named.start === undefined) return undefined;
  return { file: named.file, offset: named.start, start, end };
}

/** Answers to other questions, which an example states by their ids. */
function givenAt(view: SetView, offset: number): Target | undefined {
  const pointed = pointedAt(view.text, offset);
  const keys = pointed?.steps.map(({ key }) => key) ?? [];
  const place = questionsIn(view).find(({ id }) => id === keys.at(-1));
  if (pointed === undefined || keys.at(-2) !== 'given' || place === undefined) return undefined;
  const { start, end } = pointed;
  return { file: place.file, offset: place.start, start, end };
}
