/** Writes the JSON Schema files that editors use for `taskset.yaml` and `task.yaml`, from the schemas that read them. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { SCHEMA_FOLDER, schemaFiles } from './schemaFiles.ts';

mkdirSync(SCHEMA_FOLDER, { recursive: true });
for (const [path, text] of Object.entries(schemaFiles())) {
  writeFileSync(path, text);
  console.log(path);
}
