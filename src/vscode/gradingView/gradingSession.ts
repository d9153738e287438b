/**
 * One grading view's work on the folder of a grading: shows answers without names, writes decisions, takes them back, writes
 * the results. It knows nothing of the editor. What it says, errors included, names no student unless that was asked for.
 */
import { type Decision } from '../../core/gradebook/gradeRecord.ts';
import { type Handlers } from '../../protocol/contract.ts';
import {
  type GradingRequests,
  type GradingViewState,
  type Saved,
  type Undone,
} from '../../protocol/gradingMessages.ts';
import { commentMarkup } from '../../report/grading/gradingMarkup.ts';
import { counted } from '../../report/words.ts';
import {
  changeDecisions,
  type DecisionChange,
  type DecisionChanged,
  DecisionsFailed,
} from '../../runtime/gradebook/changeDecisions.ts';
import { Gradebook } from '../../runtime/gradebook/gradebook.ts';
import { classPictures, writeResults } from '../../runtime/gradebook/writeResults.ts';
import { lockFolder } from '../../runtime/grading/folderLock.ts';
import { type GradedSet } from '../../runtime/grading/gradedSet.ts';
import { type GradingFolder } from '../../runtime/grading/gradingFolder.ts';
import { decisionOf } from './decisionOf.ts';
import { GradedClass, type PlacedAnswer } from './gradedClass.ts';
import {
  answerEntry,
  answerSheet,
  gradingSheet,
  nameOf,
  anonymous,
  type SheetParts,
} from './gradingSheets.ts';
import { gradingState } from './gradingState.ts';
import { overwritten, Seen } from './seen.ts';
import { withoutNames } from './withoutNames.ts';

export interface SessionParts {
  readonly folder: GradingFolder;
  readonly set: GradedSet;
  /** folder of the build */
  readonly dist: string;
  readonly now: () => Date;
  readonly drafts: Drafts;
}

/** What a view gave to keep; only the view can read it. */
export interface Drafts {
  kept(): string | undefined;
  /** @param text empty: there is nothing any more */
  keep(text: string): void | Promise<void>;
}

/** What a decision replaced, so that it can be taken back. */
interface Done {
  readonly question: string;
  readonly key: number;
  readonly decision: Decision;
  readonly replaced: readonly DecisionChanged[];
}

