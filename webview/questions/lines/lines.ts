/** The form of questions of kind lines. */

import { nothing, html } from 'lit';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { checkButton } from '../checkButton.ts';
import { type Form } from '../form.ts';

export const linesForm: Form<'lines'> = {
  isAnswer: (answer): answer is AnswerOf['lines'] => 'edits' in answer,
  body: () => html``,
  actions: ({ desk, state }) => checkButton(desk, state.readOnly),
  submit: ({ desk }) => desk.check(),
  explain: ({ feedback }) => ({ remarks: feedback, more: nothing }),
};
