/** What is left of a preview when the window is reloaded: the view keeps it, as one line of text. */
import { Uri } from 'vscode';

export interface Remembered {
  /** of the task set */
  readonly folder: Uri;
  readonly task: string;
  readonly variant: number;
  readonly isSolved: boolean;
}

export function mementoOf({ folder, task, variant, isSolved }: Remembered): string {
  const fields = { folder: folder.toString(), task, variant: String(variant) };
  return new URLSearchParams({ ...fields, ...(isSolved ? { solved: 'yes' } : {}) }).toString();
}

/** @param state as the view has kept it. Undefined: it is of no preview. */
export function remembered(state: unknown): Remembered | undefined {
  const memento: unknown =
    typeof state === 'object' && state !== null ? Reflect.get(state, 'memento') : undefined;
  if (typeof memento !== 'string') return undefined;
  const fields = new URLSearchParams(memento);
  const folder = fields.get('folder');
  if (folder === null || !folder.startsWith('file:')) return undefined;
  const variant = Number(fields.get('variant'));
  return {
    folder: Uri.parse(folder),
    task: fields.get('task') ?? '',
    variant: Number.isInteger(variant) && variant > 0 ? variant : 1,
    isSolved: fields.has('solved'),
  };
}
