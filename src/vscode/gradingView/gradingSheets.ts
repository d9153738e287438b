/** What a grading view shows of a question and of one answer to it. Names are in it only where they are asked for. */
import { finalGrade } from '../../core/gradebook/finalGrade.ts';
import { type Decision } from '../../core/gradebook/gradeRecord.ts';
import { type Question, type Task, type TaskSet } from '../../core/taskset/taskSet.ts';
import { brief } from '../../core/printable.ts';
import {
  type AnswerDecision,
  type AnswerEntry,
  type AnswerSheet,
  type Asked,
  type GradingSheet,
  type GradingTone,
} from '../../protocol/gradingMessages.ts';
import {
  answerMarkup,
  doubtMarkup,
  modelAnswerMarkup,
  promptMarkup,
  rubricMarkup,
} from '../../report/grading/gradingMarkup.ts';
import { type ReportMaterial, type StudentResult } from '../../report/results.ts';
import { type Tone } from '../../report/words.ts';
import { type GradedClass, type PlacedAnswer, type Submitted } from './gradedClass.ts';

export interface SheetParts {
  readonly students: GradedClass;
  readonly pictures: NonNullable<ReportMaterial['pictures']>;
  readonly showsNames: boolean;
}

export function gradingSheet(id: string, parts: SheetParts): GradingSheet {
  const { students, showsNames } = parts;
  const [someone] = students.submissions;
  const { set } = students;
  return {
    question: id,
    ...askedOf(students.question(id), parts, {
      set,
      result: someone && { ...resultOf(someone, parts), set },
    }),
    answers: students.answers(id).map((answer) => answerEntry(id, answer, showsNames)),
  };
}

export function answerEntry(
  question: string,
  { key, place, grade }: PlacedAnswer,
  showsNames: boolean,
): AnswerEntry {
  const graded = grade.questions.get(question);
  const isSettled = graded?.settled === true;
  const standing =
    graded?.decision !== undefined ? 'decided' : isSettled ? 'checked' : ('open' as const);
  const name = showsNames ? nameOf(grade) : anonymous(place);
  return { key, name, standing, ...(isSettled && { points: graded.points }) };
}

export const anonymous = (place: number): string => `Submission ${place}`;

const LONGEST_NAME = 120;

export function nameOf({ record: { student, submission } }: Submitted['grade']): string {
  return student === undefined ? submission : `${brief(student, LONGEST_NAME)} (${submission})`;
}

export function answerSheet(id: string, answer: PlacedAnswer, parts: SheetParts): AnswerSheet {
  const { students, showsNames } = parts;
  const question = questionIn(answer, id) ?? students.question(id);
  const result = resultOf(answer, parts);
  // what was computed; the decision is a matter of its own
  const checked = finalGrade({ record: answer.graded.record }, answer.set).questions.get(id);
  if (checked === undefined) throw new Error(`Nothing is known of question ${id}.`);
  const { answer: given, remarks, outcome } = answerMarkup(question, checked, result);
  const decision = answer.grade.questions.get(id)?.decision;
  const { set } = answer;
  return {
    key: answer.key,
    ...(set.variant > 0 && { asked: askedOf(question, parts, { set, result }) }),
    answer: given,
    outcome: { words: outcome.words, tone: toneOf(outcome.tone, checked.settled) },
    remarks: [...doubtMarkup(result, showsNames), ...remarks],
    points: checked.points,
    settled: checked.settled,
    ...(decision !== undefined && { decision: plainDecision(decision) }),
    identical: students.identical(id, answer).map(({ key }) => key),
  };
}

function plainDecision({ points, ticks = [], comment = '' }: Decision): AnswerDecision {
  return { points, ticks, comment };
}

interface AskedIn {
  readonly set: TaskSet;
  /** whoever's, for the looks of the model answer; undefined: nobody has handed in */
  readonly result: StudentResult | undefined;
}

function askedOf(question: Question, parts: SheetParts, { set, result }: AskedIn): Asked {
  return {
    ...(set.variant > 0 && { variant: set.variant }),
    prompt: promptIn(parts, { set }, question.id),
    ...(result !== undefined && { modelAnswer: modelAnswerMarkup(question, result) }),
    rubric: question.kind === 'text' ? rubricMarkup(question.rubric) : [],
  };
}

function promptIn(
  { pictures }: SheetParts,
  { set }: Pick<Submitted, 'set'>,
  question: string,
): string {
  const found = taskOf(set.tasks, question);
  return found === undefined
    ? ''
    : promptMarkup(found.task, found.question, pictures(found.task.id, set.variant));
}

function taskOf(tasks: readonly Task[], id: string) {
  for (const task of tasks) {
    const question = task.questions.find((each) => each.id === id);
    if (question !== undefined) return { task, question };
  }
  return undefined;
}

const questionIn = ({ set }: Submitted, id: string): Question | undefined =>
  taskOf(set.tasks, id)?.question;

/** Pieces of a page need no fonts. */
function resultOf({ grade, set }: Submitted, { pictures }: SheetParts): StudentResult {
  return { grade, set, material: { katexCss: '', fonts: new Map(), pictures } };
}

const TONES: { readonly [T in Exclude<Tone, 'quiet'>]: GradingTone } = {
  good: 'right',
  mixed: 'partly',
  bad: 'wrong',
};

const toneOf = (tone: Tone, isSettled: boolean): GradingTone =>
  tone === 'quiet' ? (isSettled ? 'none' : 'open') : TONES[tone];
