/** An exam's set and its tasks as students get them, without their questions. */

import * as z from 'zod/mini';
import { type Task, type TaskSet } from '../taskset/taskSet.ts';
import { sha256 } from '../taskset/schema/fields.ts';
import { type Fields, kept, withheld } from './field.ts';
import { pinnedSchema } from './pinned.ts';

const text = () => z.string();
const number = () => z.number();

/** Fields that say which of the variants is meant, and what it consists of, are not stored one by one. */
type Together = 'tasks' | 'variant' | 'variants' | 'mode' | 'copy';

export const SET_FIELDS: Fields<Omit<TaskSet, Together>> = {
  id: kept(text()),
  title: kept(text()),
  language: kept(text()),
  version: kept(text()),
  points: kept(number()),
  reveal: withheld<TaskSet['reveal']>([]),
  commitment: kept(z.optional(sha256())),
  // public keys
  handIn: kept(
    z.optional(
      z.strictObject({
        recipients: z.array(text()),
        name: z.optional(z.enum(['required', 'optional'])),
      }),
    ),
  ),
};

export const TASK_FIELDS: Fields<Omit<Task, 'questions'>> = {
  id: kept(text()),
  title: kept(text()),
  prompt: kept(text()),
  sourceNote: kept(z.optional(text())),
  points: kept(number()),
  figures: kept(z.readonly(z.array(text()))),
  // with all others among the copy's files
  pictures: withheld<Task['pictures']>(undefined),
  figureFiles: kept(z.optional(z.record(text(), pinnedSchema))),
};
