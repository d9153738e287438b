/**
 * The students' copy of a set for practice: the authored format again, without what only its author needs and what the
 * set's policy does not reveal, without comments, and without files that nothing refers to.
 */

import { stringify } from 'yaml';
import { QUESTION_KINDS, type QuestionKind } from '../answer/answer.ts';
import { type TaskSetFiles } from '../taskset/files.ts';
import { picturesOf } from '../taskset/pictures.ts';
import { type Reveal, type TaskSet } from '../taskset/taskSet.ts';
import { readYaml } from '../taskset/yamlText.ts';
import { type Outline } from './outline.ts';
import { PRACTICE_FIELDS, type Purpose } from './practiceFields.ts';

export interface PracticeCopy {
  /** path → text, of what was rewritten */
  readonly rewritten: ReadonlyMap<string, string>;
  /** paths of what the copy has as it stands */
  readonly taken: ReadonlySet<string>;
  readonly outlines: readonly Outline[];
}

type Data = Readonly<Record<string, unknown>>;

/** @param set as it was loaded from the files: by that they are known to be right */
export function practiceCopy(
  files: TaskSetFiles,
  set: TaskSet,
  commitment: string | undefined,
): PracticeCopy {
  const rewritten = new Map<string, string>();
  const taken = new Set<string>();
  const outlines: Outline[] = [];
  const head = dataIn(files, 'taskset.yaml');
  const marked = { ...head, copy: 'student', ...(commitment === undefined ? {} : { commitment }) };
  rewritten.set('taskset.yaml', written(marked));
  for (const { id } of set.tasks) {
    const file = `${id}/task.yaml`;
    const task = dataIn(files, file);
    const questions = listIn(task, 'questions')
      .filter(({ replacement }) => replacement !== true || head['replacements'] !== 'off')
      .map((question) => {
        const { kept, outline } = reduced(question, set.reveal);
        outlines.push(outline);
        return kept;
      });
    const copied = { ...task, questions };
    rewritten.set(file, written(copied));
    for (const path of referredTo(copied, id, files)) taken.add(path);
  }
  return { rewritten, taken, outlines };
}

function dataIn({ texts }: TaskSetFiles, file: string): Data {
  const yaml = readYaml(file, texts.get(file) ?? '');
  if (!yaml.ok) throw new Error(`${file} was read before, and cannot be read now`);
  return dataOf(yaml.value.value);
}

function dataOf(value: unknown): Data {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listIn(data: Data, field: string): Data[] {
  const list = data[field];
  return Array.isArray(list) ? list.map(dataOf) : [];
}

function written(data: Data): string {
  return stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 });
}

function reduced(question: Data, reveal: readonly Reveal[]): { kept: Data; outline: Outline } {
  const kind = QUESTION_KINDS.find((each) => each === question['kind']);
  if (kind === undefined) throw new Error(`there is no kind ${String(question['kind'])}`);
  const purposes = purposesOf(kind);
  const isKept = (name: string): boolean => {
    const purpose = purposes.get(name);
    if (purpose === 'shown' || purpose === 'grading') return true;
    return reveal.some((each) => each === purpose);
  };
  const entries = Object.entries(question);
  const kept = entries.filter(([name]) => isKept(name));
  return {
    kept: Object.fromEntries(kept),
    outline: {
      question: String(question['id']),
      kept: kept.map(([name]) => name),
      removed: entries.map(([name]) => name).filter((name) => !isKept(name)),
    },
  };
}

function purposesOf(kind: QuestionKind): ReadonlyMap<string, Purpose> {
  return new Map(Object.entries<Purpose>(PRACTICE_FIELDS[kind]));
}

/** Files of the task that one of its texts names, and the pictures in those that are Markdown. */
function referredTo(data: unknown, task: string, files: TaskSetFiles): Set<string> {
  const found = new Set<string>();
  const take = (text: string): void => {
    const path = `${task}/${text}`;
    const isFile = files.texts.has(path) || files.binaries.has(path);
    if (!isFile) pictures(text);
    else if (!found.has(path)) {
      found.add(path);
      pictures(files.texts.get(path) ?? '');
    }
  };
  const pictures = (text: string): void => {
    for (const { target } of picturesOf(text)) if (target !== text) take(target);
  };
  for (const text of textsIn(data)) take(text);
  return found;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
