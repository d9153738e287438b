/** A task view with formula questions, and hands to type into it. */
import { type Locator, type Page } from 'playwright-core';
import { type TaskViewState } from '../../../src/protocol/messages.ts';
import { type TaskHostChannel, openTaskHost } from '../../../src/protocol/taskChannel.ts';
import { FakeHost } from '../examTask.ts';
import { type Views } from '../useViews.ts';
import { type Theme, type ViewWindow } from '../viewWindow.ts';
import { formulaTask, judgeFormulas } from './formulaTask.ts';

export class FormulaWindow {
  readonly host: FakeHost;
  readonly #window: ViewWindow;
  readonly #channel: TaskHostChannel;

  private constructor(view: ViewWindow, host: FakeHost) {
    this.host = host;
    this.#window = view;
    this.#channel = openTaskHost(view.transport, host.handlers, () => undefined);
  }

  static async open(
    views: Views,
    { theme = 'dark', host = new FakeHost(formulaTask, judgeFormulas) }: Partial<Settings> = {},
  ): Promise<FormulaWindow> {
    const view = await views.open({ view: 'task', theme });
    const opened = new FormulaWindow(view, host);
    await view.open();
    await opened.page.waitForFunction(
      () =>
        document.querySelectorAll('.formula-input').length >= 3 &&
        document.querySelector('.question > .progress, :not(:defined)') === null,
    );
    return opened;
  }

  get page(): Page {
    return this.#window.page;
  }

  question(id: string): Locator {
    return this.page.locator(`[data-question="${id}"]`);
  }

  /** @param index of the step, 0 is the first */
  field(question: string, index = 0): Locator {
    return this.question(question).locator('.formula-input').nth(index);
  }

  /** What the field shows. */
  value(question: string, index = 0): Promise<unknown> {
    return this.field(question, index).evaluate((field): unknown => Reflect.get(field, 'value'));
  }

  /** As the host has it. */
  answer(question: string): unknown {
    return this.host.questions.get(question)?.answer;
  }

  /** As the Tab key does: at once. */
  async focus(question: string, index = 0): Promise<void> {
    await this.field(question, index).evaluate((field: HTMLElement) => {
      HTMLElement.prototype.focus.call(field);
    });
  }

  async type(question: string, text: string, index = 0): Promise<void> {
    await this.focus(question, index);
    await this.page.keyboard.type(text);
  }

  tell(state: Partial<TaskViewState>): void {
    this.#channel.tell('stateChanged', this.host.state(state));
  }
}

interface Settings {
  readonly theme: Theme;
  readonly host: FakeHost;
}
