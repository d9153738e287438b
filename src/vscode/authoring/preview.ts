/**
 * A task set as its students see it, while it is being written: one panel, which shows a task and is drawn again with
 * every reading of the set. What is wrong with the set stands above the last version that was right.
 */
import { type Disposable, Range, Uri, ViewColumn, window } from 'vscode';
import { type Place } from '../../core/taskset/place.ts';
import { type Problem } from '../../core/taskset/problem.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { type PreviewProblem, type PreviewState } from '../../protocol/messages.ts';
import { type Exam, type ExamSource } from '../exam.ts';
import { type LoadedSet } from '../loadedSet.ts';
import { type TaskPanel } from '../taskPanel.ts';
import { type AuthoredSet } from './authoredSets.ts';
import { nothingToShow, type PreviewExams, type Solved } from './previewExam.ts';
import { mementoOf } from './previewMemento.ts';
import { HEAD_FILE } from './setFolder.ts';

/** The set as it was read when it was right. */
interface Right {
  readonly set: TaskSet;
  /** with its solutions */
  readonly whole: LoadedSet;
}

export interface PreviewParts {
  readonly exams: PreviewExams;
  /** where the build lies */
  readonly dist: string;
}

export class Preview implements ExamSource, Disposable {
  readonly folder: Uri;
  readonly #parts: PreviewParts;
  #exam: Exam;
  #solved: Solved | undefined;
  #right: Right | undefined;
  #authored: AuthoredSet | undefined;
  /** of the chosen variant, where that is not the first */
  #ownProblems: readonly Problem[] = [];
  #variant = 1;
  #panel: TaskPanel | undefined;
  /** the set is taken, solved and turned over one after the other */
  #last: Promise<void> = Promise.resolve();

  constructor(folder: Uri, parts: PreviewParts) {
    this.folder = folder;
    this.#parts = parts;
    this.#exam = nothingToShow(folder);
  }

  /** As the panel shows it just now. */
  get exam(): Exam {
    return this.#solved?.exam ?? this.#exam;
  }

  get isSolved(): boolean {
    return this.#solved !== undefined;
  }

  get panel(): TaskPanel | undefined {
    return this.#panel;
  }

  require(): Promise<Exam> {
    return Promise.resolve(this.exam);
  }

  showIn(panel: TaskPanel): void {
    this.#panel = panel;
    this.#draw();
  }

  /** Of a task, what only an author sees. */
  state(task: string): PreviewState {
    const { folder, isSolved } = this;
    const { set } = this.#right ?? {};
    const variant = this.#variant;
    return {
      problems: this.#problems.map(placed),
      isStale: this.#authored?.set === undefined || this.#ownProblems.length > 0,
      ...(set === undefined || set.variants === 0
        ? {}
        : { variant: { shown: set.variant, count: set.variants } }),
      memento: mementoOf({ folder, task, variant, isSolved }),
      ...(this.#solved === undefined
        ? {}
        : { solutions: solutionsFor(this.exam, task, this.#solved) }),
    };
  }

  /** Throws when a picture of the set cannot be read. */
  take(authored: AuthoredSet): Promise<void> {
    return this.#inTurn(async () => {
      this.#authored = authored;
      await this.#read();
    });
  }

  /** Another variant: what was answered stays, as far as it is still an answer. */
  choose(variant: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.#panel?.flush();
      this.#variant = Math.max(1, variant);
      await this.#read();
    });
  }

  /** Shows the set with its solutions, or as students see it. What was just typed still belongs to what was shown. */
  solve(isSolved: boolean): Promise<void> {
    return this.#inTurn(async () => {
      await this.#panel?.flush();
      await this.#solve(isSolved);
      this.#draw();
    });
  }

  /** A task that is not there any more gives way to the first. */
  turnTo(task: string): void {
    if (this.#panel === undefined) return;
    const { tasks } = this.exam;
    const shown = tasks.find(({ id }) => id === task) ?? tasks[0];
    if (shown === undefined) return;
    this.#panel.panel.title = `Preview: ${this.exam.titleOf(shown)}`;
    this.#panel.turnTo(shown.id);
  }

  async openPlace({ file, line, column }: Place): Promise<void> {
    await window.showTextDocument(Uri.joinPath(this.folder, file), {
      selection: new Range(line - 1, column - 1, line - 1, column - 1),
      viewColumn: this.#columnForTexts(),
    });
  }

  dispose(): void {
    this.#exam.dispose();
    this.#solved?.exam.dispose();
  }

  get #problems(): readonly Problem[] {
    if (this.#authored === undefined) return [];
    const { isGone, problems } = this.#authored;
    return isGone ? GONE : [...problems, ...this.#ownProblems];
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    await turn;
  }

  /** From the set as it was read last. */
  async #read(): Promise<void> {
    const set = await this.#chosen();
    if (set !== undefined) {
      const { asStudentsSee, loadedSet } = await import('../assessment.ts');
      const load = (each: TaskSet) => loadedSet(each, this.folder.fsPath, this.#parts.dist);
      const seen = asStudentsSee(set);
      const whole = await load(set);
      this.#right = { set, whole };
      this.#become(this.#parts.exams.forStudent(seen === set ? whole : await load(seen)));
      if (this.isSolved) await this.#solve(true);
    }
    this.#draw();
  }

  /** The variant that is wanted, or the last one; undefined where it cannot be read. */
  async #chosen(): Promise<TaskSet | undefined> {
    this.#ownProblems = [];
    const first = this.#authored?.set;
    if (first === undefined) return undefined;
    this.#variant = Math.min(this.#variant, Math.max(first.variants, 1));
    if (this.#variant === 1) return first;
    const { readTaskSet } = await import('../assessment.ts');
    const read = await readTaskSet(this.folder.fsPath, { variant: this.#variant });
    if (read.ok) return read.value;
    this.#ownProblems = read.error;
    return undefined;
  }

  async #solve(isSolved: boolean): Promise<void> {
    const right = this.#right;
    this.#solved =
      isSolved && right !== undefined
        ? await this.#parts.exams.solved(right.whole, right.set)
        : undefined;
    this.#solved?.exam.onDidChange(() => this.#panel?.refresh());
  }

  #become(exam: Exam): void {
    this.#exam.dispose();
    this.#exam = exam;
    exam.onDidChange(() => this.#panel?.refresh());
  }

  #draw(): void {
    if (this.#panel !== undefined) this.turnTo(this.#panel.task);
  }

  /** Not over the preview. */
  #columnForTexts(): ViewColumn {
    const own = this.#panel?.panel.viewColumn;
    const other = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== own);
    return other?.viewColumn ?? (own === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  }
}

function placed({ file, line, column, message }: Problem): PreviewProblem {
  return { file: file === '.' ? HEAD_FILE : file, line, column, message };
}

const GONE: readonly Problem[] = [
  { file: HEAD_FILE, line: 1, column: 1, message: 'there is no task set in this folder any more' },
];

function solutionsFor(exam: Exam, task: string, { solutions }: Solved) {
  const questions = exam.tasks.find(({ id }) => id === task)?.questions ?? [];
  return Object.fromEntries(questions.map(({ id }) => [id, solutions[id] ?? []]));
}
