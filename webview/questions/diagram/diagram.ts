/** The form of questions of kind diagram. */

import { nothing, html } from 'lit';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { checkButton } from '../checkButton.ts';
import { type Form } from '../form.ts';

export const diagramForm: Form<'diagram'> = {
  isAnswer: (answer): answer is AnswerOf['diagram'] => 'nodes' in answer,
  body: () => html``,
  actions: ({ desk, state }) => checkButton(desk, state.readOnly),
  submit: ({ desk }) => desk.check(),
  explain: ({ feedback }) => ({ remarks: feedback, more: nothing }),
};
