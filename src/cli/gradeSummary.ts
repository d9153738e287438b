/** What came out of grading a class, in numbers. */

import { type GradeChange, type QuestionState } from '../core/gradebook/changes.ts';
import { type FinalGrade } from '../core/gradebook/finalGrade.ts';
import { type Cause, CAUSES } from '../core/gradebook/gradeRecord.ts';
import { type ClassResults } from '../runtime/gradebook/writeResults.ts';
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
  /** since before the task set was changed */
  readonly changes?: readonly GradeChange[] | undefined;
}

export function summaryOf({ grades, changes }: ClassResults, out: string): GradeSummary {
  const whole = grades.filter(({ standing }) => standing !== 'not-gradable');
  const questions = whole.flatMap((grade) => [...grade.questions.values()]);
  return {
    out,
    submissions: grades.length,
    causes: tally(grades.map(({ record }) => record.cause)),
    questionCauses: tally(questions.map(({ cause }) => cause)),
    open: tally(whole.flatMap(({ open }) => open)),
    waiting: grades.filter(waits).length,
    ...(changes !== undefined && { changes }),
  };
}

function waits({ standing, record, questions }: FinalGrade): boolean {
  const isLookedAt = [...questions.values()].some(({ decision }) => decision !== undefined);
  return standing !== 'final' || (record.cause !== 'ok' && !isLookedAt);
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
    ...changesText(summary),
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

const MOST_SHOWN = 40;

function changesText({ changes }: GradeSummary): string[] {
  if (changes === undefined) return [];
  if (changes.length === 0) return ['Grading again changed no grade.', ''];
  const shown = changes.slice(0, MOST_SHOWN).map(changeText);
  const more = changes.length - shown.length;
  const rest = more === 0 ? [] : [`  ${more} more in changes.csv`];
  return [`${counted(changes.length, 'grade')} changed:`, ...shown, ...rest, ''];
}

function changeText({ submission, question, before, after }: GradeChange): string {
  return `  ${submission}  ${question}: ${stateText(before)} → ${stateText(after)}`;
}

function stateText(state: QuestionState | undefined): string {
  if (state === undefined) return 'nothing';
  return state.settled ? `${state.points} (${state.verdict})` : `open (${state.verdict})`;
}

export function summaryJson(summary: GradeSummary): string {
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}
