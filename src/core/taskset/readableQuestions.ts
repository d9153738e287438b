/** Of a task with questions that do not fit the schema, the others: what is wrong with them can be told at the same time. */

import type * as z from 'zod/mini';
import { type Checked } from './checkedYaml.ts';
import { type AuthoredTask } from './schema/taskSchema.ts';
import { type YamlText } from './yamlText.ts';

/** Undefined where none is left, and where the task around them is wrong. Their places remain those in the file. */
export function readableQuestions(
  yaml: YamlText,
  schema: z.ZodMiniType<AuthoredTask>,
): Checked<AuthoredTask> | undefined {
  const { value } = yaml;
  if (typeof value !== 'object' || value === null) return undefined;
  const questions = listIn(value);
  const fits = (some: readonly unknown[]) => schema.safeParse({ ...value, questions: some });
  const places = questions.flatMap((question, place) => (fits([question]).success ? [place] : []));
  const read = fits(places.map((place) => questions[place]));
  if (!read.success) return undefined;
  return { value: read.data, yaml: { ...yaml, ...moved(yaml, places) } };
}

function listIn(value: object): readonly unknown[] {
  const questions: unknown = Reflect.get(value, 'questions');
  return Array.isArray(questions) ? questions : [];
}

type Places = Omit<YamlText, 'value'>;

/** @param places of the questions that are left */
function moved(yaml: YamlText, places: readonly number[]): Places {
  const origin = (path: readonly PropertyKey[]): readonly PropertyKey[] => {
    const [list, place, ...inside] = path;
    return list === 'questions' && typeof place === 'number'
      ? [list, places[place] ?? place, ...inside]
      : path;
  };
  return {
    placeOf: (path) => yaml.placeOf(origin(path)),
    problemAt: (path, message) => yaml.problemAt(origin(path), message),
    problemAtKey: (path, message) => yaml.problemAtKey(origin(path), message),
    problemInText: (path, offset, message) => yaml.problemInText(origin(path), offset, message),
  };
}
