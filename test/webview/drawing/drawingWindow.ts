/** A task view with drawing questions, and a hand that points at places of the plane. */
import { type Locator, type Page } from 'playwright-core';
import { type PlanePoint, type TaskViewState } from '../../../src/protocol/messages.ts';
import { type TaskHostChannel, openTaskHost } from '../../../src/protocol/taskChannel.ts';
import { FakeHost } from '../examTask.ts';
import { type Views } from '../useViews.ts';
import { type Theme, type ViewWindow } from '../viewWindow.ts';
import { drawingTask, judgeDrawing, readLineSimply } from './drawingTask.ts';

export const drawingHost = (): FakeHost =>
  new FakeHost(drawingTask, judgeDrawing, { readLine: readLineSimply });

interface Settings {
  readonly theme: Theme;
  readonly host: FakeHost;
  readonly width: number;
}

/** The window of both questions, in data units. */
const [LOW, HIGH] = [-2, 2];

export class DrawingWindow {
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
    { theme = 'dark', host = drawingHost(), width = 720 }: Partial<Settings> = {},
  ): Promise<DrawingWindow> {
    const view = await views.open({ view: 'task', theme, width });
    const opened = new DrawingWindow(view, host);
    await view.open();
    await opened.page.waitForFunction(
      () =>
        document.querySelectorAll('.board-area').length === 2 &&
        document.querySelector('.axis-name .katex') !== null &&
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

  board(id = '2a'): Locator {
    return this.question(id).locator('.board-area');
  }

  /** As the host has it. */
  answer(id = '2a'): unknown {
    return this.host.questions.get(id)?.answer;
  }

  /** The first point of an object of the answer, from 0. */
  firstPoint(object: number): PlanePoint {
    const answer = this.host.questions.get('2a')?.answer;
    const point = answer && 'items' in answer ? answer.items[object]?.points[0] : undefined;
    if (point === undefined) throw new Error(`There is no object ${object}.`);
    return point;
  }

  tell(state: Partial<TaskViewState>): void {
    this.#channel.tell('stateChanged', this.host.state(state));
  }

  /** The last sentence for screen readers. */
  async said(): Promise<string> {
    return (await this.page.locator('.announcements').innerText()).trim();
  }

  async choose(tool: string, id = '2a'): Promise<void> {
    await this.question(id).getByRole('button', { name: tool, exact: true }).click();
  }

  /** Pixels of the page for a place of the plane, while the whole window is shown. */
  async pixel([x, y]: PlanePoint, id = '2a'): Promise<{ readonly x: number; readonly y: number }> {
    await this.board(id).scrollIntoViewIfNeeded();
    const frame = await this.board(id).locator('.frame').boundingBox();
    if (frame === null) throw new Error('There is no board.');
    return {
      x: frame.x + ((x - LOW) / (HIGH - LOW)) * frame.width,
      y: frame.y + ((HIGH - y) / (HIGH - LOW)) * frame.height,
    };
  }

  async click(point: PlanePoint, id = '2a'): Promise<void> {
    const { x, y } = await this.pixel(point, id);
    await this.page.mouse.click(x, y);
  }

  async drag(from: PlanePoint, to: PlanePoint, id = '2a'): Promise<void> {
    const [start, end] = [await this.pixel(from, id), await this.pixel(to, id)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
