/** The format as JSON Schema, made from the schemas that read it: what editors complete and explain. */

import * as z from 'zod/mini';
import { path } from '../schema/fields.ts';
import { taskSchema } from '../schema/taskSchema.ts';
import { taskSetSchema } from '../schema/taskSetSchema.ts';

/** As far as editors look into it. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
}

export type FormatFile = 'taskset' | 'task';

const TITLES: Readonly<Record<FormatFile, string>> = { taskset: 'Task set', task: 'Task' };

/** Draft 7 is what editors understand best. */
export function formatSchema(file: FormatFile): object {
  const schema = { taskset: taskSetSchema, task: taskSchema }[file];
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { title: TITLES[file], ...json };
}

const known = new Map<FormatFile, Schema>();

export function schemaOf(file: FormatFile): Schema {
  const schema = known.get(file) ?? formatSchema(file);
  known.set(file, schema);
  return schema;
}

const PATH_PATTERN = z.toJSONSchema(path(), { target: 'draft-7' }).pattern;

/** Whether a text names a file of the task's folder. */
export function isPath({ pattern }: Schema): boolean {
  return pattern === PATH_PATTERN;
}
