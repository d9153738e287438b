/** The answers by which each kind of question is tried on itself. */

import { type Answer, type QuestionKind } from '../answer/answer.ts';
import { type Question, type QuestionOf, type TaskSet, questionsOf } from '../taskset/taskSet.ts';
import { complaintAbout, found, fullPoints } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';
import { choiceRehearsals } from './rehearseChoice.ts';
import { diagramRehearsals } from './rehearseDiagram.ts';
import { drawingRehearsals } from './rehearseDrawing.ts';
import { linesRehearsals } from './rehearseLines.ts';
import { derivationRehearsals, expressionRehearsals } from './rehearseMathematics.ts';

export function rehearsalsOf(set: TaskSet): Rehearsal[] {
  return questionsOf(set).flatMap((question) => rehearsalsOfQuestion(question));
}

const REHEARSALS: {
  readonly [K in QuestionKind]: (question: QuestionOf<K>) => Rehearsal[];
} = {
  choice: choiceRehearsals,
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

export function rehearsalsOfQuestion<K extends QuestionKind>(question: QuestionOf<K>): Rehearsal[] {
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
