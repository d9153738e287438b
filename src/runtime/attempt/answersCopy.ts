/**
 * `.exambench/answers.json` in the student's folder: the second copy of all answers, in the form of an answers file. Written
 * after the journal, read only when the journal is gone.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer } from '../../core/answer/answer.ts';
import { errorCode, replaceFile } from './durableFile.ts';
import { MARKER_FOLDER } from './marker.ts';

export type Answers = Readonly<Record<string, Answer>>;

export class AnswersCopy {
  readonly #path: string;
  readonly #taskSet: string;
  readonly #onFailed: (error: unknown) => void;
  #waiting: Answers | undefined;
  #writing: Promise<void> | undefined;

  constructor(studentFolder: string, taskSet: string, onFailed: (error: unknown) => void) {
    this.#path = join(studentFolder, MARKER_FOLDER, 'answers.json');
    this.#taskSet = taskSet;
    this.#onFailed = onFailed;
  }

  /** Soon; of several updates in a row only the last is written. */
  update(answers: Answers): void {
    this.#waiting = answers;
    this.#writing ??= this.#writeWaiting().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when the last update is on disk, or has failed. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** By question, not yet read as answers. Undefined when there is none. Throws, naming the file, when it is not an answers file of this task set. */
  async read(): Promise<Readonly<Record<string, unknown>> | undefined> {
    try {
      return answersIn(JSON.parse(await readFile(this.#path, 'utf8')), this.#taskSet);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${this.#path}: ${reason}`, { cause: error });
    }
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting !== undefined) {
      const file = { taskSet: this.#taskSet, answers: this.#waiting };
      this.#waiting = undefined;
      try {
        await replaceFile(this.#path, `${JSON.stringify(file, undefined, 2)}\n`);
      } catch (error) {
        this.#onFailed(error);
      }
    }
  }
}

function answersIn(file: unknown, taskSet: string): Record<string, unknown> {
  if (!isRecord(file) || !isRecord(file['answers'])) throw new Error('is not an answers file');
  if (file['taskSet'] !== taskSet) {
    throw new Error(`"taskSet" must be "${taskSet}", found ${JSON.stringify(file['taskSet'])}`);
  }
  return file['answers'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
