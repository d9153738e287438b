/** One task in a webview: hands the view what the exam says, and the exam what the view asks for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Disposable, Uri, type ViewColumn, type WebviewPanel } from 'vscode';
import {
  type PreviewState,
  type QuestionState,
  type TaskRequests,
  type TaskViewState,
} from '../protocol/messages.ts';
import { type Handlers } from '../protocol/contract.ts';
import { openTaskHost, type TaskHostChannel } from '../protocol/taskChannel.ts';
import { type Exam, type ExamSource } from './exam.ts';
import { type Log } from './log.ts';
import { previewEdits } from './previewEdits.ts';
import { readLine } from './readLine.ts';
import { readMathematics } from './readMathematics.ts';
import { reviewText } from './reviewText.ts';
import { suggestReview, wantsSuggestions } from './suggestReview.ts';
import { type TaskWays } from './taskWays.ts';
import { taskViewState } from './taskViewState.ts';
import { type Trust } from './trust.ts';
import { webviewHtml, webviewOptions } from './webviewHtml.ts';
import { webviewTransport } from './webviewTransport.ts';
import { chooseWriting, chosenWriting } from './writing.ts';

export interface TaskPanelParts {
  readonly extension: Uri;
  readonly current: ExamSource;
  readonly trust: Trust;
  readonly log: Log;
  /** grades a question's answer as it stands; resolves when the verdict is kept */
  readonly checkAnswer: (question: string) => Promise<QuestionState>;
  readonly ways: TaskWays;
  /** what only an author's preview shows */
  readonly preview?: (task: string) => PreviewState | undefined;
}

const FLUSH_MS = 2000;

export class TaskPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #parts: TaskPanelParts;
  readonly #channel: TaskHostChannel;
  #task: string;
  #isReady = false;
  #toReveal: (() => void) | undefined;

  constructor(task: string, panel: WebviewPanel, parts: TaskPanelParts) {
    this.#task = task;
    this.panel = panel;
    this.#parts = parts;
    panel.iconPath = Uri.joinPath(parts.extension, 'media', 'icon.png');
    panel.onDidChangeViewState(() => {
      // A hidden view is thrown away, and asks anew when it is shown.
      if (!panel.visible) this.#isReady = false;
    });
    panel.webview.options = webviewOptions(parts.extension);
    this.#channel = openTaskHost(
      webviewTransport(panel.webview),
      this.#handlers(),
      (sentence, cause) => {
        parts.log.error(sentence, cause);
      },
    );
    panel.webview.html = webviewHtml(panel.webview, parts.extension, 'task');
  }

  get task(): string {
    return this.#task;
  }

  /** Shows another task in the same panel. */
  turnTo(task: string): void {
    this.#task = task;
    this.refresh();
  }

  /** Tells the view how things stand now. */
  refresh(): void {
    const { current } = this.#parts;
    if (current.exam === undefined || !this.panel.visible) return;
    this.#channel.tell('stateChanged', this.#state(current.exam));
  }

  /** Has the view send what was typed just now. A view that does not answer keeps nobody waiting: it saves by itself soon. */
  async flush(): Promise<void> {
    if (!this.#isReady) return;
    const answered = this.#channel.request('flush', {}).catch(() => null);
    await Promise.race([answered, sleep(FLUSH_MS)]);
  }

  /** Brings the panel to the front and moves the focus to a question, if one is given. */
  reveal(question: string | undefined, column?: ViewColumn, preserveFocus = false): void {
    this.panel.reveal(column, preserveFocus);
    if (question === undefined) return;
    this.#onceReady(() => {
      this.#channel.tell('questionRevealed', { question });
    });
  }

  /** Brings a question into sight, or the head of the task, wherever the focus is. */
  show(question: string | undefined): void {
    this.#onceReady(() => {
      this.#channel.tell('questionShown', { question });
    });
  }

  dispose(): void {
    this.#channel.dispose();
    this.panel.dispose();
  }

  #handlers(): Handlers<TaskRequests> {
    const { current, checkAnswer, ways } = this.#parts;
    return {
      ready: async () => {
        const state = this.#state(await current.require());
        this.#isReady = true;
        setTimeout(() => {
          this.#toReveal?.();
          this.#toReveal = undefined;
        });
        return state;
      },
      saveAnswer: async ({ question, answer }) =>
        (await current.require()).saveAnswer(question, answer),
      checkAnswer: ({ question }) => checkAnswer(question),
      readMathematics: async (formula) => readMathematics(await current.require(), formula),
      readLine: async (equation) => readLine(await current.require(), equation),
      previewEdits: async (edited) => previewEdits(await current.require(), edited),
      reviewText: async ({ question }) => reviewText(await current.require(), question),
      suggestReview: async ({ question }) => suggestReview(await current.require(), question),
      chooseWriting: async ({ writing }) => {
        await chooseWriting(writing);
        return null;
      },
      openTask: ({ task }) => done(ways.openTask(task)),
      openCode: ({ question }) => done(ways.openCode(question)),
      openPlace: (place) => done(ways.openPlace(place)),
      chooseVariant: ({ variant }) => done(ways.chooseVariant(variant)),
      runCode: ({ question, action }) => done(ways.runCode(question, action)),
    };
  }

  #state(exam: Exam): TaskViewState {
    const isTrusted = this.#parts.trust.isTrusted;
    return taskViewState(exam, this.#task, {
      isTrusted,
      writing: chosenWriting(),
      wantsSuggestions: wantsSuggestions(),
      preview: this.#parts.preview?.(this.#task),
    });
  }

  /** Only once the view has its state: before, the question is not there. */
  #onceReady(reveal: () => void): void {
    this.#toReveal = this.#isReady ? undefined : reveal;
    if (this.#isReady) reveal();
  }
}

async function done(way: Thenable<unknown>): Promise<null> {
  await way;
  return null;
}
