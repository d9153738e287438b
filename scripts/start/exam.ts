/** The folder in which an exam is solved: made, and filled with what the exam hands out. */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { beginAttempt } from '../../src/runtime/attempt/beginAttempt.ts';
import { loadTaskSet } from '../../src/vscode/loadTaskSet.ts';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';
import { type StartOptions } from './options.ts';

async function findTaskSet(id: string): Promise<string> {
  const folder = at('tasks', id);
  if (existsSync(folder)) return folder;
  const known = await readdir(at('tasks'));
  throw new Failure(`There is no task set ${id}.`, `The task sets are: ${known.join(', ')}.`);
}

type Prepared = Pick<StartOptions, 'taskSet' | 'folder' | 'variant'>;

/** Goes on with the attempt that the folder holds. */
export async function prepareExam({ taskSet, folder, variant }: Prepared): Promise<void> {
  const found = await findTaskSet(taskSet);
  const set = await loadTaskSet(found, at('dist'));
  try {
    await mkdir(folder, { recursive: true });
    await beginAttempt(folder, {
      taskSet,
      version: set.public.version,
      content: set.content,
      variants: set.variants,
      variant,
      filesOf: async (number) => {
        const { studentFiles, types } = await loadTaskSet(found, at('dist'), number);
        return { ...studentFiles, ...types };
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(reason, 'Choose another folder: npm start -- --folder PATH');
  }
}
