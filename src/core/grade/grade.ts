/** Judges one answer. Pure but for the port that runs programs; a strange answer is a verdict, never a crash. */

import { type AnswerOf } from '../answer/answer.ts';
import { readAnswer } from '../answer/readAnswer.ts';
import { type QuestionKind } from '../answer/answer.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { gradeChoice } from './gradeChoice.ts';
import { gradeCode } from './gradeCode.ts';
import { gradeDerivation } from './gradeDerivation.ts';
import { gradeDiagram } from './gradeDiagram.ts';
import { gradeDrawing } from './gradeDrawing.ts';
import { gradeExpression } from './gradeExpression.ts';
import { gradeLines } from './gradeLines.ts';
import { gradeText } from './gradeText.ts';
import { type Grading } from './grading.ts';
import { unjudged } from './unjudged.ts';
import { type Verdict } from './verdict.ts';

type Grader<K extends QuestionKind> = (
  question: QuestionOf<K>,
  answer: AnswerOf[K],
  grading: Grading,
) => Verdict | Promise<Verdict>;

const GRADERS: { readonly [K in QuestionKind]: Grader<K> } = {
  choice: gradeChoice,
  drawing: gradeDrawing,
  expression: gradeExpression,
  derivation: gradeDerivation,
  text: gradeText,
  diagram: gradeDiagram,
  code: (question, answer, { run }) => gradeCode(question, answer, run),
  lines: gradeLines,
};

/** @param answer as it came from outside; undefined or null when there is none */
export async function grade(
  question: Question,
  answer: unknown,
  grading: Grading,
): Promise<Verdict> {
  const { kind, points: maxPoints } = question;
  if (answer === undefined || answer === null) {
    return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  }
  return gradeKind(kind, { question, answer, grading });
}

async function gradeKind<K extends QuestionKind>(
  kind: K,
  { question, answer, grading }: Given<K>,
): Promise<Verdict> {
  const read = readAnswer(kind, answer);
  if (!read.ok) {
    return { verdict: 'invalid', points: 0, maxPoints: question.points, feedback: read.error };
  }
  return question.withheld === true
    ? unjudged(kind, { question, answer: read.value, grading })
    : GRADERS[kind](question, read.value, grading);
}

interface Given<K extends QuestionKind> {
  readonly question: QuestionOf<K>;
  readonly answer: unknown;
  readonly grading: Grading;
}
