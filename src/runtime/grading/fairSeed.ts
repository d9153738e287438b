/**
 * Hidden cases must be fair: the author's own programs have to pass on them. They are graded first, as a submission like
 * any other; that also shows that programs can be run at all, and works out the references that all workers need.
 */
import { type Answer } from '../../core/answer/answer.ts';
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type SubmissionJob } from './job.ts';

export const REFERENCE_JOB: SubmissionJob = {
  submission: 'reference',
  form: 'answers',
  sha256: '',
};

/** An answers file with the reference programs; undefined where the set has none. */
export function referenceAnswers(set: TaskSet): Uint8Array | undefined {
  const answers = questionsOf(set).flatMap((question): [string, Answer][] => {
    if (question.kind === 'code') return [[question.id, { files: question.reference }]];
    if (question.kind !== 'lines') return [];
    return [[question.id, { base: 'given', edits: question.reference }]];
  });
  if (answers.length === 0) return undefined;
  const { id: taskSet, variant } = set;
  const file = { taskSet, variant, answers: Object.fromEntries(answers) };
  return new TextEncoder().encode(JSON.stringify(file));
}

export type Fairness =
  | { readonly fair: true }
  /** with other cases it might be */
  | { readonly fair: false; readonly reason: string }
  /** nothing can be run here, whatever the cases */
  | { readonly fair: undefined; readonly reason: string };

export function fairness(set: TaskSet, { questions }: GradeRecord): Fairness {
  const programs = questionsOf(set).filter(({ kind }) => kind === 'code' || kind === 'lines');
  for (const { id } of programs) {
    const graded = questions[id];
    const said = graded?.feedback.join(' ') ?? 'it was not graded';
    if (graded?.verdict === 'not-run') return { fair: undefined, reason: `${id}: ${said}` };
    if (graded?.verdict !== 'correct') {
      const reason = `the reference program of ${id} fails on hidden cases: ${said}`;
      return { fair: false, reason };
    }
  }
  return { fair: true };
}
