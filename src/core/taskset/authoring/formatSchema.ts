/** The format as JSON Schema, made from the schemas that read it: what editors complete and explain. */

import * as z from 'zod/mini';
import { path } from '../schema/fields.ts';
import { taskSchema } from '../schema/taskSchema.ts';
import { taskSetSchema } from '../schema/taskSetSchema.ts';

/** As far as editors look into it. */
export interface Schema {
  readonly title?: string;
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
export function formatSchema(file: FormatFile): Schema {
  const schema = { taskset: taskSetSchema, task: taskSchema }[file];
  const json: object = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { title: TITLES[file], ...(file === 'task' ? withParameters(json) : json) };
}

/** A parameter that stands alone: `{{name}}`. */
const PARAMETER = String.raw`^\{\{\s*[A-Za-z][A-Za-z0-9]*\s*\}\}$`;

export function isParameter({ pattern }: Schema): boolean {
  return pattern === PARAMETER;
}

/** Where a number is wanted in a question, a parameter may stand; points are the same in every variant. */
function withParameters({ properties = {}, ...task }: Schema): Schema {
  const { questions, ...others } = properties;
  if (questions === undefined) return { ...task, properties };
  return { ...task, properties: { ...others, questions: drawable(questions) } };
}

function drawable(schema: Schema): Schema {
  const { type, properties, items, additionalProperties, anyOf, oneOf } = schema;
  if (type === 'number' || type === 'integer') {
    const { description, ...number } = schema;
    const said = description === undefined ? {} : { description };
    return { ...said, anyOf: [number, { type: 'string', pattern: PARAMETER }] };
  }
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: drawableFields(properties) }),
    ...(items === undefined
      ? {}
      : { items: isList(items) ? items.map(drawable) : drawable(items) }),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: drawable(additionalProperties) }
      : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(drawable) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(drawable) }),
  };
}

/** What counts and what is named must not depend on the variant. */
const FIXED: ReadonlySet<string> = new Set(['points', 'labelPoints', 'slipPoints']);

function drawableFields(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      FIXED.has(name) && field.type === 'number' ? field : drawable(field),
    ]),
  );
}

function isList(items: Schema | readonly Schema[]): items is readonly Schema[] {
  return Array.isArray(items);
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
