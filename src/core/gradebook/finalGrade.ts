/** What a submission is worth once persons have had their say: their decisions go before what was computed. */

import { type TaskSet, questionsOf } from '../taskset/taskSet.ts';
import {
  type Decision,
  type Decisions,
  type GradeRecord,
  type GradedQuestion,
} from './gradeRecord.ts';

/** What was computed of a submission, and what persons decided. */
export interface Graded {
  readonly record: GradeRecord;
  readonly decisions?: Decisions | undefined;
}

export interface FinalQuestion extends GradedQuestion {
  readonly decision?: Decision | undefined;
}

export type Standing =
  /** every question has its points */
  | 'final'
  /** a person has to decide something */
  | 'open'
  /** the submission could not be read or graded as a whole: nothing is known of it */
  | 'not-gradable';

export interface FinalGrade {
  readonly submission: string;
  readonly record: GradeRecord;
  readonly standing: Standing;
  /** over all questions that have theirs */
  readonly points: number;
  readonly maxPoints: number;
  /** ids of the questions that wait for a person, in the set's order */
  readonly open: readonly string[];
  /** by id, in the set's order */
  readonly questions: ReadonlyMap<string, FinalQuestion>;
}

/** @param set in the variant that the student had */
export function finalGrade({ record, decisions }: Graded, set: TaskSet): FinalGrade {
  const questions = new Map(
    questionsOf(set).map(({ id, points }) => {
      const graded = own(record.questions, id) ?? ungraded(record, points);
      return [id, decided(graded, own(decisions?.questions ?? {}, id))] as const;
    }),
  );
  const entries = [...questions];
  const open = entries.filter(([, { settled }]) => !settled).map(([id]) => id);
  const hasNothing = Object.keys(record.questions).length === 0 && open.length === entries.length;
  return {
    submission: record.submission,
    record,
    standing: open.length === 0 ? 'final' : hasNothing ? 'not-gradable' : 'open',
    points: rounded(
      sumOf(entries.filter(([, each]) => each.settled).map(([, { points }]) => points)),
    ),
    maxPoints: rounded(sumOf(entries.map(([, { maxPoints }]) => maxPoints))),
    open,
    questions,
  };
}

/** Names come from outside: `constructor` is a question only where there is one. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function ungraded({ cause }: GradeRecord, maxPoints: number): GradedQuestion {
  return { verdict: 'not-run', points: 0, maxPoints, feedback: [], cause, settled: false };
}

/** The verdict stays what was computed; the points are the person's, within what the question offers. */
function decided(graded: GradedQuestion, decision: Decision | undefined): FinalQuestion {
  if (decision === undefined) return graded;
  const points = Math.min(graded.maxPoints, Math.max(0, decision.points));
  return Number.isFinite(points) ? { ...graded, points, settled: true, decision } : graded;
}

export const sumOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** To hundredths, as points are told. */
const rounded = (points: number): number => Math.round(points * 100) / 100;
