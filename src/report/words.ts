/** How verdicts, causes and points are told. */

import { type Cause } from '../core/gradebook/gradeRecord.ts';
import { type FinalQuestion, type Standing } from '../core/gradebook/finalGrade.ts';
import { type VerdictKind } from '../core/grade/verdict.ts';

export const VERDICT_WORDS: { readonly [K in VerdictKind]: string } = {
  correct: 'correct',
  partial: 'partly right',
  wrong: 'not right',
  undecided: 'a person decides',
  invalid: 'could not be read',
  manual: 'a person grades it',
  'not-run': 'could not be checked',
  unanswered: 'not answered',
};

export type Tone = 'good' | 'mixed' | 'bad' | 'quiet';

export const VERDICT_TONES: { readonly [K in VerdictKind]: Tone } = {
  correct: 'good',
  partial: 'mixed',
  wrong: 'bad',
  undecided: 'quiet',
  invalid: 'quiet',
  manual: 'quiet',
  'not-run': 'quiet',
  unanswered: 'quiet',
};

/** Of an answer. */
export const CAUSE_WORDS: { readonly [C in Cause]: string } = {
  ok: 'checked',
  wrong: 'checked',
  'not-gradable': 'could not be read',
  timeout: 'took too long',
  memory: 'used too much memory',
  output: 'printed too much',
  crash: 'crashed',
  tampered: 'broke the rules of the check',
  internal: 'could not be checked',
};

/** Of a submission as a whole. */
export const SUBMISSION_WORDS: { readonly [C in Cause]: string } = {
  ok: 'was graded',
  wrong: 'was graded',
  'not-gradable': 'cannot be graded',
  timeout: 'took too long to read',
  memory: 'took too much memory to read',
  output: 'printed too much',
  crash: 'ended the process that checks',
  tampered: 'was changed after it was handed in',
  internal: 'could not be checked',
};

export const STANDING_WORDS: { readonly [S in Standing]: string } = {
  final: 'complete',
  open: 'waits for a person',
  'not-gradable': 'could not be graded',
};

/** What a question came to, in the eyes of who reads the page. */
export function outcomeOf(question: FinalQuestion): {
  readonly words: string;
  readonly tone: Tone;
} {
  const { verdict, cause, settled, decision, points, maxPoints } = question;
  // what could not be checked is not wrong, whatever the check had come to by then
  const isChecked = settled || cause === 'ok' || cause === 'wrong';
  if (decision === undefined && !isChecked) return { words: CAUSE_WORDS[cause], tone: 'quiet' };
  if (decision === undefined)
    return { words: VERDICT_WORDS[verdict], tone: VERDICT_TONES[verdict] };
  const tone = points >= maxPoints ? 'good' : points > 0 ? 'mixed' : 'bad';
  return { words: 'graded by a person', tone };
}

/** What was found, but not that a person has to look at it once one has. */
export const remarksOf = ({ verdict, feedback, decision }: FinalQuestion): readonly string[] =>
  verdict === 'manual' && decision !== undefined ? [] : feedback;

export const SIGNS: { readonly [T in Tone]: string } = {
  good: '✓',
  mixed: '◐',
  bad: '✗',
  quiet: '○',
};

export const pointsText = (points: number): string => String(Math.round(points * 100) / 100);

export const counted = (count: number, noun: string): string =>
  `${pointsText(count)} ${noun}${count === 1 ? '' : 's'}`;

/** An ISO 8601 time to the minute, as in `2026-06-02 09:00 UTC`: whoever reads the page may be in another zone. */
export function timeText(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** With at most that many decimals. */
export const decimal = (value: number, places = 2): string =>
  value.toFixed(places).replace('-', '−');
