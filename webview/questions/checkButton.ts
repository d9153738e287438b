/** The button that has an answer checked by the host. */

import { type TemplateResult } from 'lit';
import { button } from '../controls/button.ts';
import { type QuestionDesk } from '../task/questionDesk.ts';

/** @param rests why there is nothing to check, if so */
export const checkButton = (desk: QuestionDesk, rests: string | undefined): TemplateResult =>
  button({
    words: 'Check',
    label: `Check question ${desk.id}`,
    hint: rests,
    keys: 'Control+Enter',
    primary: true,
    disabled: rests !== undefined,
    busy: desk.busy === 'check',
    press: () => void desk.check(),
  });
