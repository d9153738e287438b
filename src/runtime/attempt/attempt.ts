/**
 * One student's attempt at a task set: the answers as they stand, their verdicts, and how both are kept. What `saveAnswer`
 * has resolved is on disk; everything else is derived from the journal.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Answer } from '../../core/answer/answer.ts';
import { type Verdict } from '../../core/grade/verdict.ts';
import { type Answers, AnswersCopy } from './answersCopy.ts';
import { type Damage, type Journal, openJournal, OwnershipLost } from './journal.ts';
import { Ownership } from './ownership.ts';
import { type QuestionRecord, questionsIn, UNANSWERED } from './questionRecord.ts';
import { type JournalEntry } from './record.ts';

export interface AttemptPlaces {
  /** of this attempt alone; made when it is missing */
  readonly journalFolder: string;
  readonly studentFolder: string;
  readonly taskSet: string;
  /** the second copy could not be written; answers are still saved in the journal */
  readonly onCopyFailed: (error: unknown) => void;
  /** what the copy holds for a question, as an answer; undefined when it is none */
  readonly readAnswer: (question: string, copied: unknown) => Answer | undefined;
  /** whether a saved answer is one to the question as it is now; only asked where the exam has changed */
  readonly fits?: ((question: string, answer: Answer) => boolean) | undefined;
}

export interface AttemptOpened {
  readonly attempt: Attempt;
  readonly damage: readonly Damage[];
  /** how many answers came from the copy in the student's folder because the journal was gone */
  readonly restored: number;
  /** questions whose copy does not read as an answer; it stays as it is until the next answer is saved */
  readonly unreadable: readonly string[];
  /** questions that are open again because they are others now; their answers stay in the journal and in the copy */
  readonly setAside: readonly string[];
}

/** Throws when the journal's folder cannot be made or read. */
export async function openAttempt(places: AttemptPlaces): Promise<AttemptOpened> {
  // Claimed before reading: from here on an older window adds nothing that this one has not read.
  const ownership = new Ownership(places.journalFolder);
  // On a full disk the answers can still be read; the first save says what is wrong.
  await ownership.hold().catch(() => false);
  const { journal, records, damage } = await openJournal(places.journalFolder);
  const copy = new AnswersCopy(places.studentFolder, places.taskSet, places.onCopyFailed);
  const { questions, aside } = fitting(questionsIn(records), places.fits);
  const attempt = new Attempt({ journal, ownership, copy }, questions, aside);
  const isGone = records.length === 0;
  const copied = isGone ? Object.entries((await copy.read()) ?? {}) : [];
  const unreadable = await restore(attempt, copied, places.readAnswer);
  const setAside = Object.keys(aside);
  return { attempt, damage, restored: copied.length - unreadable.length, unreadable, setAside };
}

function fitting(
  questions: Map<string, QuestionRecord>,
  fits: AttemptPlaces['fits'] = () => true,
): { readonly questions: Map<string, QuestionRecord>; readonly aside: Answers } {
  const aside: Record<string, Answer> = {};
  for (const [id, { answer, revision }] of questions) {
    if (answer === undefined || fits(id, answer)) continue;
    aside[id] = answer;
    questions.set(id, { revision });
  }
  return { questions, aside };
}

interface Keeping {
  readonly journal: Journal;
  readonly ownership: Ownership;
  readonly copy: AnswersCopy;
}

export class Attempt {
  readonly #journal: Journal;
  readonly #ownership: Ownership;
  readonly #copy: AnswersCopy;
  readonly #questions: Map<string, QuestionRecord>;
  readonly #aside: Answers;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    { journal, ownership, copy }: Keeping,
    questions: Map<string, QuestionRecord>,
    aside: Answers,
  ) {
    this.#journal = journal;
    this.#ownership = ownership;
    this.#copy = copy;
    this.#questions = questions;
    this.#aside = aside;
  }

  question(id: string): QuestionRecord {
    return this.#questions.get(id) ?? UNANSWERED;
  }

  answers(): Answers {
    return Object.fromEntries(
      [...this.#questions].flatMap(([id, { answer }]) =>
        answer === undefined ? [] : [[id, answer]],
      ),
    );
  }

  /** Resolves when the answer is on disk; null takes the answer back. Throws SaveError when it is not saved. */
  saveAnswer(id: string, answer: Answer | null): Promise<QuestionRecord> {
    return this.#inTurn(() => this.#saveNext(id, answer));
  }

  /** The same, but an answer that stands already is not counted as saved anew, so its verdict stays. */
  saveIfChanged(id: string, answer: Answer): Promise<QuestionRecord> {
    return this.#inTurn(async () => {
      const before = this.question(id);
      return isDeepStrictEqual(before.answer, answer) ? before : await this.#saveNext(id, answer);
    });
  }

  /** Keeps a verdict, unless the answer has changed since the check began. Throws SaveError. */
  saveVerdict(id: string, revision: number, verdict: Verdict): Promise<QuestionRecord> {
    return this.#inTurn(async () => {
      const before = this.question(id);
      if (before.revision !== revision) return before;
      await this.#append({ kind: 'verdict', question: id, revision, verdict });
      const saved = { ...before, verdict };
      this.#questions.set(id, saved);
      return saved;
    });
  }

  /** Keeps a file's text before it is replaced. Throws SaveError. */
  keepFile(file: string, text: string): Promise<void> {
    return this.#inTurn(() => this.#append({ kind: 'kept-file', file, text }));
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#copy.settled();
    await this.#journal.close();
  }

  async #saveNext(id: string, answer: Answer | null): Promise<QuestionRecord> {
    const revision = this.question(id).revision + 1;
    await this.#append({ kind: 'answer', question: id, answer, revision });
    const saved = answer === null ? { revision } : { revision, answer };
    this.#questions.set(id, saved);
    this.#copy.update({ ...this.#aside, ...this.answers() });
    return saved;
  }

  async #append(entry: JournalEntry): Promise<void> {
    if (!(await this.#journal.saving(() => this.#ownership.hold()))) {
      throw new OwnershipLost('Not saved: this exam has been opened in another window.');
    }
    await this.#journal.append(entry);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

/** Resolves to the questions whose copy is no answer. */
async function restore(
  attempt: Attempt,
  copied: readonly (readonly [string, unknown])[],
  readAnswer: AttemptPlaces['readAnswer'],
): Promise<string[]> {
  const unreadable: string[] = [];
  for (const [question, value] of copied) {
    const answer = readAnswer(question, value);
    if (answer === undefined) unreadable.push(question);
    else await attempt.saveAnswer(question, answer);
  }
  return unreadable;
}
