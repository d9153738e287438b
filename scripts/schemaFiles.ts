/** The JSON Schema files as they should be. */

import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { taskSchema } from '../src/core/taskset/schema/taskSchema.ts';
import { taskSetSchema } from '../src/core/taskset/schema/taskSetSchema.ts';

export const SCHEMA_FOLDER = fileURLToPath(new URL('../media/schemas/', import.meta.url));

/** path → text */
export function schemaFiles(): Record<string, string> {
  return {
    [`${SCHEMA_FOLDER}taskset.schema.json`]: schemaText(taskSetSchema, 'Task set'),
    [`${SCHEMA_FOLDER}task.schema.json`]: schemaText(taskSchema, 'Task'),
  };
}

/** Draft 7 is what editors understand best. */
function schemaText(schema: z.core.$ZodType, title: string): string {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ title, ...json }, undefined, 2)}\n`;
}
