/** A task view with a question about changing a program. */
import { type Locator, type Page } from 'playwright-core';
import { type TaskViewState } from '../../../src/protocol/messages.ts';
import { type TaskHostChannel, openTaskHost } from '../../../src/protocol/taskChannel.ts';
import { type Views } from '../useViews.ts';
import { type ViewOptions, type ViewWindow } from '../viewWindow.ts';
import { type LinesHost } from './linesTask.ts';

export class LinesWindow {
  readonly host: LinesHost;
  readonly #window: ViewWindow;
  readonly #channel: TaskHostChannel;

  private constructor(view: ViewWindow, host: LinesHost) {
    this.host = host;
    this.#window = view;
    this.#channel = openTaskHost(view.transport, host.handlers, () => undefined);
  }

  static async open(
    views: Views,
    host: LinesHost,
    options: Partial<ViewOptions> = {},
  ): Promise<LinesWindow> {
    const view = await views.open({ view: 'task', ...options });
    const opened = new LinesWindow(view, host);
    await view.open();
    await opened.page.locator('.program-base, .question .problem').first().waitFor();
    await opened.page.waitForFunction(() => document.querySelector(':not(:defined)') === null);
    return opened;
  }

  get page(): Page {
    return this.#window.page;
  }

  /** Of the program before any change, from 1. */
  line(number: number): Locator {
    return this.page.locator(`.line[data-key="before-${number}"]`);
  }

  /** What shows of the result: signs and texts of the lines that differ. */
  async differences(): Promise<string[]> {
    const lines = this.page.locator('.line:not([data-kind=kept])');
    const texts = await lines.evaluateAll((found) =>
      found.map((line) => [...line.querySelectorAll('.sign, code')].map((e) => e.textContent)),
    );
    return texts.map(([sign, text]) => `${sign ?? ''}${text ?? ''}`);
  }

  change(index: number): Locator {
    return this.page.locator('.change').nth(index);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Name of what has the focus. */
  focused(): Promise<string | null | undefined> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  }

  announced(): Promise<string | null> {
    return this.page.locator('.announcements').textContent();
  }

  tell(state: Partial<TaskViewState> = {}): void {
    this.#channel.tell('stateChanged', this.host.state(state));
  }
}
