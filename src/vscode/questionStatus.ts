/** How a question stands, in an icon and a word: the same in the tree, in tooltips and on files. */
import { type Verdict, type VerdictKind } from '../core/grade/verdict.ts';
import { type PublicQuestion, type PublicTask } from '../core/taskset/publicTask.ts';
import { type QuestionRecord } from '../runtime/attempt/questionRecord.ts';

/** `readable`: graded after it was handed in */
export type QuestionStatus = VerdictKind | 'answered' | 'readable';

export interface StatusLook {
  /** a codicon */
  readonly icon: string;
  readonly color?: string;
  /** completes "This question is …" */
  readonly word: string;
}

export const STATUS_LOOKS: { readonly [S in QuestionStatus]: StatusLook } = {
  unanswered: { icon: 'circle-large-outline', word: 'not answered' },
  answered: { icon: 'edit', word: 'answered, not checked' },
  correct: { icon: 'pass-filled', color: 'testing.iconPassed', word: 'correct' },
  partial: { icon: 'color-mode', color: 'testing.iconQueued', word: 'partly correct' },
  wrong: { icon: 'error', color: 'testing.iconFailed', word: 'wrong' },
  undecided: { icon: 'question', word: 'undecided: a person decides' },
  invalid: { icon: 'warning', color: 'testing.iconErrored', word: 'not readable as an answer' },
  manual: { icon: 'account', word: 'answered: a person grades it' },
  readable: { icon: 'pass', word: 'answered: it is graded after handing in' },
  'not-run': {
    icon: 'circle-slash',
    color: 'testing.iconSkipped',
    word: 'not checked: the check could not run',
  },
};

export function statusOf(
  { kind }: Pick<PublicQuestion, 'kind'>,
  { answer, verdict }: QuestionRecord,
): QuestionStatus {
  if (verdict !== undefined) return toldBy(verdict);
  if (answer === undefined) return 'unanswered';
  return kind === 'text' ? 'manual' : 'answered';
}

export function toldBy({ verdict, evidence }: Verdict): QuestionStatus {
  return evidence?.['readable'] === true ? 'readable' : verdict;
}

const JUDGED: ReadonlySet<VerdictKind> = new Set(['correct', 'partial', 'wrong']);

/** Whether its points say anything. */
export const isJudged = ({ verdict }: Pick<Verdict, 'verdict'>): boolean => JUDGED.has(verdict);

/** Undefined as long as nobody has judged the answer: what could not be read or checked has cost nothing. */
export function earnedPoints({ verdict }: QuestionRecord): number | undefined {
  return verdict !== undefined && isJudged(verdict) ? verdict.points : undefined;
}

export interface Points {
  readonly points: number;
  readonly maxPoints: number;
  /** questions that have an answer */
  readonly answered: number;
  readonly questions: number;
}

/** What the checked questions of these tasks have earned so far. */
export function pointsOf(
  tasks: readonly PublicTask[],
  recordOf: (question: string) => QuestionRecord,
): Points {
  const questions: readonly PublicQuestion[] = tasks.flatMap((task) => task.questions);
  const records = questions.map(({ id }) => recordOf(id));
  return {
    points: sum(records.map(({ verdict }) => verdict?.points ?? 0)),
    maxPoints: sum(questions.map(({ points }) => points)),
    answered: records.filter(({ answer }) => answer !== undefined).length,
    questions: questions.length,
  };
}

/** Points as people write them: `2.5`, not `2.5000000000000004`. */
export function pointsText(points: number): string {
  return `${Math.round(points * 100) / 100}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
