/** The JSON Schema files as they should be. */

import { fileURLToPath } from 'node:url';
import { type FormatFile, formatSchema } from '../src/core/taskset/authoring/formatSchema.ts';

export const SCHEMA_FOLDER = fileURLToPath(new URL('../media/schemas/', import.meta.url));

/** path → text */
export function schemaFiles(): Record<string, string> {
  return {
    [`${SCHEMA_FOLDER}taskset.schema.json`]: schemaText('taskset'),
    [`${SCHEMA_FOLDER}task.schema.json`]: schemaText('task'),
  };
}

function schemaText(file: FormatFile): string {
  return `${JSON.stringify(formatSchema(file), undefined, 2)}\n`;
}
