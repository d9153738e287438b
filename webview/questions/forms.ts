/** Where the form of each kind of question comes from. A kind's code is loaded when the kind first occurs. */

import { type TemplateResult } from 'lit';
import {
  type QuestionKind,
  type PublicQuestion,
  type PublicQuestionOf,
  type TaskViewState,
} from '../../src/protocol/messages.ts';
import { type QuestionDesk } from '../task/questionDesk.ts';
import { type Explanation, type Form } from './form.ts';

/** One question on one page, whatever its kind. */
export interface Occurrence {
  readonly question: PublicQuestion;
  readonly desk: QuestionDesk;
  readonly state: TaskViewState;
  readonly headingId: string;
}

export interface FilledForm {
  readonly body: TemplateResult;
  readonly actions: TemplateResult;
  readonly submit: () => Promise<void>;
  /** of the verdict, if there is one */
  readonly explanation: Explanation | undefined;
}

type Fill = (occurrence: Occurrence) => FilledForm;

const loaders: { readonly [K in QuestionKind]: () => Promise<Fill> } = {
  choice: async () => filling<'choice'>((await import('./choice.ts')).choiceForm),
  drawing: async () => filling<'drawing'>((await import('./drawing/drawing.ts')).drawingForm),
  expression: async () => filling<'expression'>((await import('./expression.ts')).expressionForm),
  derivation: async () =>
    filling<'derivation'>((await import('./derivation/derivation.ts')).derivationForm),
  text: async () => filling<'text'>((await import('./text/text.ts')).textForm),
  diagram: async () => filling<'diagram'>((await import('./diagram/diagram.ts')).diagramForm),
  code: async () => filling<'code'>((await import('./code.ts')).codeForm),
  lines: async () => filling<'lines'>((await import('./lines/lines.ts')).linesForm),
};

const loaded = new Map<QuestionKind, Fill>();
const loading = new Map<QuestionKind, Promise<void>>();

/** The form with its question filled in, or undefined until `loadForm` has brought it. */
export const filledForm = (occurrence: Occurrence): FilledForm | undefined =>
  loaded.get(occurrence.question.kind)?.(occurrence);

/** Loads a kind's code, once. */
export function loadForm(kind: QuestionKind): Promise<void> {
  const known = loading.get(kind);
  if (known) return known;
  const load = fetchForm(kind);
  loading.set(kind, load);
  return load;
}

async function fetchForm(kind: QuestionKind): Promise<void> {
  loaded.set(kind, await loaders[kind]());
}

const filling =
  <K extends QuestionKind>(form: Form<K>): Fill =>
  (occurrence) =>
    fill(form, occurrence);

function fill<K extends QuestionKind>(form: Form<K>, occurrence: Occurrence): FilledForm {
  const { answer, verdict } = occurrence.desk.draft;
  const props = {
    ...occurrence,
    // forms are found by the kind of the question
    question: occurrence.question as PublicQuestionOf<K>,
    answer: answer !== undefined && form.isAnswer(answer) ? answer : undefined,
  };
  return {
    body: form.body(props),
    actions: form.actions(props),
    submit: () => form.submit(props),
    explanation: verdict && form.explain(verdict, props),
  };
}
