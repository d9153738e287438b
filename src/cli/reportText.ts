/** A report as text: one line a question, remarks below it, the sum at the end. */

import { type Report, type Verdict, type VerdictKind } from '../core/grade/verdict.ts';
import { plainText } from '../core/plainText.ts';
import { type Question, type TaskSet } from '../core/taskset/taskSet.ts';
import { counted, printable } from './plainText.ts';

const WORDS: Readonly<Record<VerdictKind, string>> = {
  correct: 'correct',
  partial: 'partly right',
  wrong: 'wrong',
  undecided: 'undecided: a person decides',
  invalid: 'cannot be read',
  manual: 'a person grades it',
  'not-run': 'could not be checked',
  unanswered: 'not answered',
};

/** Open: points may still be added. */
const OPEN: ReadonlySet<VerdictKind> = new Set(['undecided', 'manual', 'not-run']);

export function reportText(report: Report, set: TaskSet): string {
  const tasks = set.tasks.filter(({ questions }) => questions.length > 0);
  const blocks = tasks.map(({ title, questions }) =>
    [title, ...questions.map((question) => questionText(question, report))].join('\n'),
  );
  const text = [`${set.title} (${set.id})`, ...blocks, sumText(report)].join('\n\n');
  return `${printable(text)}\n`;
}

function questionText({ id, title }: Question, { questions }: Report): string {
  const verdict = questions[id];
  if (verdict === undefined) return `  ${id}`;
  const points = `${verdict.points} / ${verdict.maxPoints}`;
  const head = `  ${id.padEnd(4)} ${points.padStart(11)}  ${title}: ${wordsFor(verdict)}`;
  return [head, ...remarks(verdict)].join('\n');
}

/** A copy without solutions tells no more than that. */
function wordsFor({ verdict, evidence }: Verdict): string {
  return evidence?.['readable'] === true ? 'can be read' : WORDS[verdict];
}

function remarks({ verdict, feedback }: Verdict): string[] {
  return verdict === 'manual'
    ? []
    : feedback.map((remark) => `${' '.repeat(20)}${oneLine(plainText(remark))}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function sumText({ points, maxPoints, questions }: Report): string {
  const open = Object.values(questions).filter(({ verdict }) => OPEN.has(verdict));
  const sum = open.reduce((total, verdict) => total + verdict.maxPoints, 0);
  const rest =
    open.length === 0
      ? ''
      : `; ${counted(open.length, 'question')} (${counted(sum, 'point')}) still open`;
  return `${points} of ${counted(maxPoints, 'point')}${rest}`;
}
