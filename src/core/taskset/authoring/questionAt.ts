/** The question that a place in a task's texts belongs to, also while they are being typed. */
import { entriesIn, textOf } from './expected.ts';
import { sketchOf } from './sketchOf.ts';

/** @param offset in `task.yaml`. Undefined: the place stands before all questions. */
export function questionAt(yaml: string, offset: number): string | undefined {
  const before = questionsIn(yaml).findLast(({ start }) => start <= offset);
  return before?.id;
}

/** The first that names a file of the task's folder. Undefined: none does, so the file is the task's own. */
export function questionNaming(yaml: string, file: string): string | undefined {
  return questionsIn(yaml).find(({ text }) => text.includes(file))?.id;
}

function questionsIn(yaml: string) {
  const entries = entriesIn(sketchOf(yaml), 'questions');
  return entries.map(({ start, value }, index) => ({
    id: textOf(value, 'id'),
    start,
    text: yaml.slice(start, entries[index + 1]?.start),
  }));
}
