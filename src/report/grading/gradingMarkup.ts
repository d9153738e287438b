/** What who grades reads of a question and of one answer to it: pieces of HTML, made as the pages of results are. */

import { type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { referenceAnswer } from '../../core/grade/referenceAnswer.ts';
import { type Criterion, type Question, type Task } from '../../core/taskset/taskSet.ts';
import { type Figures } from '../../typeset/typesetter.ts';
import { showAnswer } from '../answers/showAnswer.ts';
import { type Html, html } from '../html.ts';
import { prose, proseLine } from '../prose.ts';
import { type StudentResult } from '../results.ts';
import { CAUSE_WORDS, type Tone, outcomeOf } from '../words.ts';

export interface AnswerMarkup {
  readonly answer: string;
  /** what the check says of it */
  readonly remarks: readonly string[];
  readonly outcome: { readonly words: string; readonly tone: Tone };
}

/** @param graded without what a person decided: that is shown beside it */
export function answerMarkup(
  question: Question,
  graded: FinalQuestion,
  result: StudentResult,
): AnswerMarkup {
  const { body, remarks } = showAnswer(question, { graded, result });
  return {
    answer: body.toString(),
    remarks: remarks.map((remark) => proseLine(remark).toString()),
    outcome: outcomeOf(graded),
  };
}

/** What students were asked; what the task says before it can be folded away. */
export function promptMarkup(task: Task, question: Question, figures: Figures): string {
  const before =
    task.prompt.trim() !== '' &&
    html`<details class="task">
      <summary>The task</summary>
      ${prose(task.prompt, figures)}
    </details>`;
  return html`${before}${prose(question.prompt, figures)}`.toString();
}

/** The author's answer, drawn as those of students are. */
export function modelAnswerMarkup(question: Question, result: StudentResult): string {
  const { explanation } = question;
  const why = explanation !== undefined && prose(explanation);
  return html`${modelAnswer(question, result)}${why}`.toString();
}

function modelAnswer(question: Question, result: StudentResult): Html {
  if (question.kind === 'text') return prose(question.modelAnswer);
  const { grade } = result;
  const answers = { ...grade.record.answers, [question.id]: referenceAnswer(question) };
  const record = { ...grade.record, answers };
  const graded: FinalQuestion = {
    ...{ verdict: 'correct', cause: 'ok', settled: true, feedback: [] },
    ...{ points: question.points, maxPoints: question.points },
  };
  return showAnswer(question, { graded, result: { ...result, grade: { ...grade, record } } }).body;
}

export interface CriterionMarkup {
  readonly criterion: string;
  readonly points: number;
  readonly sample?: string | undefined;
}

export function rubricMarkup(rubric: readonly Criterion[]): CriterionMarkup[] {
  return rubric.map(({ criterion, points, sample }) => ({
    criterion: proseLine(criterion).toString(),
    points,
    ...(sample !== undefined && { sample: proseLine(sample).toString() }),
  }));
}

/** How a comment will look on the student's page. */
export const commentMarkup = (text: string): string => prose(text).toString();

/** Why a submission is in doubt as a whole, where it is. @param reason told only where names may be */
export function doubtMarkup({ grade: { record } }: StudentResult, tellsWhy: boolean): string[] {
  const { cause, reason } = record;
  if (cause === 'ok' || cause === 'wrong') return [];
  const why = tellsWhy && reason !== undefined && html` ${reason}`;
  return [html`This submission is in doubt (${CAUSE_WORDS[cause]}).${why}`.toString()];
}
