/** A set as the editor's language features see it: one file that is being typed, and what lies around it. */
import { type FormatFile } from './formatSchema.ts';
import { entriesIn, textOf } from './expected.ts';
import { type Entry, type Sketch } from './sketch.ts';
import { sketchOf } from './sketchOf.ts';

export interface SetView {
  /** the file in question, `taskset.yaml` or `<task>/task.yaml`; paths are relative to the set's folder, with slashes */
  readonly file: string;
  readonly text: string;
  /** paths of all files of the set */
  readonly files: readonly string[];
  /** `<task>/task.yaml` → text, of all tasks */
  readonly tasks: ReadonlyMap<string, string>;
}

/** A question somewhere in the set. */
export interface AuthoredPlace {
  readonly file: string;
  readonly text: string;
  readonly id: string;
  readonly kind: string;
  readonly question: Sketch;
  /** offset of the id in the text */
  readonly start: number;
}

export function formatOf({ file }: SetView): FormatFile {
  return file.includes('/') ? 'task' : 'taskset';
}

/** The task's folder; empty for the head of the set. */
export function taskOf({ file }: SetView): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

/** Files of the task's folder, relative to it, without `task.yaml`. */
export function taskFiles(view: SetView): readonly string[] {
  const folder = `${taskOf(view)}/`;
  return view.files
    .filter((path) => path.startsWith(folder) && path !== view.file)
    .map((path) => path.slice(folder.length));
}

/** Questions of the whole set: those of this file first, as they stand in it now. */
export function questionsIn(view: SetView): readonly AuthoredPlace[] {
  const others = [...view.tasks].filter(([file]) => file !== view.file);
  return [[view.file, view.text] as const, ...others].flatMap(([file, text]) =>
    entriesIn(sketchOf(text), 'questions').flatMap((entry) => placeOf(file, text, entry)),
  );
}

function placeOf(file: string, text: string, { value }: Entry): readonly AuthoredPlace[] {
  const id = value.entries.find(({ key }) => key === 'id')?.value;
  if (id?.kind !== 'scalar') return [];
  const kind = textOf(value, 'kind') ?? '';
  return [{ file, text, id: id.text, kind, question: value, start: id.start }];
}
