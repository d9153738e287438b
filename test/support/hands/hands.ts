/** What a student does at a question, whichever way: with the mouse wherever there is something to point at, or by keyboard alone. */
import { type Frame, type Keyboard, type Locator } from 'playwright-core';
import { type ExamWindow, TaskPage } from '../examWindow.ts';

export type Point = readonly [x: number, y: number];

/** Letters as one types them; edges by those letters. */
export interface Network {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

export interface Stroke {
  readonly type: 'Line' | 'Ray' | 'Segment';
  readonly points: readonly [Point, Point];
}

/** An edit by line number: text as it is to stand there. */
export interface LineChange {
  readonly line: number;
  readonly text: string;
}

export abstract class Hands {
  abstract readonly name: string;
  protected readonly exam: ExamWindow;
  #id = '';
  #frame: Frame | undefined;

  constructor(exam: ExamWindow) {
    this.exam = exam;
  }

  /** Comes to a question. */
  async begin(id: string): Promise<void> {
    this.#id = id;
    await this.goTo(id);
    this.#frame = await this.exam.editor.webview(`[data-question="${id}"]`);
    await this.arrive();
  }

  /** Away from here: other questions draw on what was answered. */
  get task(): TaskPage {
    return new TaskPage(this.frame);
  }

  get id(): string {
    return this.#id;
  }

  get question(): Locator {
    return this.frame.locator(`[data-question="${this.#id}"]`);
  }

  protected get frame(): Frame {
    if (this.#frame === undefined) throw new Error('begin with a question');
    return this.#frame;
  }

  protected get keyboard(): Keyboard {
    return this.exam.editor.page.keyboard;
  }

  protected async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.keyboard.press(key);
  }

  /** Over what stands in the field that has the focus. VS Code answers Ctrl+A itself, and only after a while. */
  protected async overwrite(text: string): Promise<void> {
    await this.press('Control+Home', 'Control+Shift+End', 'Delete');
    await this.keyboard.type(text);
  }

  async formula(text: string): Promise<void> {
    await this.enter('.formula-input');
    await this.press('Control+A', 'Delete');
    await this.keyboard.type(text);
  }

  async text(text: string): Promise<void> {
    await this.enter('.text-answer');
    await this.overwrite(text);
    await this.task.saved(this.#id);
  }

  /** Each step below the one before; the first stands there already. */
  async derive(steps: readonly string[]): Promise<void> {
    await this.removeAll('Delete: ', 1);
    await this.enter('.formula-input');
    for (const step of steps) {
      await this.press('Enter');
      await this.keyboard.type(step);
    }
  }

  /** Replaces lines of the program; without any, nothing has to change. */
  async change(edits: readonly LineChange[]): Promise<void> {
    await this.removeAll('Remove edit', 0);
    if (edits.length === 0) await this.tick(0);
    for (const { line, text } of edits) {
      await this.replaceLine(line);
      await this.overwrite(text);
    }
  }

  /** In place of an own program, for who has none. */
  async takeRightProgram(): Promise<void> {
    await this.activate('Take a right program');
    await this.question.locator('.program').waitFor();
  }

  /** Writes the program of the question anew. */
  async program(source: string): Promise<void> {
    await this.activate('Open adversarial.ts');
    await this.exam.editor.activeTab('adversarial.ts').waitFor();
    await this.exam.editor.overwriteText(source);
    await this.checkProgram();
  }

  /** Ticks those criteria of the rubric, and no others. */
  async compare(criteria: readonly number[]): Promise<void> {
    const boxes = this.question.locator('.review').getByRole('checkbox');
    const invitation = this.question.locator('.review-invitation');
    if (await invitation.isVisible()) await this.activate('Compare with the model answer');
    await boxes.first().waitFor();
    for (let at = 0; at < (await boxes.count()); at += 1) {
      const isTicked = (await boxes.nth(at).getAttribute('aria-checked')) === 'true';
      if (isTicked !== criteria.includes(at)) await this.tick(at);
    }
    await this.task.saved(this.#id);
  }

  protected abstract goTo(id: string): Promise<void>;
  protected abstract arrive(): Promise<void>;
  /** Puts the focus into a control. */
  protected abstract enter(selector: string, number?: number): Promise<void>;
  /** Presses what has these words. */
  protected abstract activate(words: string): Promise<void>;
  protected abstract replaceLine(line: number): Promise<void>;
  protected abstract checkProgram(): Promise<void>;
  /** Turns a check box round. */
  protected abstract tick(number: number): Promise<void>;
  /** Presses all buttons whose names begin so, the last ones first; the first `kept` stay. */
  protected abstract removeAll(name: string, kept: number): Promise<void>;
  abstract choose(option: number): Promise<void>;
  abstract draw(strokes: readonly Stroke[]): Promise<void>;
  /** Adds what is not there yet. */
  abstract sketch(network: Network): Promise<void>;
  abstract check(): Promise<void>;
}
