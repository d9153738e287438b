/** What came out of grading a class, in numbers. */

import { type Cause, CAUSES, type GradeRecord } from '../core/gradebook/gradeRecord.ts';
import { counted, printable } from './plainText.ts';

export interface GradeSummary {
  readonly out: string;
  readonly submissions: number;
  /** of submissions as a whole */
  readonly causes: Readonly<Partial<Record<Cause, number>>>;
  /** of single questions, in submissions that could be graded; so is `open` */
  readonly questionCauses: Readonly<Partial<Record<Cause, number>>>;
  /** question id → in how many submissions a person decides */
  readonly open: Readonly<Record<string, number>>;
  /** submissions with at least one such question, or in doubt as a whole */
  readonly waiting: number;
}

export function summaryOf(records: readonly GradeRecord[], out: string): GradeSummary {
  const answered = records.filter(({ cause }) => cause === 'ok');
  const questions = answered.flatMap((record) => Object.entries(record.questions));
  const open = questions.filter(([, { settled }]) => !settled).map(([id]) => id);
  return {
    out,
    submissions: records.length,
    causes: tally(records.map(({ cause }) => cause)),
    questionCauses: tally(questions.map(([, { cause }]) => cause)),
    open: tally(open),
    waiting: records.filter(waits).length,
  };
}

function waits({ cause, questions }: GradeRecord): boolean {
  return cause !== 'ok' || Object.values(questions).some(({ settled }) => !settled);
}

function tally<K extends string>(names: readonly K[]): Record<K, number> {
  const counts = new Map<K, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts) as Record<K, number>;
}

const WORDS: { readonly [C in Cause]: string } = {
  ok: 'checked',
  wrong: 'found wrong, or partly',
  'not-gradable': 'cannot be read',
  timeout: 'took too long',
  memory: 'took too much memory',
  output: 'printed too much',
  crash: 'crashed',
  tampered: 'are not as they were handed in, or broke the rules',
  internal: 'could not be checked',
};

export function summaryText(summary: GradeSummary): string {
  const lines = [
    `${counted(summary.submissions, 'submission')}, ${counted(total(summary.questionCauses), 'answer')}`,
    '',
    ...table('submissions', summary.causes),
    ...table('answers', summary.questionCauses),
    waitingText(summary),
    `The results are in ${summary.out}.`,
  ];
  return `${printable(lines.join('\n'))}\n`;
}

function total(counts: GradeSummary['causes']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function table(what: string, counts: GradeSummary['causes']): string[] {
  const rows = CAUSES.flatMap((cause) => {
    const count = counts[cause];
    return count === undefined ? [] : [`  ${String(count).padStart(7)}  ${WORDS[cause]}`];
  });
  return [`${what}:`, ...rows, ''];
}

function waitingText({ waiting, open }: GradeSummary): string {
  if (waiting === 0) return 'Every answer has its points.';
  const questions = Object.entries(open).map(([id, count]) => `${id} (${count})`);
  const where = questions.length === 0 ? '' : `, at ${questions.join(', ')}`;
  return `${counted(waiting, 'submission')} to be looked at by a person${where}.`;
}

export function summaryJson(summary: GradeSummary): string {
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}