export class GradingSession {
  readonly #parts: SessionParts;
  readonly #book: Gradebook;
  readonly #done: Done[] = [];
  readonly #seen = new Seen();
  #pictures: SheetParts['pictures'] = () => ({});
  #students: GradedClass;
  #showsNames = false;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(parts: SessionParts, book: Gradebook) {
    this.#parts = parts;
    this.#book = book;
    this.#students = new GradedClass(book, parts.set);
  }

  /** Throws when there is no grading in the folder. */
  static async open(parts: SessionParts): Promise<GradingSession> {
    const session = new GradingSession(parts, await Gradebook.open(parts.folder));
    session.#pictures = await picturesIn(session.#students, parts.set);
    return session;
  }

  get state(): GradingViewState {
    const { set } = this.#parts;
    const [book, students, showsNames] = [this.#book, this.#students, this.#showsNames];
    return gradingState({ book, set, students, showsNames });
  }

  /** Looks at the files; true where what is shown has changed. */
  async refresh(): Promise<boolean> {
    return await this.#inTurn(async () => {
      const isOther = await this.#book.refresh();
      if (!isOther) return false;
      this.#regroup();
      this.#pictures = await picturesIn(this.#students, this.#parts.set);
      return true;
    });
  }

  get handlers(): Handlers<GradingRequests> {
    return {
      ready: () =>
        this.#said(async () => {
          await this.refresh();
          const drafts = this.#parts.drafts.kept();
          return { state: this.state, ...(drafts !== undefined && { drafts }) };
        }),
      keepDrafts: async ({ text }) => {
        await this.#parts.drafts.keep(text);
        return null;
      },
      openQuestion: ({ question }) => this.#said(() => gradingSheet(question, this.#sheetParts())),
      showAnswer: ({ question, key }) => this.#said(() => this.#show(question, key)),
      decide: (asked) => this.#said(() => this.#inTurn(() => this.#decide(asked))),
      undo: () => this.#said(() => this.#inTurn(() => this.#undo())),
      typeset: ({ text }) => commentMarkup(text),
      showNames: ({ on }) => {
        this.#showsNames = on;
        return this.state;
      },
      writeResults: () => this.#said(() => this.writeResults()),
    };
  }

  /** Resolves to a sentence for who graded. Throws where a grading is writing to the folder, or files cannot be read. */
  async writeResults(): Promise<string> {
    await this.refresh();
    const { folder, set, dist } = this.#parts;
    this.#expectReadable();
    const records = this.#book.graded.map(({ record }) => record);
    const unlock = await lockFolder(folder.path);
    try {
      await writeResults({ folder, set, records, dist });
    } finally {
      await unlock();
    }
    await this.refresh();
    const open = this.state.questions.reduce((sum, question) => sum + question.open, 0);
    const rest =
      open === 0 ? 'Every answer has its points.' : `${counted(open, 'answer')} still open.`;
    return `The results of ${counted(records.length, 'submission')} are written. ${rest}`;
  }

  /** Pages without some of the students, or without what was decided, would be wrong. */
  #expectReadable(): void {
    const { unreadableRecords, unreadableDecisions } = this.#book;
    if (unreadableRecords.length + unreadableDecisions.length === 0) return;
    throw new Error(
      'Some records or decisions cannot be read, so the results are left as they are.',
    );
  }

  #sheetParts(): SheetParts {
    return { students: this.#students, pictures: this.#pictures, showsNames: this.#showsNames };
  }

  #show(question: string, key: number) {
    const answer = this.#students.answer(question, key);
    for (const each of [answer, ...this.#students.identical(question, answer)]) {
      this.#seen.note(question, each.grade.submission, decisionIn(each, question));
    }
    return answerSheet(question, answer, this.#sheetParts());
  }

  async #decide(asked: Parameters<GradingRequests['decide']>[0]): Promise<Saved> {
    const { question, keys } = asked;
    const decision = decisionOf(
      asked.decision,
      this.#students.question(question),
      this.#parts.now(),
    );
    const answers = [...new Set(keys)].map((key) => this.#students.answer(question, key));
    const [first] = answers;
    if (first === undefined) throw new Error('There is no answer to decide about.');
    const seen = answers.map((each) =>
      this.#seen.of(question, each.grade.submission, decisionIn(each, question)),
    );
    const changes = answers.map(({ grade: { submission } }) => ({
      submission,
      question,
      decision,
    }));
    const replaced = await this.#write(changes, answers);
    this.#done.push({ question, key: first.key, decision, replaced });
    return this.#saved(question, replaced, overwritten(replaced, seen));
  }

  async #undo(): Promise<Undone> {
    const last = this.#done.at(-1);
    if (last === undefined) return {};
    const { question, key, decision, replaced } = last;
    const changes = replaced.map(({ submission, before }) => ({
      ...{ submission, question },
      decision: before,
      onlyOver: decision,
    }));
    const changed = await this.#write(changes, this.#students.answers(question));
    this.#done.pop();
    const left = changed.filter(({ isDone }) => !isDone).length;
    const note =
      left === 0
        ? undefined
        : `Decided anew in another window since, and left as it is: ${counted(left, 'answer')}.`;
    return { question, key, saved: this.#saved(question, changed, note) };
  }

  /** Whatever happens, what is on disk afterwards is what is known here. */
  async #write(
    changes: readonly DecisionChange[],
    answers: readonly PlacedAnswer[],
  ): Promise<DecisionChanged[]> {
    try {
      return await changeDecisions(this.#parts.folder, changes);
    } catch (error) {
      if (!(error instanceof DecisionsFailed)) throw error;
      const of = answers.find(({ grade }) => grade.submission === error.submission);
      const name =
        of === undefined
          ? 'A submission'
          : this.#showsNames
            ? nameOf(of.grade)
            : anonymous(of.place);
      throw new Error(`Nothing was saved. ${name}: ${error.message}.`, { cause: error });
    } finally {
      await this.#book.refreshDecisions(changes.map(({ submission }) => submission));
      this.#regroup();
    }
  }

  #saved(question: string, changed: readonly DecisionChanged[], note: string | undefined): Saved {
    const submissions = new Set(changed.map(({ submission }) => submission));
    const answers = this.#students
      .answers(question)
      .filter(({ grade }) => submissions.has(grade.submission));
    for (const each of answers)
      this.#seen.note(question, each.grade.submission, decisionIn(each, question));
    const entries = answers.map((each) => answerEntry(question, each, this.#showsNames));
    return { entries, state: this.state, ...(note !== undefined && { note }) };
  }

  #regroup(): void {
    this.#students = new GradedClass(this.#book, this.#parts.set);
  }

  /** One after the other: each begins with what the one before has left. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return await done;
  }

  /** What a file system says of a file names its student. */
  async #said<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const records = this.#book.graded.map(({ record }) => record);
      throw this.#showsNames ? error : withoutNames(error, records);
    }
  }
}

const picturesIn = ({ submissions }: GradedClass, set: GradedSet) =>
  classPictures(
    set,
    submissions.map(({ graded }) => graded.record),
  );

const decisionIn = ({ grade }: PlacedAnswer, question: string): Decision | undefined =>
  grade.questions.get(question)?.decision;
