/** Which submissions have to be graded, and what of earlier records can be kept. */
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type GradingHead } from './gradingFolder.ts';

/** Graded anew whatever was found before. */
export interface Again {
  /** all questions of these submissions; of all where it is missing and `questions` is given */
  readonly only?: ReadonlySet<string> | undefined;
  /** these questions only */
  readonly questions?: readonly string[] | undefined;
}

/** Why a submission is graded. */
export type Why =
  'new' | 'submission changed' | 'task set changed' | 'asked for' | 'was not checked';

/** undefined: its record stands. */
export function whyGraded(
  record: GradeRecord | undefined,
  now: { readonly sha256: string; readonly head: GradingHead; readonly again: Again },
): Why | undefined {
  if (record === undefined) return 'new';
  const { sha256, head, again } = now;
  if (record.sha256 !== sha256) return 'submission changed';
  if (record.content !== head.content || record.seed !== head.seed) return 'task set changed';
  const isAsked = again.only?.has(record.submission) ?? again.questions !== undefined;
  if (isAsked) return 'asked for';
  return hadTrouble(record) ? 'was not checked' : undefined;
}

/** It was the machine, not the submission. */
function hadTrouble({ cause, questions }: GradeRecord): boolean {
  return (
    cause === 'internal' ||
    Object.values(questions).some((question) => question.cause === 'internal')
  );
}

/** Verdicts of it that still hold may be taken over. */
export function keepable(
  record: GradeRecord | undefined,
  why: Why,
  { questions }: Again,
): GradeRecord | undefined {
  const isWhole = why === 'asked for' && questions === undefined;
  return why === 'submission changed' || isWhole ? undefined : record;
}

/** Whether a grade that comes out differently is a change to be told. */
export const TELLS_CHANGES: Readonly<Record<Why, boolean>> = {
  new: false,
  'submission changed': true,
  'task set changed': true,
  'asked for': true,
  'was not checked': false,
};
