/** The extension in this window with the bundled exam started in the window's folder: what every suite begins with. */
import { strict as assert } from 'node:assert';
import { type Uri, commands, extensions, workspace } from 'vscode';
import { type Insides } from '../../src/extension.ts';
import { type CurrentExam } from '../../src/vscode/currentExam.ts';
import { type Exam } from '../../src/vscode/exam.ts';

export interface Opened {
  readonly folder: Uri;
  readonly current: CurrentExam;
  readonly exam: Exam;
}

async function activated(): Promise<CurrentExam> {
  const extension = extensions.getExtension<Insides>('exambench.exambench');
  assert.ok(extension, 'the extension is not installed');
  const before = performance.now();
  const isFirst = !extension.isActive;
  const { current } = await extension.activate();
  if (isFirst) console.log(`activated in ${(performance.now() - before).toFixed(1)} ms`);
  return current;
}

/** The first call starts the exam, later ones find it. */
export async function openedExam(): Promise<Opened> {
  const current = await activated();
  const folder = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the window has no folder');
  if (current.exam === undefined) {
    await commands.executeCommand('exambench.startExam', { taskSet: 'ml1', folder });
  }
  return { folder, current, exam: await current.require() };
}

/** Waits until the editor has caught up. */
export async function eventually<T>(
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen within 10 s');
}
