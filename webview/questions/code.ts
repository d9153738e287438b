/** A program in the student's folder: opened in the editor, run and checked by the host; here are its buttons. */

import { type TemplateResult, html } from 'lit';
import { type AnswerOf, type CodeAction } from '../../src/protocol/messages.ts';
import { type ButtonOptions, button } from '../controls/button.ts';
import { explainChecks } from './checkList.ts';
import { type Form, type FormProps } from './form.ts';

export const codeForm: Form<'code'> = {
  isAnswer: (answer): answer is AnswerOf['code'] => 'files' in answer,
  body: openLine,
  actions: (props) => html`${runButtons(props)}${resetButton(props)}`,
  submit: ({ desk, state }) =>
    state.readOnly !== undefined ? Promise.resolve() : desk.runCode('check'),
  explain: explainChecks,
};

function openLine({ question, desk }: FormProps<'code'>): TemplateResult {
  const { file, function: name } = question.entry;
  return html`<div class="code-file">
    ${button({
      words: `Open ${file}`,
      icon: 'file',
      busy: desk.busy === 'openCode',
      press: () => void desk.openCode(),
    })}
    <span>Write the function <code>${name}</code>.</span>
  </div>`;
}

type RunAction = Exclude<CodeAction, 'reset'>;

const runs: { readonly [A in RunAction]: Pick<ButtonOptions, 'words' | 'icon' | 'primary'> } = {
  check: { words: 'Run the checks', icon: 'check', primary: true },
  'run-cpu': { words: 'Run on CPU', icon: 'play' },
  'run-cuda': { words: 'Run on CUDA', icon: 'play' },
};
/** In place of checks, where the program is judged later. */
const keep = { words: 'Keep as my answer', icon: 'check', primary: true } as const;

const RUN_ACTIONS: readonly RunAction[] = ['check', 'run-cpu', 'run-cuda'];

function runButtons({ desk, state }: FormProps<'code'>): readonly TemplateResult[] {
  // the editor asks for trust when it is pressed
  const hint = state.restricted ? 'Running code needs a trusted folder' : state.readOnly;
  return RUN_ACTIONS.map((action) =>
    button({
      ...(action === 'check' && !state.canGrade ? keep : runs[action]),
      disabled: state.readOnly !== undefined || desk.busy !== undefined,
      busy: desk.busy === action,
      hint,
      keys: action === 'check' ? 'Control+Enter' : undefined,
      press: () => void desk.runCode(action),
    }),
  );
}

const resetButton = ({ desk, state }: FormProps<'code'>): TemplateResult =>
  button({
    words: 'Reset to the skeleton',
    icon: 'reset',
    disabled: state.readOnly !== undefined || desk.busy !== undefined,
    hint: state.readOnly,
    press: () => void desk.runCode('reset'),
  });
