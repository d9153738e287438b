/** What only an author's preview of a task is told. */

import { type Place } from '../core/taskset/place.ts';
import {
  type PreviewProblem,
  type PreviewState,
  type PreviewVariant,
  type SolutionEntry,
  type SolutionPart,
} from './messages.ts';
import { boolean, count, list, object, optional, string, table } from './shape.ts';

const place = { file: string, line: count, column: count };

export const placeShape = object<Place>(place);

const entryShape = object<SolutionEntry>({
  label: optional(string),
  text: optional(string),
  remark: optional(string),
  right: optional(boolean),
});

export const previewStateShape = object<PreviewState>({
  problems: list(object<PreviewProblem>({ ...place, message: string })),
  isStale: boolean,
  variant: optional(object<PreviewVariant>({ shown: count, count })),
  memento: string,
  solutions: optional(
    table(list(object<SolutionPart>({ title: string, entries: list(entryShape) }))),
  ),
});
