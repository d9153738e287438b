/**
 * Tries a task set on itself: reference answers must get full points, bare skeletons must not, and the listed wrong
 * answers must get what their author says.
 */

import { type Answer } from '../answer/answer.ts';
import { type QuestionKind } from '../answer/answer.ts';
import { type Problem } from '../taskset/problem.ts';
import { type Question, type QuestionOf, type TaskSet, questionsOf } from '../taskset/taskSet.ts';
import { type CodeRuns } from './codeRun.ts';
import { complaintAbout, found, fullPoints } from './expected.ts';
import { grade } from './grade.ts';
import { answersIn } from './gradeAttempt.ts';
import { type Rehearsal } from './rehearsal.ts';
import { diagramRehearsals } from './rehearseDiagram.ts';
import { drawingRehearsals } from './rehearseDrawing.ts';
import { linesRehearsals } from './rehearseLines.ts';
import { derivationRehearsals, expressionRehearsals } from './rehearseMathematics.ts';
import { type Verdict } from './verdict.ts';

export interface NotRun {
  readonly name: string;
  readonly reason: string;
}

export interface Rehearsed {
  readonly problems: readonly Problem[];
  /** what could not be tried */
  readonly notRun: readonly NotRun[];
}

export async function rehearse(set: TaskSet, run: CodeRuns): Promise<Rehearsed> {
  const problems: Problem[] = [];
  const notRun: NotRun[] = [];
  for (const rehearsal of rehearsalsOf(set)) {
    const verdict = await gradeRehearsal(set, rehearsal, run);
    const reason = verdict.feedback.join(' ');
    if (verdict.verdict === 'not-run') notRun.push({ name: rehearsal.name, reason });
    else {
      const complaint = rehearsal.complaint(verdict);
      if (complaint !== undefined) {
        problems.push({ ...rehearsal.at, message: `${rehearsal.name} ${complaint}` });
      }
    }
  }
  return { problems, notRun };
}

export function gradeRehearsal(
  set: TaskSet,
  { question, answer, given = new Map() }: Rehearsal,
  run: CodeRuns,
): Promise<Verdict> {
  return grade(question, answer, { run, answerTo: answersIn(set, given) });
}

export function rehearsalsOf(set: TaskSet): Rehearsal[] {
  return questionsOf(set).flatMap((question) => rehearsalsOfKind(question));
}

const REHEARSALS: {
  readonly [K in QuestionKind]: (question: QuestionOf<K>) => Rehearsal[];
} = {
  choice: (question) => [reference(question, { selected: rightOptions(question) }, fullPoints)],
  drawing: drawingRehearsals,
  expression: expressionRehearsals,
  derivation: derivationRehearsals,
  text: (question) => [reference(question, { text: question.modelAnswer }, readable)],
  diagram: diagramRehearsals,
  lines: linesRehearsals,
  code: (question) => [
    reference(question, { files: question.reference }, fullPoints),
    skeleton(question),
    ...examples(question),
  ],
};

function rehearsalsOfKind<K extends QuestionKind>(question: QuestionOf<K>): Rehearsal[] {
  return REHEARSALS[question.kind](question);
}

type Complaint = Rehearsal['complaint'];

function reference(question: Question, answer: Answer, complaint: Complaint): Rehearsal {
  return {
    name: `the reference answer of ${question.id}`,
    at: question.at,
    question,
    answer,
    complaint,
  };
}

function rightOptions({ options }: QuestionOf<'choice'>): string[] {
  return options.filter(({ correct }) => correct).map(({ id }) => id);
}

const readable: Complaint = (verdict) =>
  verdict.verdict === 'manual' ? undefined : `must be an answer: ${found(verdict)}`;

function skeleton(question: QuestionOf<'code'>): Rehearsal {
  return {
    name: `the skeleton of ${question.id}`,
    at: question.at,
    question,
    answer: { files: question.files },
    complaint: (verdict) =>
      verdict.points === 0 && verdict.verdict === 'wrong'
        ? undefined
        : `must be wrong: ${found(verdict)}`,
  };
}

function examples(question: QuestionOf<'code'>): Rehearsal[] {
  return question.examples.map(({ path, files, verdict, mistake }) => ({
    name: `the program ${path}`,
    at: { file: path, line: 1, column: 1 },
    question,
    answer: { files },
    complaint: (given) => complaintAbout(given, { verdict, mistake }),
  }));
}
