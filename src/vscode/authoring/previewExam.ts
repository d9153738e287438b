/** The exams of a preview: the set as a student has it, and solved by its author; both in memory only. */
import { Uri } from 'vscode';
import { type Question, type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type SolutionPart } from '../../core/taskset/solution.ts';
import { type FolderFiles } from '../../runtime/attempt/studentFolder.ts';
import { Exam } from '../exam.ts';
import { type LoadedSet } from '../loadedSet.ts';
import { PreviewAttempt } from './previewAttempt.ts';
import { PREVIEW_SCHEME, type PreviewFiles } from './previewFiles.ts';

/** Question → what its author has written beyond what students see. */
export type Solutions = Readonly<Record<string, readonly SolutionPart[]>>;

export interface Solved {
  readonly exam: Exam;
  readonly solutions: Solutions;
}

export class PreviewExams {
  readonly #folder: Uri;
  readonly #files: PreviewFiles;
  readonly #student = new PreviewAttempt();
  readonly #author = new PreviewAttempt();
  #handedOut: FolderFiles = {};

  /** @param folder of the task set */
  constructor(folder: Uri, files: PreviewFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  /** What was answered so far stays, as far as it is still an answer. */
  forStudent(set: LoadedSet): Exam {
    const folder = this.#folderOf('student');
    this.#student.revise((id, answer) => set.readAnswer(id, answer) !== undefined);
    for (const [name, text] of Object.entries(set.studentFiles)) {
      const file = Uri.joinPath(folder, name);
      const before = this.#files.textOf(file);
      if (before === undefined || before === this.#handedOut[name]) this.#put(file, text);
    }
    this.#handedOut = set.studentFiles;
    return new Exam(folder, set, this.#student);
  }

  /** The reference answers are filled in; given programs and model answers show, in whatever mode the set is. */
  async solved(set: LoadedSet, authored: TaskSet): Promise<Solved> {
    const { referenceAnswer, solutionOf } = await import('../assessment.ts');
    const folder = this.#folderOf('solutions');
    const questions = questionsOf(authored);
    this.#author.revise(() => true);
    for (const question of questions) {
      await this.#author.saveIfChanged(question.id, referenceAnswer(question));
    }
    for (const [name, text] of Object.entries({ ...set.studentFiles, ...programsIn(questions) })) {
      this.#put(Uri.joinPath(folder, name), text);
    }
    const shown = { mode: 'practice', canGrade: true, modelAnswers: true } as const;
    const open = { ...set, public: { ...set.public, ...shown } };
    const exam = new Exam(folder, open, this.#author);
    const solutions = questions.map((question) => [question.id, solutionOf(question)] as const);
    return { exam, solutions: Object.fromEntries(solutions) };
  }

  #put(file: Uri, text: string): void {
    if (this.#files.textOf(file) !== text) this.#files.put(file, text);
  }

  #folderOf(whose: 'student' | 'solutions'): Uri {
    return Uri.from({ scheme: PREVIEW_SCHEME, path: `${this.#folder.path}/${whose}` });
  }
}

/** The reference programs. */
function programsIn(questions: readonly Question[]): FolderFiles {
  const programs = questions.map((question) =>
    question.kind === 'code' ? question.reference : {},
  );
  return Object.assign({}, ...programs) as FolderFiles;
}

/** In place of a set that was never right since its preview was opened: nothing but its name. */
export function nothingToShow(folder: Uri): Exam {
  const title = folder.path.split('/').at(-1) ?? '';
  const task = { id: '', title, prompt: '', points: 0, questions: [], figures: [] };
  const head = { id: '', title: '', language: 'en', version: '', points: 0, variant: 0 };
  const mode = { mode: 'practice', canGrade: true, modelAnswers: true } as const;
  const refuse = (): never => {
    throw new Error('The task set has problems.');
  };
  const set: LoadedSet = {
    public: { ...head, ...mode, tasks: [task] },
    content: '',
    variants: 0,
    studentFiles: {},
    types: {},
    question: refuse,
    readAnswer: () => undefined,
    model: () => Promise.reject(new Error('The task set has problems.')),
    figures: () => ({}),
  };
  return new Exam(folder, set, new PreviewAttempt());
}
