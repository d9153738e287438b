/** How the questions of an attempt stand, from the records of its journal. */
import { type Answer } from '../../core/answer/answer.ts';
import { type Verdict } from '../../core/grade/verdict.ts';
import { type JournalEntry, type JournalRecord } from './record.ts';

/** One question of an attempt. */
export interface QuestionRecord {
  readonly answer?: Answer | undefined;
  /** of the answer as it stands */
  readonly verdict?: Verdict | undefined;
  /** counts the saves; 0 before the first */
  readonly revision: number;
}

export const UNANSWERED: QuestionRecord = { revision: 0 };

export function questionsIn(records: readonly JournalRecord[]): Map<string, QuestionRecord> {
  const questions = new Map<string, QuestionRecord>();
  for (const { entry } of inOrderOfSaving(records)) {
    if (entry.kind === 'kept-file') continue;
    const before = questions.get(entry.question) ?? UNANSWERED;
    questions.set(
      entry.question,
      entry.kind === 'answer' ? afterAnswer(entry) : afterVerdict(before, entry),
    );
  }
  return questions;
}

/** Two windows may have saved at the same revision: the later save counts, the other stays in the journal. */
function inOrderOfSaving(records: readonly JournalRecord[]): JournalRecord[] {
  const revisionOf = ({ entry }: JournalRecord) =>
    entry.kind === 'kept-file' ? 0 : entry.revision;
  return records.toSorted(
    (a, b) => revisionOf(a) - revisionOf(b) || Date.parse(a.time) - Date.parse(b.time),
  );
}

type EntryOf<K extends JournalEntry['kind']> = Extract<JournalEntry, { readonly kind: K }>;

function afterAnswer({ answer, revision }: EntryOf<'answer'>): QuestionRecord {
  return answer === null ? { revision } : { revision, answer };
}

function afterVerdict(
  before: QuestionRecord,
  { revision, verdict }: EntryOf<'verdict'>,
): QuestionRecord {
  return revision === before.revision ? { ...before, verdict } : before;
}
