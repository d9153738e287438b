/**
 * Makes edits by line number. All numbers refer to the program as it stands before any edit, so the order of edits to
 * different lines does not matter; several that insert after the same line keep their order.
 */

import { type LineEdit } from '../answer/answer.ts';
import { editComplaints } from './editComplaints.ts';
import { type EditComplaint, type EditedLine } from './editedLine.ts';
import { lineBreakOf, linesOf } from './lines.ts';

export interface EditedProgram {
  readonly text: string;
  /** in order, each line of the program before or after, or of both */
  readonly rows: readonly EditedLine[];
  /** of the edits that were left out, because they cannot be made */
  readonly complaints: readonly EditComplaint[];
}

export function applyEdits(text: string, edits: readonly LineEdit[]): EditedProgram {
  const before = linesOf(text);
  const complaints = editComplaints(before, edits);
  const refused = new Set(complaints.map(({ edit }) => edit));
  const plan = planOf(edits, refused);
  const rows = numbered(['', ...before].flatMap((line, number) => rowsAt(line, number, plan)));
  const after = rows.filter(({ kind }) => kind !== 'removed').map((row) => row.text);
  return { text: after.join(lineBreakOf(text)), rows, complaints };
}

interface Planned {
  readonly text: string | undefined;
  readonly edit: number;
}

/** By line number. */
interface Plan {
  readonly changed: ReadonlyMap<number, Planned>;
  readonly inserted: ReadonlyMap<number, readonly Planned[]>;
}

function planOf(edits: readonly LineEdit[], refused: ReadonlySet<number>): Plan {
  const changed = new Map<number, Planned>();
  const inserted = new Map<number, Planned[]>();
  edits.forEach(({ line, action, text }, edit) => {
    if (refused.has(edit)) return;
    if (action !== 'insert-after') {
      changed.set(line, { text: action === 'delete' ? undefined : text, edit });
      return;
    }
    const there = inserted.get(line) ?? [];
    there.push({ text, edit });
    inserted.set(line, there);
  });
  return { changed, inserted };
}

/** A line with what takes its place and what follows it; line 0 is not there, but may be followed. */
function rowsAt(text: string, before: number, { changed, inserted }: Plan): EditedLine[] {
  const change = changed.get(before);
  const here: EditedLine[] =
    change === undefined
      ? [{ kind: 'kept', before, text }]
      : [{ kind: 'removed', before, text, edit: change.edit }, ...added(change)];
  return [...(before === 0 ? [] : here), ...(inserted.get(before) ?? []).flatMap(added)];
}

/** A line break at the very end ends the last line; it does not begin another. */
function added({ text, edit }: Planned): EditedLine[] {
  if (text === undefined) return [];
  return linesOf(text.replace(/(\r\n|\r|\n)$/, '')).map((line) => ({
    kind: 'added',
    text: line,
    edit,
  }));
}

function numbered(rows: readonly EditedLine[]): EditedLine[] {
  let after = 0;
  return rows.map((row) => (row.kind === 'removed' ? row : { ...row, after: ++after }));
}
