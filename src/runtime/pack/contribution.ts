/**
 * `contributes.exambench.taskSets` in the `package.json` of an extension: how task sets are offered without any code.
 * Written by `pack`, read from every installed extension, so nothing in it is trusted.
 */

import * as z from 'zod/mini';
import { explainIssue } from '../../core/taskset/explain.ts';
import { id, line, path } from '../../core/taskset/schema/fields.ts';

const MOST_SETS = 100;

/** Fields that are not named here belong to later versions and are let be. */
const entrySchema = z.object({
  /** the folder of the set inside the extension */
  path: path(),
  id: id(),
  title: line(),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, "a version such as '1.0.0'")),
  language: z.optional(z.string().check(z.maxLength(100))),
  mode: z.optional(z.enum(['practice', 'exam'])),
});

/** What is known of a set before any of its files is read. */
export type SetEntry = z.infer<typeof entrySchema>;

export interface Contribution {
  readonly sets: readonly SetEntry[];
  /** why entries were left out, a sentence each */
  readonly refused: readonly string[];
}

/** @param manifest the parsed `package.json` of an extension */
export function contributionOf(manifest: unknown): Contribution {
  const list = valueIn(manifest, ['contributes', 'exambench', 'taskSets']);
  if (list === undefined) return { sets: [], refused: [] };
  if (!Array.isArray(list)) return { sets: [], refused: ['taskSets: expected a list'] };
  const read = list.slice(0, MOST_SETS).map(readEntry);
  const rest = list.length > MOST_SETS ? [`taskSets: only the first ${MOST_SETS} count`] : [];
  return {
    sets: read.flatMap((entry) => (typeof entry === 'string' ? [] : [entry])),
    refused: [...read.flatMap((entry) => (typeof entry === 'string' ? [entry] : [])), ...rest],
  };
}

function readEntry(value: unknown, index: number): SetEntry | string {
  const { data, error } = z.safeParse(entrySchema, value);
  if (data !== undefined) return data;
  const remarks = error.issues.flatMap((issue) => explainIssue(issue, value));
  return `taskSets[${index}]: ${remarks.map(({ message }) => message).join('; ')}`;
}

function valueIn(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}
