/** The folder in which an exam is solved: made, and filled with what the exam hands out. */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { beginAttempt } from '../../src/runtime/attempt/beginAttempt.ts';
import { loadTaskSet } from '../../src/vscode/loadTaskSet.ts';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';

async function findTaskSet(id: string): Promise<string> {
  const folder = at('tasks', id);
  if (existsSync(folder)) return folder;
  const known = await readdir(at('tasks'));
  throw new Failure(`There is no task set ${id}.`, `The task sets are: ${known.join(', ')}.`);
}

/** Goes on with the attempt that the folder holds. */
export async function prepareExam(taskSet: string, folder: string): Promise<void> {
  const set = await loadTaskSet(await findTaskSet(taskSet), at('dist'));
  try {
    await mkdir(folder, { recursive: true });
    await beginAttempt(folder, {
      taskSet,
      version: set.public.version,
      content: set.content,
      files: { ...set.studentFiles, ...set.types },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(reason, 'Choose another folder: npm start -- --folder PATH');
  }
}
