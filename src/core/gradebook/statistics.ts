/** What a class did: totals, and for every question how hard it was, how well it told apart, and what went wrong. */

import { type QuestionKind } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Question, type TaskSet, questionsOf } from '../taskset/taskSet.ts';
import { type Figure, type Spread, alphaOf, correlation, histogram, spreadOf } from './figures.ts';
import { type FinalGrade, type FinalQuestion, type Standing } from './finalGrade.ts';
import { type Cause } from './gradeRecord.ts';
import { type OptionCount, optionCounts } from './optionCounts.ts';

export interface QuestionStatistics {
  readonly id: string;
  readonly title: string;
  readonly kind: QuestionKind;
  readonly maxPoints: number;
  /** over submissions whose points are settled; absent where there are none */
  readonly spread?: Spread | undefined;
  /** how many got which part of the points: tenths from 0 */
  readonly histogram: readonly number[];
  /** mean share of the points, from 0 (nobody) to 1 (everybody) */
  readonly difficulty?: number | undefined;
  /**
   * Corrected item–total correlation: with the sum of all other questions (Henrysson, Correction of item–total
   * correlations in item analysis, Psychometrika 28, 1963), over complete submissions.
   */
  readonly discrimination: Figure;
  readonly verdicts: ReadonlyMap<VerdictKind, number>;
  readonly causes: ReadonlyMap<Cause, number>;
  /** of choices, in the set's order */
  readonly options: readonly OptionCount[];
  /** recognised by name, the most frequent first */
  readonly mistakes: ReadonlyMap<string, number>;
  readonly decidedByPersons: number;
  /** how many wait for a person */
  readonly open: number;
}

export interface ClassStatistics {
  readonly submissions: number;
  readonly standings: ReadonlyMap<Standing, number>;
  /** of submissions as a whole */
  readonly causes: ReadonlyMap<Cause, number>;
  /** over complete submissions */
  readonly totals?: Spread | undefined;
  readonly histogram: readonly number[];
  readonly alpha: Figure;
  readonly questions: readonly QuestionStatistics[];
}

const BINS = 10;

export function statisticsOf(grades: readonly FinalGrade[], set: TaskSet): ClassStatistics {
  const complete = grades.filter(({ standing }) => standing === 'final');
  const totals = complete.map(({ points }) => points);
  const questions = questionsOf(set);
  const rows = complete.map((grade) => questions.map(({ id }) => pointsOf(grade, id)));
  return {
    submissions: grades.length,
    standings: counted(grades.map(({ standing }) => standing)),
    causes: counted(grades.map(({ record }) => record.cause)),
    totals: spreadOf(totals),
    histogram: histogram(totals, set.points, BINS),
    alpha: alphaOf(rows),
    questions: questions.map((question) => questionStatistics(question, grades, complete)),
  };
}

const pointsOf = ({ questions }: FinalGrade, id: string): number => questions.get(id)?.points ?? 0;

function questionStatistics(
  question: Question,
  grades: readonly FinalGrade[],
  complete: readonly FinalGrade[],
): QuestionStatistics {
  const { id, title, kind, points: maxPoints } = question;
  // what could not be read as a whole says nothing about single questions
  const readable = grades.filter(({ standing }) => standing !== 'not-gradable');
  const all = readable
    .map(({ questions }) => questions.get(id))
    .filter((each) => each !== undefined);
  const points = all.filter(({ settled }) => settled).map((each) => each.points);
  const spread = spreadOf(points);
  const own = complete.map((grade) => pointsOf(grade, id));
  const rest = complete.map((grade) => grade.points - pointsOf(grade, id));
  return {
    ...{ id, title, kind, maxPoints, spread },
    histogram: histogram(points, maxPoints, BINS),
    ...(spread === undefined || maxPoints === 0 ? {} : { difficulty: spread.mean / maxPoints }),
    discrimination: correlation(own, rest),
    verdicts: counted(all.map(({ verdict }) => verdict)),
    causes: counted(all.map(({ cause }) => cause)),
    options: question.kind === 'choice' ? optionCounts(question, readable) : [],
    mistakes: byFrequency(counted(all.flatMap(mistakeIn))),
    decidedByPersons: all.filter(({ decision }) => decision !== undefined).length,
    open: all.filter(({ settled }) => !settled).length,
  };
}

/** `evidence.mistake`, of whatever kind the question is. */
function mistakeIn({ evidence }: FinalQuestion): string[] {
  const mistake: unknown = evidence?.['mistake'];
  return typeof mistake === 'string' ? [mistake] : [];
}

/** In the order in which they first occur. */
function counted<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function byFrequency(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)));
}
