/** An authored question on its way to a loaded one, and what all kinds have in common. */

import { type QuestionKind } from '../answer/answer.ts';
import { type VariantScope } from '../variants/variantScope.ts';
import { type AuthoredQuestionOf } from './schema/questionSchema.ts';
import { type AuthoredTask } from './schema/taskSchema.ts';
import { type TaskFiles } from './taskFiles.ts';
import { type QuestionCommon } from './taskSet.ts';
import { type Path } from './yamlText.ts';

/** An authored question with its place in `task.yaml` and the files beside it. */
export interface Source<K extends QuestionKind> {
  readonly authored: AuthoredQuestionOf<K>;
  readonly path: Path;
  readonly files: TaskFiles;
  /** letters that the task's questions share */
  readonly mathematics: AuthoredTask['mathematics'];
  /** tag of the set's language */
  readonly language: string;
  /** what the set's readers write 2.5 with */
  readonly decimalComma: boolean;
  /** which variant of the task this is */
  readonly variant: VariantScope;
}

export function loadCommon({ authored, path, files }: Source<QuestionKind>): QuestionCommon {
  const { id, title, points, prompt, sourceNote, hints = [], explanation } = authored;
  return {
    id,
    at: files.placeOf([...path, 'id']),
    title,
    points,
    prompt: files.markdown([...path, 'prompt'], prompt),
    ...(sourceNote === undefined ? {} : { sourceNote }),
    hints,
    ...(explanation === undefined
      ? {}
      : { explanation: files.markdown([...path, 'explanation'], explanation) }),
  };
}

export function refuseRepeats(
  { path, files }: Source<QuestionKind>,
  [list, field]: readonly [string, string],
  names: readonly string[],
): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) {
      files.complain([...path, list, index, field], `'${name}' occurs twice in ${list}`);
    }
  });
}

export function expectSum(
  { authored, path, files }: Source<QuestionKind>,
  list: string,
  parts: readonly number[],
): void {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (!sameAmount(sum, authored.points)) {
    files.complain(
      [...path, list],
      `the points of ${list} must add up to the question's: expected ${authored.points}, found ${rounded(sum)}`,
    );
  }
}

export function sameAmount(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

export function rounded(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}

export function sumOf(parts: readonly { readonly points: number }[]): number {
  return rounded(parts.reduce((sum, { points }) => sum + points, 0));
}
