/** An attempt that is written nowhere: what an author answers in a preview is gone with it. */
import { type Answer } from '../../core/answer/answer.ts';
import { type Verdict } from '../../core/grade/verdict.ts';
import { type QuestionRecord } from '../../runtime/attempt/questionRecord.ts';
import { type Keeping } from '../exam.ts';

const UNANSWERED: QuestionRecord = { revision: 0 };

export class PreviewAttempt implements Keeping {
  readonly #records = new Map<string, QuestionRecord>();

  question(id: string): QuestionRecord {
    return this.#records.get(id) ?? UNANSWERED;
  }

  saveAnswer(id: string, answer: Answer | null): Promise<QuestionRecord> {
    const revision = this.question(id).revision + 1;
    return this.#keep(id, answer === null ? { revision } : { revision, answer });
  }

  saveIfChanged(id: string, answer: Answer): Promise<QuestionRecord> {
    const before = this.question(id);
    const isSame = JSON.stringify(before.answer) === JSON.stringify(answer);
    return isSame ? Promise.resolve(before) : this.saveAnswer(id, answer);
  }

  saveVerdict(id: string, revision: number, verdict: Verdict): Promise<QuestionRecord> {
    const before = this.question(id);
    return before.revision === revision
      ? this.#keep(id, { ...before, verdict })
      : Promise.resolve(before);
  }

  /** The set has changed: what was found of an answer need not hold any more, and what is no answer now goes. */
  revise(readable: (id: string, answer: Answer) => boolean): void {
    for (const [id, { answer, revision }] of this.#records) {
      const stays = answer !== undefined && readable(id, answer);
      this.#records.set(id, stays ? { answer, revision } : { revision: revision + 1 });
    }
  }

  /** A preview has no journal: undo brings the text of an editor back. */
  keepFile(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #keep(id: string, record: QuestionRecord): Promise<QuestionRecord> {
    this.#records.set(id, record);
    return Promise.resolve(record);
  }
}
