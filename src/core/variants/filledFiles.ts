/** The files of a task with its parameters filled in. */

import { type TaskSetFiles } from '../taskset/files.ts';
import { type Place } from '../taskset/place.ts';
import { type Problem } from '../taskset/problem.ts';
import { type FilledText, fillText } from './filledText.ts';
import { type Values } from './range.ts';
import { type Medium } from './writtenValue.ts';

export interface FilledFiles extends TaskSetFiles {
  /** path in the set → the text that differs from the file's */
  readonly filled: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** Where a place in a text of the set stands in its file. */
  placeIn(path: string, offset: number): Place;
}

export function fillFiles(files: TaskSetFiles, task: string, values: Values): FilledFiles {
  const fillings = new Map<string, FilledText>();
  for (const path of values.size === 0 ? [] : templatesOf(files, task)) {
    fillings.set(path, fillText(files.texts.get(path) ?? '', values, mediumOf(path)));
  }
  const filled = [...fillings].map(([path, { text }]) => [path, text] as const);
  const placeIn = (path: string, offset: number): Place => ({
    file: path,
    ...placeOf(files.texts.get(path) ?? '', fillings.get(path)?.originOf(offset) ?? offset),
  });
  return {
    texts: new Map([...files.texts, ...filled]),
    binaries: files.binaries,
    filled: new Map(filled),
    problems: [...fillings].flatMap(([path, { unknown }]) =>
      unknown.map(({ offset, message }) => ({
        file: path,
        ...placeOf(files.texts.get(path) ?? '', offset),
        message,
      })),
    ),
    placeIn,
  };
}

function templatesOf({ texts }: TaskSetFiles, task: string): string[] {
  return [...texts]
    .filter(
      ([path, text]) =>
        path.startsWith(`${task}/`) && !path.endsWith('.yaml') && text.includes('{{'),
    )
    .map(([path]) => path);
}

const MEDIA: Readonly<Record<string, Medium>> = { md: 'mathematics', ts: 'program' };

function mediumOf(path: string): Medium {
  return MEDIA[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'data';
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
