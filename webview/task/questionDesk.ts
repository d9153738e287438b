/** Everything the view knows of one question: the draft of its answer, what is being done with it, what went wrong. */

import {
  type Answer,
  type CodeAction,
  type TaskRequests,
  type Writing,
} from '../../src/protocol/messages.ts';
import { type TaskViewChannel } from '../../src/protocol/taskChannel.ts';
import { Draft } from './draft.ts';
import { Readings } from './readings.ts';
import { verdictSentence } from './verdictWords.ts';

/** Asks the host. */
export type Ask = Pick<TaskViewChannel, 'request'>;

export interface Surroundings {
  readonly host: Ask;
  /** something changed that shows */
  readonly changed: () => void;
  /** to be read out by screen readers */
  readonly announce: (sentence: string) => void;
  /** the answer to another question of the task as it stands in this view */
  readonly answerOf: (question: string) => Answer | undefined;
}

type Errand = keyof Pick<TaskRequests, 'openCode'> | CodeAction;

export class QuestionDesk {
  readonly id: string;
  readonly draft: Draft;
  readonly readings: Readings;
  /** how the formulas of this question are written, once that is settled for as long as the page stands */
  writing: Writing | undefined;
  readonly #around: Surroundings;
  #busy: Errand | undefined;
  #problem: string | undefined;

  constructor(id: string, around: Surroundings) {
    this.id = id;
    this.#around = around;
    this.draft = new Draft(
      (answer, revision) => around.host.request('saveAnswer', { question: id, answer, revision }),
      around.changed,
    );
    this.readings = new Readings(
      (latex) => around.host.request('readMathematics', { question: id, latex }),
      around.changed,
    );
  }

  /** For what only one kind of question asks for. */
  get host(): Ask {
    return this.#around.host;
  }

  /** What the host is doing for this question just now. */
  get busy(): Errand | undefined {
    return this.#busy;
  }

  /** Why the last errand came to nothing, in a sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** What another question of the task is answered with just now. */
  answerOf(question: string): Answer | undefined {
    return this.#around.answerOf(question);
  }

  check(): Promise<void> {
    return this.#go('check', async () => {
      await this.draft.flush();
      if (this.draft.saving === 'failed') return;
      this.draft.adopt(await this.#around.host.request('checkAnswer', { question: this.id }));
      const { verdict } = this.draft;
      if (verdict) this.#around.announce(`Question ${this.id}: ${verdictSentence(verdict)}`);
    });
  }

  /** Something changed that shows and is no part of the answer yet. */
  redraw(): void {
    this.#around.changed();
  }

  /** Has it read out by screen readers. */
  say(sentence: string): void {
    this.#around.announce(sentence);
  }

  /** Here at once; the host keeps it for other questions and other days, and it is no harm if it cannot. */
  chooseWriting(writing: Writing): void {
    this.writing = writing;
    this.#around.changed();
    this.#around.host.request('chooseWriting', { writing }).catch(() => undefined);
  }

  openCode(): Promise<void> {
    return this.#go('openCode', () => this.#around.host.request('openCode', { question: this.id }));
  }

  runCode(action: CodeAction): Promise<void> {
    return this.#go(action, () =>
      this.#around.host.request('runCode', { question: this.id, action }),
    );
  }

  async #go(errand: Errand, run: () => Promise<unknown>): Promise<void> {
    if (this.#busy !== undefined) return;
    this.#set(errand, undefined);
    try {
      await run();
      this.#set(undefined, undefined);
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      this.#set(undefined, sentence);
      this.#around.announce(`Question ${this.id}: ${sentence}`);
    }
  }

  #set(busy: Errand | undefined, problem: string | undefined): void {
    this.#busy = busy;
    this.#problem = problem;
    this.#around.changed();
  }
}
