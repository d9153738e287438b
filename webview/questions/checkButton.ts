/** The button that has an answer checked by the host. */

import { type TemplateResult } from 'lit';
import { type TaskViewState } from '../../src/protocol/messages.ts';
import { button } from '../controls/button.ts';
import { type QuestionDesk } from '../task/questionDesk.ts';

interface Asking {
  readonly desk: QuestionDesk;
  readonly state: Pick<TaskViewState, 'canGrade'>;
}

/** @param rests why there is nothing to check, if so */
export const checkButton = ({ desk, state }: Asking, rests: string | undefined): TemplateResult =>
  button({
    ...(state.canGrade
      ? { words: 'Check', label: `Check question ${desk.id}` }
      : { words: 'Can it be read?', label: `Can it be read? Question ${desk.id}` }),
    hint: rests,
    keys: 'Control+Enter',
    primary: true,
    disabled: rests !== undefined,
    busy: desk.busy === 'check',
    press: () => void desk.check(),
  });
