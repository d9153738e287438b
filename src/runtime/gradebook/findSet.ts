/** The whole task set that a grading belongs to: where the head says it lies, or where somebody says it is now. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Result, failure, success } from '../../core/result.ts';
import { type GradedSet, gradedFolder } from '../grading/gradedSet.ts';
import { type GradingFolder, type GradingHead } from '../grading/gradingFolder.ts';

/** Or a sentence on why it cannot be had from there. */
type Found = Result<GradedSet, string>;

/** What the head names. */
export async function headSet(folder: GradingFolder, head: GradingHead): Promise<Found> {
  if (head.set === undefined) {
    return failure('The grading does not say where its task set lies.');
  }
  return await setIn(resolve(folder.path, head.set), head);
}

/** @param path of its folder; sealed files and packages are not opened */
export async function setIn(path: string, head: GradingHead): Promise<Found> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return failure(`The task set is not at ${path} any more.`);
  return found.isDirectory()
    ? await readSet(path, head)
    : failure(`The task set was graded from the file ${path}, which is not opened here.`);
}

async function readSet(folder: string, { taskSet }: GradingHead): Promise<Found> {
  try {
    const found = await gradedFolder(folder);
    if (found.set.id === taskSet) return success(found);
    return failure(
      `The folder ${folder} holds the task set ${found.set.id}, and the grading is of ${taskSet}.`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failure(`The task set in ${folder} cannot be read: ${why}`);
  }
}
