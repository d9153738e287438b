/** What keeps edits from being made: a line that is not there, two edits of one line, a program that has changed since. */

import { type EditAction, type LineEdit } from '../answer/answer.ts';
import { type EditComplaint } from './editedLine.ts';

/** One complaint for each edit that cannot be made, in order. */
export function editComplaints(
  before: readonly string[],
  edits: readonly LineEdit[],
): EditComplaint[] {
  const firstAt = new Map<number, number>();
  return edits.flatMap((edit, place) => {
    const problem = problemOf(edit, before) ?? clashOf(edit, firstAt);
    if (problem === undefined) {
      if (edit.action !== 'insert-after') firstAt.set(edit.line, place);
      return [];
    }
    return [
      {
        edit: place,
        message: `Edit ${place + 1} (${NAMES[edit.action]} ${edit.line}): ${problem}`,
      },
    ];
  });
}

const NAMES: { readonly [A in EditAction]: string } = {
  replace: 'replace line',
  'insert-after': 'insert after line',
  delete: 'delete line',
};

type Test = (edit: LineEdit, before: readonly string[]) => string | undefined;

const TESTS: readonly Test[] = [outOfRange, wrongText, notText, changedSince];

function problemOf(edit: LineEdit, before: readonly string[]): string | undefined {
  for (const test of TESTS) {
    const problem = test(edit, before);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function outOfRange({ line, action }: LineEdit, { length }: readonly string[]): string | undefined {
  const first = action === 'insert-after' ? 0 : 1;
  return line >= first && line <= length
    ? undefined
    : `the program has the lines 1 to ${length}${first === 0 ? ', and 0 stands for the place before them' : ''}.`;
}

function wrongText({ action, text }: LineEdit): string | undefined {
  if (action === 'delete') {
    const isEmpty = text === undefined || text.trim() === '';
    return isEmpty
      ? undefined
      : 'a deleted line has no new text; to put text in its place, replace it.';
  }
  return text === undefined ? 'the new text is missing.' : undefined;
}

/** Tabs and line breaks are text. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A surrogate without the other one. */
const HALF = /[\ud800-\udfff]/u;

function notText({ text = '' }: LineEdit): string | undefined {
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `the new text is no text: it contains the control character U+${code}.`;
  }
  return HALF.test(text) ? 'the new text is no text: it contains half a character.' : undefined;
}

/** Blanks at the end are not seen, so they do not count. */
function changedSince({ line, was }: LineEdit, before: readonly string[]): string | undefined {
  const now = before[line - 1];
  if (was === undefined || now === undefined || was.trimEnd() === now.trimEnd()) return undefined;
  return `the program has changed since: the line read ${quoted(was)}, and now reads ${quoted(now)}.`;
}

function clashOf({ action, line }: LineEdit, firstAt: ReadonlyMap<number, number>) {
  const first = action === 'insert-after' ? undefined : firstAt.get(line);
  return first === undefined
    ? undefined
    : `edit ${first + 1} changes the same line already; a line can be changed once.`;
}

const LONGEST_QUOTE = 60;

function quoted(line: string): string {
  const text = line.trim();
  if (text === '') return 'nothing';
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `\`${shown.replaceAll('`', "'")}\``;
}
