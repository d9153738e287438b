/** An exam in the editor, in the words of someone who solves it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Frame, type Locator } from 'playwright-core';
import { root } from '../../scripts/project.ts';
import { EditorWindow } from './editorWindow.ts';

/** A task's page in its webview. */
export class TaskPage {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  get heading(): Locator {
    return this.#frame.locator('h1');
  }

  get formulas(): Locator {
    return this.#frame.locator('.katex');
  }

  question(id: string): Locator {
    return this.#frame.locator(`[data-question="${id}"]`);
  }

  option(id: string, number: number): Locator {
    return this.question(id).getByRole('radio').nth(number);
  }

  async choose(id: string, number: number): Promise<void> {
    await this.option(id, number).click();
    await this.question(id).locator('[data-saving=saved]').filter({ hasText: 'Saved' }).waitFor();
  }

  async check(id: string): Promise<void> {
    await this.question(id).getByRole('button', { name: 'Check' }).click();
  }

  /** Waits for it. */
  verdict(id: string, verdict: string): Locator {
    return this.question(id).locator(`[data-verdict="${verdict}"]`);
  }

  async next(): Promise<void> {
    await this.#frame.getByRole('button', { name: 'Next task' }).click();
  }
}

export class ExamWindow {
  readonly editor: EditorWindow;
  /** the student's */
  readonly folder: string;

  constructor(editor: EditorWindow, folder: string) {
    this.editor = editor;
    this.folder = folder;
  }

  taskItem(number: number): Locator {
    return this.editor.treeItem(new RegExp(`^${number} · `));
  }

  questionItem(id: string): Locator {
    return this.editor.treeItem(new RegExp(`^${id}\\s`));
  }

  async openTask(number: number): Promise<TaskPage> {
    await this.taskItem(number).click();
    return await this.taskPage();
  }

  /** The one that is shown. */
  async taskPage(): Promise<TaskPage> {
    return new TaskPage(await this.editor.webview('[data-question]'));
  }

  async read(file: string): Promise<string> {
    return await readFile(join(this.folder, file), 'utf8');
  }

  async close(): Promise<void> {
    await this.editor.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A window in which the exam has been started, as a student starts it: by the command, in the open folder. */
export async function openExam(
  settings: Readonly<Record<string, unknown>> = {},
): Promise<ExamWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'exam-'));
  const editor = await EditorWindow.open({ folder, extension: root, settings });
  const window = new ExamWindow(editor, folder);
  try {
    await editor.runCommand('Exambench: Start Exam');
    await editor.pick(basename(folder));
    await editor.showView('Exambench');
    await window.taskItem(1).waitFor();
    return window;
  } catch (error) {
    await window.close();
    throw error;
  }
}
