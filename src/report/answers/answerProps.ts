/** What the picture of one answer is made from. */

import { type AnswerOf, type QuestionKind } from '../../core/answer/answer.ts';
import { type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { type QuestionOf } from '../../core/taskset/taskSet.ts';
import { type StudentResult } from '../results.ts';
import { type Html } from '../html.ts';

export interface AnswerProps<K extends QuestionKind> {
  readonly question: QuestionOf<K>;
  readonly answer: AnswerOf[K];
  readonly graded: FinalQuestion;
  readonly result: StudentResult;
}

export interface AnswerView {
  readonly body: Html;
  /** remarks that the body does not tell already */
  readonly remarks: readonly string[];
}

export type ShowAnswer<K extends QuestionKind> = (props: AnswerProps<K>) => AnswerView;
