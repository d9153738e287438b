/** The parts of a file of a set, for the editor's outline and for folding. */
import { entriesIn, fieldIn, textOf } from './expected.ts';
import { formatOf, type SetView } from './setView.ts';
import { type Entry, type Sketch } from './sketch.ts';
import { sketchOf } from './sketchOf.ts';

export interface Part {
  readonly what: 'task' | 'question' | 'part' | 'entry';
  readonly name: string;
  readonly detail: string;
  /** offsets of the whole, and of what names it */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly parts: readonly Part[];
}

/** Lists of a question, each with the fields that name an entry, the best first. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  options: ['text', 'id'],
  facts: ['name'],
  mistakes: ['name'],
  form: ['feedback'],
  followOn: ['answer'],
  rubric: ['criterion'],
  pieces: ['name'],
  nodes: ['label', 'id'],
  alternatives: ['name'],
  inputs: ['title'],
  checks: ['title', 'check'],
  examples: ['name', 'answer', 'file'],
};

export function outlineOf(view: SetView): readonly Part[] {
  const root = sketchOf(view.text);
  if (formatOf(view) === 'taskset') return entriesIn(root, 'tasks').map(taskPart);
  return entriesIn(root, 'questions').map(questionPart);
}

function taskPart(entry: Entry): Part {
  return part('task', entry, { name: entry.value.text, named: entry.value });
}

function questionPart(entry: Entry): Part {
  const { value } = entry;
  const id = textOf(value, 'id') ?? '?';
  const title = textOf(value, 'title');
  const points = textOf(value, 'points');
  const earned = points === undefined ? [] : [`${points} ${points === '1' ? 'point' : 'points'}`];
  const kind = textOf(value, 'kind');
  const parts = value.entries.flatMap((field) => listPart(field));
  const detail = [...(kind === undefined ? [] : [kind]), ...earned].join(', ');
  const name = title === undefined ? id : `${id} ${title}`;
  return {
    ...part('question', entry, { name, named: fieldIn(value, 'id')?.value }),
    detail,
    parts,
  };
}

function listPart(field: Entry): readonly Part[] {
  const names = typeof field.key === 'string' ? LISTS[field.key] : undefined;
  if (names === undefined || field.value.kind !== 'list') return [];
  const parts = field.value.entries.map((entry) => entryPart(entry, names));
  const name = String(field.key);
  return [{ ...part('part', field, { name, named: field }), detail: String(parts.length), parts }];
}

function entryPart(entry: Entry, names: readonly string[]): Part {
  const { value } = entry;
  const named = names.map((name) => fieldIn(value, name)?.value).find((each) => each?.text);
  const name = named === undefined ? String(Number(entry.key) + 1) : firstLine(named);
  const detail = textOf(value, 'correct') === 'true' ? 'correct' : (textOf(value, 'verdict') ?? '');
  return { ...part('entry', entry, { name, named }), detail };
}

/** Of a block (`|`) the first line that says something. */
function firstLine({ text, style }: Sketch): string {
  const lines = text.split('\n').slice(style === 'block' ? 1 : 0);
  return lines.map((line) => line.trim()).find((line) => line !== '') ?? '';
}

function part(
  what: Part['what'],
  { start, end, value }: Entry,
  {
    name,
    named,
  }: { readonly name: string; readonly named: Pick<Entry, 'start' | 'end'> | undefined },
): Part {
  const { start: nameStart, end: nameEnd } = named ?? { start, end };
  const whole = { start, end: Math.max(end, value.end, nameEnd) };
  return {
    what,
    name: name === '' ? '?' : name,
    detail: '',
    ...whole,
    nameStart,
    nameEnd,
    parts: [],
  };
}

/** Lines from 0, each with the last one that is folded into it. */
export function foldsOf(text: string): readonly (readonly [first: number, last: number])[] {
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const folds = new Map<number, number>();
  const add = (start: number, end: number): void => {
    const first = lineAt(breaks, start);
    const last = lineAt(breaks, end);
    if (last > first) folds.set(first, Math.max(folds.get(first) ?? 0, last));
  };
  const visit = ({ entries }: Sketch): void => {
    for (const { start, value } of entries) {
      add(start, value.end);
      visit(value);
    }
  };
  visit(sketchOf(text));
  return [...folds];
}

/** How many line breaks stand before the offset; `breaks` ascend. */
function lineAt(breaks: readonly number[], offset: number): number {
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
