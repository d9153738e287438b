/** The form of questions of kind drawing. */

import { nothing, html } from 'lit';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { checkButton } from '../checkButton.ts';
import { type Form } from '../form.ts';

export const drawingForm: Form<'drawing'> = {
  isAnswer: (answer): answer is AnswerOf['drawing'] => 'items' in answer,
  body: () => html``,
  actions: ({ desk, state }) => checkButton(desk, state.readOnly),
  submit: ({ desk }) => desk.check(),
  explain: ({ feedback }) => ({ remarks: feedback, more: nothing }),
};
