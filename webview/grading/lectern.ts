/**
 * The question and the answer that lie open. What is asked for later wins: a late reply, or a late failure, never comes in
 * place of what was asked for since.
 */

import {
  type AnswerEntry,
  type AnswerSheet,
  type GradingSheet,
} from '../../src/protocol/gradingMessages.ts';
import { nextOpen } from './answerOrder.ts';
import { type Ask } from './marking.ts';

export interface LecternParts {
  readonly host: Ask;
  readonly changed: () => void;
  /** an answer lies there: another one, or the same one as it is on disk now */
  readonly arrived: (isAnother: boolean) => void;
}

export class Lectern {
  readonly #parts: LecternParts;
  #question: string | undefined;
  #key: number | undefined;
  #sheet: GradingSheet | undefined;
  #answer: AnswerSheet | undefined;
  #visit = { sheet: 0, answer: 0 };
  /** no answer has been chosen yet */
  #isOpening = false;

  constructor(parts: LecternParts) {
    this.#parts = parts;
  }

  get question(): string | undefined {
    return this.#question;
  }

  /** Of the answer that was asked for; undefined where the question lies open and none of its answers. */
  get key(): number | undefined {
    return this.#key;
  }

  get sheet(): GradingSheet | undefined {
    return this.#sheet;
  }

  /** Undefined until it has come. */
  get answer(): AnswerSheet | undefined {
    return this.#answer;
  }

  get entry(): AnswerEntry | undefined {
    return this.#sheet?.answers.find(({ key }) => key === this.#key);
  }

  /** @param key without: the first answer that is open, if there is one */
  async open(question: string, key?: number): Promise<void> {
    this.#question = question;
    this.#key = key;
    this.#isOpening = true;
    this.conceal();
    this.#answer = undefined;
    this.#visit.answer += 1;
    await this.#loadSheet();
    if (this.#question !== question || this.#key !== key || this.#sheet === undefined) return;
    this.#isOpening = false;
    this.#key = (this.entry ?? nextOpen(this.#sheet.answers))?.key;
    await this.#loadAnswer();
  }

  /** @param key without: no answer lies open any more */
  async show(key: number | undefined): Promise<void> {
    this.#key = key;
    this.#answer = undefined;
    await this.#loadAnswer();
  }

  /** All as it is on disk now, without taking away what is read meanwhile. */
  refresh(): Promise<void> {
    return this.#isOpening && this.#question !== undefined
      ? this.open(this.#question, this.#key)
      : this.#reload();
  }

  /** The names in the list are not to be seen any more, nor those that are on their way. */
  conceal(): void {
    this.#sheet = undefined;
    this.#visit.sheet += 1;
    this.#parts.changed();
  }

  /** Entries of a question that are other than before. */
  merge(question: string, entries: readonly AnswerEntry[]): void {
    const sheet = this.#sheet;
    if (sheet?.question !== question) return;
    const now = new Map(entries.map((entry) => [entry.key, entry]));
    this.#sheet = {
      ...sheet,
      answers: sheet.answers.map((entry) => now.get(entry.key) ?? entry),
    };
  }

  async #reload(): Promise<void> {
    await Promise.all([this.#loadSheet(), this.#loadAnswer()]);
    if (this.#sheet !== undefined && this.entry === undefined) await this.show(undefined);
  }

  async #loadSheet(): Promise<void> {
    const question = this.#question;
    const visit = (this.#visit.sheet += 1);
    if (question === undefined) return;
    const isLate = (): boolean => visit !== this.#visit.sheet;
    const sheet = await unlessLate(this.#parts.host.request('openQuestion', { question }), isLate);
    if (sheet === undefined) return;
    this.#sheet = sheet;
    this.#parts.changed();
  }

  async #loadAnswer(): Promise<void> {
    const [question, key] = [this.#question, this.#key];
    const visit = (this.#visit.answer += 1);
    this.#parts.changed();
    if (question === undefined || key === undefined) return;
    const isLate = (): boolean => visit !== this.#visit.answer;
    const answer = await unlessLate(
      this.#parts.host.request('showAnswer', { question, key }),
      isLate,
    );
    if (answer === undefined) return;
    if (answer.key !== key) throw new Error(`Expected answer ${key}, found answer ${answer.key}.`);
    const isAnother = this.#answer === undefined;
    this.#answer = answer;
    this.#parts.arrived(isAnother);
    this.#parts.changed();
  }
}

/** Nobody waits any more for what comes late, whether it came to something or not. */
async function unlessLate<T>(asked: Promise<T>, isLate: () => boolean): Promise<T | undefined> {
  try {
    const found = await asked;
    return isLate() ? undefined : found;
  } catch (error) {
    if (isLate()) return undefined;
    throw error;
  }
}
