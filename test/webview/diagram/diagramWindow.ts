/** A task view with a diagram, and hands to draw in it. */
import { type Locator, type Page } from 'playwright-core';
import {
  type AnswerOf,
  type Echo,
  type TaskViewState,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import { type TaskHostChannel, openTaskHost } from '../../../src/protocol/taskChannel.ts';
import { FakeHost } from '../examTask.ts';
import { type Views } from '../useViews.ts';
import { type ViewOptions, type ViewWindow } from '../viewWindow.ts';
import { diagramTask, halfRight } from './diagramTask.ts';

type Diagram = AnswerOf['diagram'];

export interface Settings extends Omit<ViewOptions, 'view'> {
  readonly answer?: Diagram;
  readonly state?: Partial<TaskViewState>;
  readonly verdict?: Verdict;
  /** in place of that verdict */
  readonly judge?: (answer: Diagram) => Verdict;
  readonly echo?: (text: string) => Echo;
}

export class DiagramWindow {
  readonly host: FakeHost;
  readonly #window: ViewWindow;
  readonly #channel: TaskHostChannel;

  private constructor(view: ViewWindow, host: FakeHost) {
    this.host = host;
    this.#window = view;
    this.#channel = openTaskHost(view.transport, host.handlers, () => undefined);
  }

  static async open(views: Views, settings: Settings = {}): Promise<DiagramWindow> {
    const { answer, state, verdict = halfRight, judge, echo, ...options } = settings;
    const host = new FakeHost(
      { ...diagramTask, ...state },
      (given) => (judge && given && 'nodes' in given ? judge(given) : verdict),
      echo && { readMathematics: ({ latex }) => echo(latex) },
    );
    if (answer) host.questions.set('4a', { revision: 1, answer });
    const view = await views.open({ view: 'task', ...options });
    const opened = new DiagramWindow(view, host);
    await view.open();
    await opened.page.waitForFunction(
      () =>
        document.querySelector('.question') !== null &&
        document.querySelector('.question > .progress, :not(:defined)') === null,
    );
    await opened.page.evaluate(() => document.fonts.ready);
    return opened;
  }

  get page(): Page {
    return this.#window.page;
  }

  get canvas(): Locator {
    return this.page.locator('.diagram-canvas');
  }

  get nodes(): Locator {
    return this.page.locator('.diagram-node');
  }

  /** By the text of its label as it is drawn. */
  node(id: string): Locator {
    return this.page.locator(`[data-node="${id}"]`);
  }

  get arrows(): Locator {
    return this.page.locator('.diagram-arrow');
  }

  /** As the host has it. */
  get answer(): unknown {
    return this.host.questions.get('4a')?.answer;
  }

  get announcement(): Promise<string | null> {
    return this.page.locator('.announcements').textContent();
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce(async (before, key) => {
      await before;
      await this.page.keyboard.press(key);
    }, Promise.resolve());
  }

  tell(state: Partial<TaskViewState>): void {
    this.#channel.tell('stateChanged', this.host.state(state));
  }
}
