/** An exam in the editor, in the words of someone who solves it. */
import { equal } from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Frame, type Locator } from 'playwright-core';
import { at, root } from '../../scripts/project.ts';
import { STATUS_LOOKS } from '../../src/vscode/questionStatus.ts';
import { expectAccessible } from './axe.ts';
import { EditorWindow, photographWindows } from './editorWindow.ts';

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

  /** What says that code does not run here yet. */
  get restriction(): Locator {
    return this.#frame.getByText('This folder is not trusted');
  }

  /** Of those that axe-core knows, on the whole page, once all of it is there. */
  async findNoFault(): Promise<void> {
    await this.#frame.waitForFunction(
      () => document.querySelector('.question > .progress, :not(:defined)') === null,
    );
    await expectAccessible(this.#frame);
  }

  question(id: string): Locator {
    return this.#frame.locator(`[data-question="${id}"]`);
  }

  /** In an author's preview: what students do not see. */
  solution(id: string): Locator {
    return this.question(id).locator('.solution');
  }

  /** In an author's preview: what is wrong with the set. */
  setProblem(text: string): Locator {
    return this.#frame.locator('.set-problems li').filter({ hasText: text });
  }

  /** In an author's preview: the number of the variant that shows. */
  get variant(): Locator {
    return this.#frame.getByRole('spinbutton', { name: 'Variant' });
  }

  async nextVariant(): Promise<void> {
    await this.#frame.getByRole('button', { name: 'Next variant' }).click();
  }

  option(id: string, number: number): Locator {
    return this.question(id).getByRole('radio').nth(number);
  }

  async choose(id: string, number: number): Promise<void> {
    await this.option(id, number).click();
    await this.saved(id);
  }

  /** Resolves when the text is on disk. */
  async write(id: string, text: string): Promise<void> {
    await this.question(id).getByRole('textbox').fill(text);
    await this.saved(id);
  }

  async written(id: string): Promise<string> {
    return await this.question(id).getByRole('textbox').inputValue();
  }

  /** The names of the fonts that were loaded and used. */
  async loadedFonts(): Promise<string> {
    return await this.#frame.evaluate(async () => {
      const fonts = await document.fonts.ready;
      const loaded = [...fonts].filter(({ status }) => status === 'loaded');
      return loaded.map(({ family }) => family).join(' ');
    });
  }

  /** Resolves when the answer is on disk. */
  async saved(id: string): Promise<void> {
    await this.question(id).locator('[data-saving=saved]').filter({ hasText: 'Saved' }).waitFor();
  }

  /** @param step of a derivation, 0 is the first */
  formula(id: string, step = 0): Locator {
    return this.question(id).locator('.formula-input').nth(step);
  }

  /** By keyboard, as one reads it out. */
  async typeFormula(id: string, text: string, step = 0): Promise<void> {
    await this.formula(id, step).click();
    await this.#frame.page().keyboard.type(text);
    await this.saved(id);
  }

  /** What the field shows. */
  async shownFormula(id: string, step = 0): Promise<unknown> {
    return await this.formula(id, step).evaluate((field): unknown => Reflect.get(field, 'value'));
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

  readonly taskNumbers = [1, 2, 3, 4, 5] as const;

  taskItem(number: number): Locator {
    return this.editor.treeItem(new RegExp(`^${number} · `));
  }

  questionItem(id: string): Locator {
    return this.editor.treeItem(new RegExp(`^${id}\\s`));
  }

  /** The question in the tree, once it stands so. */
  questionStanding(id: string, verdict: keyof typeof STATUS_LOOKS): Locator {
    const row = `^Question ${id}, .*: ${STATUS_LOOKS[verdict].word}, `;
    return this.editor.page.getByRole('treeitem', { name: new RegExp(row) });
  }

  async openTask(number: number): Promise<TaskPage> {
    // A tree that is just being filled uses its rows again, so that a click may hit another task.
    await this.editor.until(async () => {
      await this.taskItem(number).click();
      await this.editor.activeTab(`${number} · `).waitFor({ timeout: 3000 });
    });
    return await this.taskPage(number);
  }

  /** Of an open task; the ids of its questions begin with its number. */
  async taskPage(number: number): Promise<TaskPage> {
    return new TaskPage(await this.editor.webview(`[data-question^="${number}"]`));
  }

  /** The result view, once a run has ended so. */
  async attackPage(status: 'done' | 'failed'): Promise<Frame> {
    return await this.editor.webview(`[data-status=${status}]`);
  }

  /** Waits until a file of the student's folder says this. */
  async written(file: string, text: string): Promise<void> {
    await this.editor.until(async () => {
      equal(await readFile(join(this.folder, file), 'utf8'), text);
    });
  }

  async close(): Promise<void> {
    await this.editor.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const program = (folder: string): Promise<string> =>
  readFile(at('tasks/ml1/5-programming', folder, 'adversarial.ts'), 'utf8');

/** The exam's own program for the programming task. */
export const solution = (): Promise<string> => program('solution');

/** The program as it is handed out. */
export const skeleton = (): Promise<string> => program('student');

/** What is typed is what stands there. */
export const plainTyping = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoIndent': 'none',
  'editor.quickSuggestions': 'off',
};

/** A window in which the exam has been started, as a student starts it: by the command, in the open folder. */
export async function openExam(
  settings: Readonly<Record<string, unknown>> = {},
): Promise<ExamWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'exam-'));
  const editor = await EditorWindow.open({
    folder,
    extension: root,
    settings: { ...plainTyping, ...settings },
  });
  const window = new ExamWindow(editor, folder);
  try {
    await editor.runCommand('Exambench: Start Exam');
    await editor.pick(basename(folder));
    await editor.showView('Exambench');
    await window.taskItem(1).waitFor();
    return window;
  } catch (error) {
    await photographWindows('openExam');
    await window.close();
    throw error;
  }
}

/** One exam for the tests of a suite: opened before the first, closed after the last. */
export function useExam(): () => ExamWindow {
  let exam: ExamWindow | undefined;
  before(async () => {
    exam = await openExam();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await photographWindows(this.currentTest.fullTitle());
  });
  after(async () => {
    await exam?.close();
  });
  return () => {
    if (exam === undefined) throw new Error('the exam opens before the first test');
    return exam;
  };
}
