/** What came out of grading a class, in numbers. */

import { type GradeChange, type QuestionState } from '../core/gradebook/changes.ts';
import { type FinalGrade, type FinalQuestion } from '../core/gradebook/finalGrade.ts';
import { type Cause } from '../core/gradebook/gradeRecord.ts';
import { type ClassResults } from '../runtime/gradebook/writeResults.ts';
import { counted, printable } from './plainText.ts';

export interface GradeSummary {
  readonly out: string;
  readonly submissions: number;
  /** those of which nothing is known */
  readonly notGradable: number;
  /** of submissions as a whole */
  readonly causes: Readonly<Partial<Record<Cause, number>>>;
  /** of single questions, in submissions that could be graded; so is `open` */
  readonly questionCauses: Readonly<Partial<Record<Cause, number>>>;
  /** what became of the questions, in the same submissions: each counts once */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** question id → in how many submissions a person decides */
  readonly open: Readonly<Record<string, number>>;
  /** submissions with at least one such question, or in doubt as a whole */
  readonly waiting: number;
  /** submissions of which there is something to know */
  readonly noted: number;
  /** since before the task set was changed */
  readonly changes?: readonly GradeChange[] | undefined;
}

export function summaryOf({ grades, changes }: ClassResults, out: string): GradeSummary {
  const whole = grades.filter(({ standing }) => standing !== 'not-gradable');
  const questions = whole.flatMap((grade) => [...grade.questions.values()]);
  return {
    out,
    submissions: grades.length,
    notGradable: grades.length - whole.length,
    causes: tally(grades.map(({ record }) => record.cause)),
    questionCauses: tally(questions.map(({ cause }) => cause)),
    outcomes: tally(questions.map(outcomeOf)),
    open: tally(whole.flatMap(({ open }) => open)),
    waiting: grades.filter(waits).length,
    noted: grades.filter(({ record }) => (record.notes ?? []).length > 0).length,
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

type Unusual = Exclude<Cause, 'ok' | 'wrong'>;

/** What became of a question. Where its check did not come to its end as usual, the cause says how it ended. */
type Outcome = 'right' | 'not right' | 'decided' | 'unanswered' | 'for a person' | Unusual;

function outcomeOf({ verdict, cause, settled, decision }: FinalQuestion): Outcome {
  if (decision !== undefined) return 'decided';
  if (verdict === 'unanswered') return verdict;
  if (cause !== 'ok' && cause !== 'wrong') return cause;
  if (!settled) return 'for a person';
  return verdict === 'correct' ? 'right' : 'not right';
}

const UNUSUAL: { readonly [C in Unusual]: string } = {
  'not-gradable': 'cannot be read',
  timeout: 'took too long',
  memory: 'took too much memory',
  output: 'printed too much',
  crash: 'crashed',
  tampered: 'broke the rules of the check',
  internal: 'could not be checked',
};

/** In the order in which they are told. */
const OUTCOME_WORDS: { readonly [O in Outcome]: string } = {
  right: 'right',
  'not right': 'wrong, or partly right',
  decided: 'graded by a person',
  'for a person': 'for a person to grade',
  ...UNUSUAL,
  unanswered: 'not answered',
};

const SUBMISSION_WORDS: { readonly [C in Cause]: string } = {
  ok: 'graded',
  wrong: 'graded',
  ...UNUSUAL,
  'not-gradable': 'cannot be graded',
  tampered: 'were changed after they were handed in',
};

export function summaryText(summary: GradeSummary): string {
  const { causes, outcomes } = summary;
  const lines = [
    headText(summary),
    '',
    ...table('submissions', causes, SUBMISSION_WORDS),
    ...table('questions', outcomes, OUTCOME_WORDS),
    ...changesText(summary),
    ...notedText(summary),
    waitingText(summary),
    `The results are in ${summary.out}.`,
  ];
  return `${printable(lines.join('\n'))}\n`;
}

function headText({ submissions, notGradable, outcomes }: GradeSummary): string {
  const handedIn = counted(submissions, 'submission');
  const gradable = submissions - notGradable;
  if (gradable === 0) return `${handedIn}, of which none can be graded`;
  const questions = total(outcomes);
  const answers = questions - (outcomes.unanswered ?? 0);
  const where = notGradable === 0 ? '' : ` in the ${gradable} that can be graded`;
  return `${handedIn}, ${answers} of ${counted(questions, 'question')} answered${where}`;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function table(
  what: string,
  counts: Readonly<Record<string, number>>,
  words: Readonly<Record<string, string>>,
): string[] {
  const rows = Object.entries(words).flatMap(([name, text]) => {
    const count = counts[name];
    return count === undefined ? [] : [`  ${String(count).padStart(7)}  ${text}`];
  });
  return [`${what}:`, ...rows, ''];
}

function notedText({ noted }: GradeSummary): string[] {
  if (noted === 0) return [];
  const have = noted === 1 ? 'has' : 'have';
  return [`${counted(noted, 'submission')} ${have} notes: see statistics.html or grades.csv.`];
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
