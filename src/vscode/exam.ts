/**
 * The exam that is open: the task set, the attempt and what may be done with both. Every view draws from here and hears
 * of every change here; no view keeps anything.
 */
import { type Disposable, EventEmitter, Uri } from 'vscode';
import { type Answer, type CodeAnswer } from '../core/answer/answer.ts';
import { type CodeRuns } from '../core/grade/codeRun.ts';
import { type Answered } from '../core/grade/grading.ts';
import {
  type PublicQuestion,
  type PublicQuestionOf,
  type PublicTask,
} from '../core/taskset/publicTask.ts';
import { type QuestionOf } from '../core/taskset/taskSet.ts';
import { type Attempt } from '../runtime/attempt/attempt.ts';
import { type HandedIn } from '../runtime/submission/handedIn.ts';
import { OwnershipLost } from '../runtime/attempt/journal.ts';
import { type QuestionRecord } from '../runtime/attempt/questionRecord.ts';
import { type LoadedSet } from './loadedSet.ts';
import { type Points, pointsOf } from './questionStatus.ts';

/** Where answers and verdicts are kept. */
export type Keeping = Pick<
  Attempt,
  'question' | 'saveAnswer' | 'saveIfChanged' | 'saveVerdict' | 'keepFile' | 'close'
>;

/** Where an exam is found, once it is open. */
export interface ExamSource {
  readonly exam: Exam | undefined;
  /** Waits while it is being opened. Throws a sentence when there is none. */
  require(): Promise<Exam>;
}

export class Exam implements Disposable {
  /** the student's */
  readonly folder: Uri;
  readonly set: LoadedSet;
  readonly #attempt: Keeping;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #readOnly: string | undefined;
  #failure: string | undefined;
  #handedIn: readonly HandedIn[] = [];

  constructor(folder: Uri, set: LoadedSet, attempt: Keeping) {
    this.folder = folder;
    this.set = set;
    this.#attempt = attempt;
  }

  get tasks(): readonly PublicTask[] {
    return this.set.public.tasks;
  }

  /** why nothing can be saved any more; undefined as long as it can */
  get readOnly(): string | undefined {
    return this.#readOnly;
  }

  /** why the last save failed; undefined once a save has succeeded */
  get saveFailure(): string | undefined {
    return this.#failure;
  }

  /** what was handed in from this folder, the last one last */
  get handedIn(): readonly HandedIn[] {
    return this.#handedIn;
  }

  /** Takes note of it; the submissions are written elsewhere. */
  noteHandedIn(all: readonly HandedIn[]): void {
    this.#handedIn = all;
    this.#changed.fire();
  }

  get points(): Points {
    return this.pointsOf(this.tasks);
  }

  pointsOf(tasks: readonly PublicTask[]): Points {
    return pointsOf(tasks, (id) => this.record(id));
  }

  record(question: string): QuestionRecord {
    return this.#attempt.question(question);
  }

  /** Of tabs and tree items: numbered, so that no two are the same. */
  titleOf(task: PublicTask): string {
    return `${this.tasks.indexOf(task) + 1} · ${task.title}`;
  }

  task(id: string): PublicTask {
    return found(
      this.tasks.find((task) => task.id === id),
      `There is no task ${id} in this exam.`,
    );
  }

  taskOf(question: string): PublicTask {
    const task = this.tasks.find(({ questions }) => questions.some(({ id }) => id === question));
    return found(task, `There is no question ${question} in this exam.`);
  }

  question(id: string): PublicQuestion {
    const question = this.taskOf(id).questions.find((candidate) => candidate.id === id);
    return found(question, `There is no question ${id} in this exam.`);
  }

  get codeQuestions(): readonly PublicQuestionOf<'code'>[] {
    return this.tasks
      .flatMap(({ questions }) => questions)
      .filter((question) => question.kind === 'code');
  }

  codeQuestion(id: string): PublicQuestionOf<'code'> {
    const question = this.codeQuestions.find((candidate) => candidate.id === id);
    return found(question, `Question ${id} is not answered with code.`);
  }

  /** The same question with its skeletons, inputs and model. */
  codeSource(id: string): QuestionOf<'code'> {
    const question = this.set.question(id);
    if (question.kind === 'code') return question;
    throw new Error(`Question ${id} is not answered with code.`);
  }

  /** The code question that a file of the student's folder belongs to. */
  codeQuestionAt(file: Uri): PublicQuestionOf<'code'> | undefined {
    return this.codeQuestions.find(({ files }) =>
      files.some((name) => this.fileUri(name).toString() === file.toString()),
    );
  }

  fileUri(name: string): Uri {
    return Uri.joinPath(this.folder, name);
  }

  /** Resolves when the answer is on disk. Throws SaveError. */
  saveAnswer(question: string, answer: Answer | null): Promise<QuestionRecord> {
    return this.#saving(() => this.#attempt.saveAnswer(this.question(question).id, answer));
  }

  /** Journals the text of a code question's files, unless that is the answer already. */
  async saveCode(question: string, files: CodeAnswer['files']): Promise<void> {
    await this.#saving(() => this.#attempt.saveIfChanged(question, { files }));
  }

  /**
   * Grades the answer as it stands and keeps the verdict. One that says that the check could not run takes no other's
   * place: then this throws the reason.
   */
  async check(id: string, run: CodeRuns): Promise<QuestionRecord> {
    const { answer, revision, verdict: before } = this.record(id);
    const { grade, shownIn } = await import('./assessment.ts');
    const question = this.set.question(id);
    const given = await grade(question, answer, {
      run,
      answerTo: (other) => this.#answered(other),
    });
    const verdict = shownIn(this.set.public.mode, question.kind, given);
    if (verdict.verdict === 'not-run' && before !== undefined) {
      throw new Error(verdict.feedback.join(' '));
    }
    return await this.#saving(() => this.#attempt.saveVerdict(id, revision, verdict));
  }

  /** Another question with its answer as it stands. */
  #answered(id: string): Answered | undefined {
    const known = this.tasks.some(({ questions }) => questions.some((each) => each.id === id));
    const answer = known ? this.record(id).answer : undefined;
    return answer === undefined ? undefined : { question: this.set.question(id), answer };
  }

  /** Keeps a file's text in the journal before it is replaced. */
  async keepFile(file: string, text: string): Promise<void> {
    await this.#saving(() => this.#attempt.keepFile(file, text));
  }

  /** Something outside the attempt has changed that views show (trust, say). */
  refresh(): void {
    this.#changed.fire();
  }

  async close(): Promise<void> {
    this.dispose();
    await this.#attempt.close();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #saving<T>(save: () => Promise<T>): Promise<T> {
    try {
      const saved = await save();
      this.#failure = undefined;
      return saved;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      if (error instanceof OwnershipLost) this.#readOnly = error.message;
      throw error;
    } finally {
      this.#changed.fire();
    }
  }
}

function found<T>(value: T | undefined, sentence: string): T {
  if (value === undefined) throw new Error(sentence);
  return value;
}
