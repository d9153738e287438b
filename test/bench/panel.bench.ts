/** How soon a task can be answered, in VS Code from npm: from the click in the tree until an option can be selected. */
import { performance } from 'node:perf_hooks';
import { installEditor } from '../../scripts/editor/install.ts';
import { openExam } from '../support/examWindow.ts';
import { type Figure } from '../support/figure.ts';

export const name = 'task panel';

async function untilUsable(first: boolean): Promise<number> {
  const exam = await openExam();
  try {
    if (!first) await exam.openTask(3);
    await exam.editor.settle();
    const start = performance.now();
    const task = await exam.openTask(1);
    await task.option('1.1', 0).waitFor();
    return performance.now() - start;
  } finally {
    await exam.close();
  }
}

export async function run(): Promise<Figure[]> {
  await installEditor();
  return [
    {
      name: 'first task of a window',
      value: await untilUsable(true),
      unit: 'ms',
      bound: { atMost: 1000 },
    },
    { name: 'second task of a window', value: await untilUsable(false), unit: 'ms' },
  ];
}
