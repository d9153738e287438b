/** What every kind of question shows: its form, as functions of what is known. */

import { type TemplateResult, type nothing } from 'lit';
import {
  type AnswerOf,
  type QuestionKind,
  type PublicQuestionOf,
  type TaskViewState,
  type Verdict,
} from '../../src/protocol/messages.ts';
import { type QuestionDesk } from '../task/questionDesk.ts';

export interface FormProps<K extends QuestionKind> {
  readonly question: PublicQuestionOf<K>;
  /** undefined while there is none, or when what is stored is of another kind */
  readonly answer: AnswerOf[K] | undefined;
  readonly desk: QuestionDesk;
  readonly state: TaskViewState;
  /** id of the question's heading, to name controls by */
  readonly headingId: string;
}

export interface Form<K extends QuestionKind> {
  readonly isAnswer: (answer: object) => answer is AnswerOf[K];
  readonly body: (props: FormProps<K>) => TemplateResult;
  /** buttons, beside which stands whether the answer is saved */
  readonly actions: (props: FormProps<K>) => TemplateResult;
  /** what Ctrl+Enter does */
  readonly submit: (props: FormProps<K>) => Promise<void>;
  /** of the answer as it stands in the props */
  readonly explain: (verdict: Verdict, props: FormProps<K>) => Explanation;
}

/** What stands under the words of a verdict. */
export interface Explanation {
  /** Markdown with LaTeX, one entry a remark */
  readonly remarks: readonly string[];
  readonly more: TemplateResult | typeof nothing;
}
