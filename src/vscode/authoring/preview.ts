/**
 * A task set as its students see it, while it is being written: one panel, which shows a task and is drawn again with
 * every reading of the set. What is wrong with the set stands above the last version that was right.
 */
import { type Disposable, Range, Uri, ViewColumn, window } from 'vscode';
import { type Place } from '../../core/taskset/place.ts';
import { type Problem } from '../../core/taskset/problem.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { type PreviewState } from '../../protocol/messages.ts';
import { type Exam, type ExamSource } from '../exam.ts';
import { type LoadedSet } from '../loadedSet.ts';
import { type TaskPanel } from '../taskPanel.ts';
import { type AuthoredSet } from './authoredSets.ts';
import { nothingToShow, type PreviewExams, type Solved } from './previewExam.ts';
import { HEAD_FILE } from './setFolder.ts';

/** The set as it was read when it was right. */
interface Right {
  readonly set: TaskSet;
  readonly loaded: LoadedSet;
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
  #problems: readonly Problem[] = [];
  #panel: TaskPanel | undefined;

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
    const problems = this.#problems.map(({ file, line, column, message }) => ({
      file: file === '.' ? HEAD_FILE : file,
      line,
      column,
      message,
    }));
    return this.#solved === undefined
      ? { problems }
      : { problems, solutions: solutionsFor(this.exam, task, this.#solved) };
  }

  /** Throws when a picture of the set cannot be read. */
  async take({ read }: Pick<AuthoredSet, 'read'>): Promise<void> {
    this.#problems = read === undefined ? GONE : read.ok ? [] : read.error;
    if (read?.ok === true) {
      const { loadedSet } = await import('../assessment.ts');
      const loaded = await loadedSet(read.value, this.folder.fsPath, this.#parts.dist);
      this.#right = { set: read.value, loaded };
      this.#become(this.#parts.exams.forStudent(loaded));
      if (this.isSolved) await this.solve(true);
    }
    this.#draw();
  }

  /** Shows the set with its solutions, or as students see it. What was just typed still belongs to what was shown. */
  async solve(isSolved: boolean): Promise<void> {
    await this.#panel?.flush();
    const right = this.#right;
    this.#solved =
      isSolved && right !== undefined
        ? await this.#parts.exams.solved(right.loaded, right.set)
        : undefined;
    this.#solved?.exam.onDidChange(() => this.#panel?.refresh());
    this.#draw();
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

const GONE: readonly Problem[] = [
  { file: HEAD_FILE, line: 1, column: 1, message: 'there is no task set in this folder any more' },
];

function solutionsFor(exam: Exam, task: string, { solutions }: Solved) {
  const questions = exam.tasks.find(({ id }) => id === task)?.questions ?? [];
  return Object.fromEntries(questions.map(({ id }) => [id, solutions[id] ?? []]));
}
