/** The head of a set with its faulty fields put aside, so that one slip in it does not hide what is wrong with the tasks. */

import { nearest } from './nearest.ts';
import { type AuthoredTaskSet, taskSetSchema } from './schema/taskSetSchema.ts';

/** In place of fields that are missing or wrong; none of them shows in a problem of a task. */
const NEUTRAL = {
  format: 1,
  id: 'set',
  title: 'Set',
  language: 'en',
  version: '0.0.0',
  points: 1,
  tasks: [],
};

/** Tasks read otherwise without them: what would be said of the tasks need not be true. */
const DECISIVE = ['parameters', 'require', 'variants', 'copy', 'replacements'];

const KNOWN = Object.keys(taskSetSchema.shape);

/** Undefined where too much is wrong to say anything of the tasks. */
export function repairedHead(value: unknown): AuthoredTaskSet | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const faulty = faultyFields(value);
  if (faulty.some((name) => DECISIVE.includes(nearest(name, KNOWN) ?? ''))) return undefined;
  const given: Readonly<Record<string, unknown>> = { ...value };
  const right = Object.entries(given).filter(([name]) => !faulty.includes(name));
  const tasks = rightEntries(given['tasks']);
  const repaired = { ...NEUTRAL, ...Object.fromEntries(right), tasks };
  return taskSetSchema.safeParse(repaired).data;
}

function faultyFields(value: object): readonly string[] {
  const issues = taskSetSchema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys
      : issue.path.slice(0, 1).map(String),
  );
}

function rightEntries(tasks: unknown): readonly unknown[] {
  const entries: readonly unknown[] = Array.isArray(tasks) ? tasks : [];
  const { element } = taskSetSchema.shape.tasks.def;
  return entries.filter((entry) => element.safeParse(entry).success);
}
