/** How an answer of each kind is shown; one that cannot be read is shown as data. */

import { type QuestionKind } from '../../core/answer/answer.ts';
import { readAnswer } from '../../core/answer/readAnswer.ts';
import { type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { type Question, type QuestionOf } from '../../core/taskset/taskSet.ts';
import { html } from '../html.ts';
import { cut } from '../prose.ts';
import { type StudentResult } from '../results.ts';
import { type AnswerView, type ShowAnswer } from './answerProps.ts';
import { showChoice } from './choice.ts';
import { showCode } from './code.ts';
import { showDerivation } from './derivation.ts';
import { showDiagram } from './diagram.ts';
import { showDrawing } from './drawing.ts';
import { showExpression } from './expression.ts';
import { showLines } from './lines.ts';
import { showText } from './text.ts';

const SHOW: { readonly [K in QuestionKind]: ShowAnswer<K> } = {
  choice: showChoice,
  drawing: showDrawing,
  expression: showExpression,
  derivation: showDerivation,
  text: showText,
  diagram: showDiagram,
  code: showCode,
  lines: showLines,
};

interface Given {
  readonly graded: FinalQuestion;
  readonly result: StudentResult;
}

export function showAnswer(question: Question, given: Given): AnswerView {
  return showKind(question.kind, question, given);
}

/** Written over K, so that the table lookup type-checks for any kind. */
function showKind<K extends QuestionKind>(
  kind: K,
  question: QuestionOf<K>,
  { graded, result }: Given,
): AnswerView {
  const { answers } = result.grade.record;
  const given: unknown = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const isEmpty = given === undefined || given === null || graded.verdict === 'unanswered';
  if (isEmpty) return nothing(graded.feedback);
  const read = readAnswer(kind, given);
  return read.ok
    ? SHOW[kind]({ question, answer: read.value, graded, result })
    : { body: asData(given), remarks: graded.feedback };
}

const nothing = (remarks: readonly string[]): AnswerView => ({
  body: html`<p class="quiet">No answer.</p>`,
  remarks,
});

const MOST = 4000;

const asData = (given: unknown) =>
  html`<pre class="source">${cut(JSON.stringify(given, undefined, 1), MOST)}</pre>`;
