/**
 * Grades one submission: bytes in, a record out, whoever asks. Nothing that it holds makes it throw; the verdicts are
 * computed here from plain values, and what is not gradable says so instead of earning nothing.
 */
import { grade } from '../../core/grade/grade.ts';
import { answersIn } from '../../core/grade/gradeAttempt.ts';
import { strangerNotes, strangersIn } from '../../core/grade/strangers.ts';
import { type CodeRun, type CodeRuns } from '../../core/grade/codeRun.ts';
import {
  type Cause,
  type GradedQuestion,
  type GradeRecord,
} from '../../core/gradebook/gradeRecord.ts';
import { brief } from '../../core/printable.ts';
import { type Result } from '../../core/result.ts';
import { type Question, type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { gradedQuestion, settledPoints, ungraded } from './gradedQuestion.ts';
import { type HandedIn, readHandedIn, type Unreadable } from './handedIn.ts';
import { type SubmissionJob } from './job.ts';
import { questionBases } from './questionBasis.ts';

/** What all submissions of one grading are graded with. */
export interface Grader {
  /** 0, or from 1 where there are variants; or a sentence on why there is none */
  readonly setOf: (variant: number | undefined) => Result<TaskSet, string>;
  readonly run: CodeRuns;
  readonly mark: GradingMark;
  /** before each question, so that whoever watches knows which one takes so long */
  readonly onQuestion?: ((question: string) => void) | undefined;
}

/** What every record of a grading says alike. */
export type GradingMark = Pick<GradeRecord, 'content' | 'isolation' | 'seed' | 'tool'>;

export async function gradeSubmission(
  job: SubmissionJob,
  bytes: Uint8Array,
  grader: Grader,
): Promise<GradeRecord> {
  const begun = performance.now();
  const read = await readHandedIn(job.form, bytes);
  const set = grader.setOf(read.ok ? read.value.variant : undefined);
  const frame = { job, mark: grader.mark, begun };
  if (!set.ok) return blankRecord(frame, anyOf(grader), notGradable(set.error));
  if (!read.ok) return blankRecord(frame, set.value, read.error);
  const misfit = misfitOf(set.value, read.value);
  if (misfit !== undefined) {
    const doubt = notGradable(misfit);
    return { ...blankRecord(frame, set.value, doubt), ...told({ ...read.value, doubt }) };
  }
  const questions = await gradeQuestions(job, { set: set.value, handedIn: read.value, grader });
  const strange = strangerNotes(set.value, read.value.answers);
  return { ...recordOf(frame, set.value, questions), ...told(read.value, strange) };
}

/** Why answers that can be read are none to this set, as a sentence. */
function misfitOf(set: TaskSet, { taskSet, variant, answers }: HandedIn): string | undefined {
  if (taskSet !== set.id) {
    return `The answers belong to the task set ${JSON.stringify(taskSet.slice(0, 100))}, not to ${JSON.stringify(set.id)}.`;
  }
  if (variant === undefined && set.variants > 0) {
    return `The answers file does not say which variant was answered: expected "variant" with a number from 1 to ${set.variants}.`;
  }
  const strangers = strangersIn(set, answers);
  return strangers.length > 0 && strangers.length === answers.size
    ? `None of the answers is to a question of this set: expected answers to ${listed(questionsOf(set).map(({ id }) => id))}, found ${listed(strangers)}.`
    : undefined;
}

const MOST_LISTED = 8;

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_LISTED).map((id) => brief(id, 40));
  return ids.length > MOST_LISTED ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** Whichever variant there is: for a submission that names one that there is not. */
function anyOf({ setOf }: Grader): TaskSet {
  const set = setOf(undefined);
  if (!set.ok) throw new Error(set.error);
  return set.value;
}

function notGradable(reason: string): Unreadable {
  return { cause: 'not-gradable', reason };
}

export interface RecordFrame {
  readonly job: SubmissionJob;
  readonly mark: GradingMark;
  /** of `performance.now()` */
  readonly begun: number;
}

/** Of a submission about which nothing could be found out: it has no question, so all of them wait for a person. */
export function blankRecord(
  frame: RecordFrame,
  set: TaskSet,
  { cause, reason }: Unreadable,
): GradeRecord {
  return { ...recordOf(frame, set, new Map()), cause, reason };
}

function recordOf(
  { job, mark, begun }: RecordFrame,
  set: TaskSet,
  graded: ReadonlyMap<string, GradedQuestion>,
): GradeRecord {
  const questions = Object.fromEntries(graded);
  return {
    format: 1,
    submission: job.submission,
    sha256: job.sha256,
    taskSet: set.id,
    version: set.version,
    content: mark.content,
    variant: set.variant,
    cause: 'ok',
    points: settledPoints(questions),
    maxPoints: set.points,
    questions,
    answers: {},
    isolation: mark.isolation,
    seed: mark.seed,
    tool: mark.tool,
    times: {
      gradedAt: new Date().toISOString(),
      ms: Math.round(performance.now() - begun),
    },
  };
}

function told(handed: HandedIn, more: readonly string[] = []) {
  const { answers, doubt, student, attempt, receipt, handedIn } = handed;
  const notes = [...(handed.notes ?? []), ...more];
  return {
    answers: Object.fromEntries(answers),
    ...doubt,
    ...(notes.length > 0 && { notes }),
    ...(student !== undefined && { student }),
    ...(attempt !== undefined && { attempt }),
    ...(receipt !== undefined && { receipt }),
    ...(handedIn !== undefined && { handedIn }),
  };
}

interface Grading {
  readonly set: TaskSet;
  readonly handedIn: HandedIn;
  readonly grader: Grader;
}

/** In the set's order; verdicts that still hold are taken over. */
async function gradeQuestions(
  job: SubmissionJob,
  { set, handedIn: { answers }, grader }: Grading,
): Promise<Map<string, GradedQuestion>> {
  const bases = questionBases(set, grader.mark.seed);
  const causes = new Map<string, Cause>();
  const grading = { run: noting(causes, grader.run), answerTo: answersIn(set, answers) };
  const graded = new Map<string, GradedQuestion>();
  for (const question of questionsOf(set)) {
    const { id } = question;
    const basis = bases.get(id);
    const known = knownVerdict(job, question, basis);
    if (known !== undefined) {
      graded.set(id, known);
      continue;
    }
    grader.onQuestion?.(id);
    const verdict = await grade(question, answers.get(id), grading);
    graded.set(id, gradedQuestion(verdict, { cause: causes.get(id), basis }));
  }
  return graded;
}

/** Verdicts that would come out the same; not those that the machine's own trouble kept from being found. */
function knownVerdict(
  { earlier, again = [], skip = {} }: SubmissionJob,
  { id, points }: Question,
  basis: string | undefined,
): GradedQuestion | undefined {
  const cause = skip[id];
  if (cause !== undefined) return ungraded(points, cause, STUCK);
  const before = earlier?.questions[id];
  if (before?.basis === undefined || before.basis !== basis || again.includes(id)) return undefined;
  return before.cause === 'internal' || before.verdict === 'not-run' ? undefined : before;
}

const STUCK = 'Checking this answer ended the process that checks, twice.';

/** Keeps how each question's program ended. */
function noting(causes: Map<string, Cause>, run: CodeRuns): CodeRuns {
  const note = (question: Question, ran: CodeRun): CodeRun => {
    const cause = ran.ran ? ran.cause : 'internal';
    if (cause !== undefined) causes.set(question.id, cause);
    return ran;
  };
  return {
    code: async (question, answer) => note(question, await run.code(question, answer)),
    lines: async (question, program) => note(question, await run.lines(question, program)),
  };
}
