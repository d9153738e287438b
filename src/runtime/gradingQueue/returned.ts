/** What a worker sends back is believed as far as it fits: a record of this submission, this grading and this task set. */
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { settledPoints } from '../grading/gradedQuestion.ts';
import { type SubmissionJob } from '../grading/job.ts';
import { referenceAnswers } from '../grading/fairSeed.ts';
import { type Run } from './parcel.ts';

export interface Expected {
  readonly run: Run;
  readonly job: SubmissionJob;
  readonly set: TaskSet;
}

/** What does not fit, in words; undefined where all does. */
export function misfit(record: GradeRecord, { run, job, set }: Expected): string | undefined {
  const wanted = {
    submission: job.submission,
    sha256: job.sha256,
    taskSet: run.taskSet,
    version: set.version,
    content: run.content,
    seed: run.seed,
    tool: run.tool,
    maxPoints: set.points,
    points: settledPoints(record.questions),
  };
  for (const [field, value] of Object.entries(wanted)) {
    const found = record[field as keyof typeof wanted];
    if (found !== value) return `${field}: expected ${value}, found ${found}`;
  }
  if (isTooOpen(record, run, set)) return 'programs were run without the sandbox';
  return misfitQuestion(record, set);
}

function isTooOpen({ isolation }: GradeRecord, { requireSandbox }: Run, set: TaskSet): boolean {
  return requireSandbox && isolation !== 'bubblewrap' && referenceAnswers(set) !== undefined;
}

function misfitQuestion({ questions }: GradeRecord, set: TaskSet): string | undefined {
  const known = new Map(questionsOf(set).map(({ id, points }) => [id, points]));
  for (const [id, { points, maxPoints }] of Object.entries(questions)) {
    if (maxPoints !== known.get(id))
      return `${id}: there is no such question of ${maxPoints} points`;
    if (points < 0 || points > maxPoints) return `${id}: ${points} of ${maxPoints} points`;
  }
  return undefined;
}
