/** YAML that fits a schema, or every problem with its place. */

import type * as z from 'zod/mini';
import { type Result, failure, success } from '../result.ts';
import { type FilledYaml } from '../variants/filledYaml.ts';
import { type Remark, explainIssue } from './explain.ts';
import { type TaskSetFiles } from './files.ts';
import { type Problem } from './problem.ts';
import { type YamlText, readYaml } from './yamlText.ts';

export interface Checked<T> {
  readonly value: T;
  readonly yaml: YamlText;
}

export function readYamlFile(files: TaskSetFiles, file: string): Result<YamlText, Problem[]> {
  const text = files.texts.get(file);
  return text === undefined
    ? failure([{ file, line: 1, column: 1, message: 'the file is missing' }])
    : readYaml(file, text);
}

export function checkYaml<T>(
  yaml: YamlText,
  schema: z.ZodMiniType<T>,
): Result<Checked<T>, Problem[]> {
  const checked = schema.safeParse(yaml.value);
  if (checked.success) return success({ value: checked.data, yaml });
  return failure(
    checked.error.issues
      .flatMap((issue) => explainIssue(issue, yaml.value))
      .map((remark) => problemOf(remark, yaml)),
  );
}

/** A parameter that stands alone is a number where a number is wanted, and text where a text is. */
export function checkFilled<T>(
  { yaml, asTexts }: FilledYaml,
  schema: z.ZodMiniType<T>,
): Result<Checked<T>, Problem[]> {
  const checked = schema.safeParse(yaml.value);
  if (checked.success) return success({ value: checked.data, yaml });
  return checkYaml(asTexts(checked.error.issues.map(({ path }) => path)) ?? yaml, schema);
}

function problemOf({ path, message, atKey, rename }: Remark, yaml: YamlText): Problem {
  const problem = atKey ? yaml.problemAtKey(path, message) : yaml.problemAt(path, message);
  return rename === undefined ? problem : { ...problem, rename };
}
