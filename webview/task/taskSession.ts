/** The view's side of one task: pulls the state, hands changes to the host, and says when something has to be drawn. */

import { type Listeners } from '../../src/protocol/contract.ts';
import {
  type PreviewProblem,
  type TaskEvents,
  type TaskViewState,
} from '../../src/protocol/messages.ts';
import { loadForm } from '../questions/forms.ts';
import { type Ask, QuestionDesk } from './questionDesk.ts';

/** Gives the events of the host to the listeners. */
export type Connect = (listeners: Listeners<TaskEvents>) => Ask;

export interface Viewer {
  /** something changed that shows */
  readonly changed: () => void;
  /** move the focus to this question */
  readonly reveal: (question: string) => void;
  /** bring this question into sight, or the head of the task */
  readonly show: (question: string | undefined) => void;
}

export class TaskSession {
  readonly #host: Ask;
  readonly #viewer: Viewer;
  readonly #desks = new Map<string, QuestionDesk>();
  #state: TaskViewState | undefined;
  #problem: string | undefined;
  #announcement = '';

  constructor(connect: Connect, viewer: Viewer) {
    this.#viewer = viewer;
    this.#host = connect({
      stateChanged: (state) => {
        this.#take(state);
      },
      questionRevealed: ({ question }) => {
        viewer.reveal(question);
      },
      questionShown: ({ question }) => {
        viewer.show(question);
      },
    });
  }

  get state(): TaskViewState | undefined {
    return this.#state;
  }

  /** Why there is no state, or why the last navigation came to nothing. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** The last thing to be read out. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Pulls the state; what the host sends later replaces it. */
  start(): Promise<void> {
    return this.#try(async () => {
      this.#take(await this.#host.request('ready', {}));
    });
  }

  desk(question: string): QuestionDesk {
    const known = this.#desks.get(question);
    if (known) return known;
    const desk = new QuestionDesk(question, {
      host: this.#host,
      changed: this.#viewer.changed,
      announce: (sentence) => {
        this.#announce(sentence);
      },
      answerOf: (other) => this.#desks.get(other)?.draft.answer,
    });
    this.#desks.set(question, desk);
    return desk;
  }

  /** Unsaved answers go to the host first. */
  openTask(task: string): Promise<void> {
    return this.#try(async () => {
      await this.flush();
      await this.#host.request('openTask', { task });
    });
  }

  /** In an author's preview: where something is wrong. */
  openPlace({ file, line, column }: PreviewProblem): Promise<void> {
    return this.#try(async () => {
      await this.#host.request('openPlace', { file, line, column });
    });
  }

  /** In an author's preview: another variant of the set. */
  chooseVariant(variant: number): Promise<void> {
    return this.#try(async () => {
      await this.flush();
      await this.#host.request('chooseVariant', { variant });
    });
  }

  async flush(): Promise<void> {
    await Promise.all([...this.#desks.values()].map(({ draft }) => draft.flush()));
  }

  #take(state: TaskViewState): void {
    if (this.#state !== undefined && isAnother(state, this.#state)) this.#clear();
    this.#state = state;
    for (const [id, question] of Object.entries(state.questions))
      this.desk(id).draft.adopt(question);
    this.#viewer.changed();
    void this.#loadForms(state);
  }

  /** Nothing that was typed here belongs to what is shown next. */
  #clear(): void {
    for (const { draft } of this.#desks.values()) draft.abandon();
    this.#desks.clear();
  }

  /** The page stands while the forms of its questions come. */
  #loadForms({ task }: TaskViewState): Promise<void> {
    return this.#try(async () => {
      await Promise.all(task.questions.map(({ kind }) => loadForm(kind)));
    });
  }

  #announce(sentence: string): void {
    this.#announcement = sentence;
    this.#viewer.changed();
  }

  async #try(run: () => Promise<void>): Promise<void> {
    this.#problem = undefined;
    try {
      await run();
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#announcement = this.#problem;
    }
    this.#viewer.changed();
  }
}

/** Another task, or in a preview the same one with other answers: another variant, or the author's answers. */
function isAnother(state: TaskViewState, before: TaskViewState): boolean {
  const [now, then] = [state, before].map(({ task, preview }) =>
    JSON.stringify([task.id, preview?.variant?.shown, preview?.solutions !== undefined]),
  );
  return now !== then;
}
