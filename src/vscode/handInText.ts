/** What a student is told before handing in: which questions are not what they may be thought to be, in plain words. */
import { type PublicQuestion, type PublicTaskSet } from '../core/taskset/publicTask.ts';
import { type QuestionRecord } from '../runtime/attempt/questionRecord.ts';
import { type QuestionStatus, statusOf } from './questionStatus.ts';

export interface Standing {
  readonly set: Pick<PublicTaskSet, 'tasks' | 'canGrade'>;
  readonly record: (question: string) => QuestionRecord;
  /** answers that nobody has checked and that cannot be read */
  readonly unreadable: ReadonlySet<string>;
  /** why nothing can be saved in this window; undefined as long as it can */
  readonly readOnly?: string | undefined;
  /** why the last save failed */
  readonly saveFailure?: string | undefined;
  /** which programs are handed in otherwise than they lie in the folder, a sentence each */
  readonly programs?: readonly string[];
}

interface Doubt {
  readonly of: (status: QuestionStatus) => boolean;
  /** with the questions behind it */
  readonly words: string;
  /** says nothing where nothing is checked before it is handed in */
  readonly needsGrading?: true;
}

const DOUBTS: readonly Doubt[] = [
  { of: (status) => status === 'unanswered', words: 'Not answered' },
  { of: (status) => status === 'invalid', words: 'Cannot be read as an answer' },
  { of: (status) => status === 'answered', words: 'Not checked', needsGrading: true },
  { of: (status) => status === 'not-run', words: 'The check could not run', needsGrading: true },
  {
    of: (status) => status === 'undecided',
    words: 'The check could not decide',
    needsGrading: true,
  },
];

const AGAIN = 'You can change your answers afterwards and hand in again: that makes another file.';

/** The text of the question that is asked before; one line per kind of doubt. */
export function handInDetail(standing: Standing): string {
  const { programs = [] } = standing;
  return [...windowLines(standing), ...programs, ...doubtLines(standing), AGAIN].join('\n\n');
}

function windowLines({ readOnly, saveFailure }: Standing): string[] {
  if (readOnly !== undefined) {
    return [
      'This window is read only: what is handed in are the answers as another window saved them last, not what stands here.',
    ];
  }
  return saveFailure === undefined
    ? []
    : [`The last change was not saved, and what is not saved is not handed in. ${saveFailure}`];
}

function doubtLines({ set, record, unreadable }: Standing): string[] {
  const questions: readonly PublicQuestion[] = set.tasks.flatMap((task) => task.questions);
  const statuses = questions.map((question) => ({
    id: question.id,
    status: unreadable.has(question.id) ? 'invalid' : statusOf(question, record(question.id)),
  }));
  return DOUBTS.filter(({ needsGrading }) => set.canGrade || needsGrading === undefined).flatMap(
    ({ of, words }) => {
      const ids = statuses.filter(({ status }) => of(status)).map(({ id }) => id);
      return ids.length === 0 ? [] : [`${words}: ${ids.join(', ')}.`];
    },
  );
}

/** The name that is offered for the file: the student's own first, so that a folder of them sorts. */
export function submissionName(
  attempt: string,
  student: string | undefined,
  isSealed: boolean,
): string {
  const name = (student ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${name === '' ? '' : `${name}-`}${attempt}.zip${isSealed ? '.age' : ''}`;
}
