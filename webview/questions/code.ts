/** A program in the student's folder: opened in the editor, run and checked by the host; here are its buttons. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf, type CodeAction, type Verdict } from '../../src/protocol/messages.ts';
import { type ButtonOptions, button } from '../controls/button.ts';
import { type IconName, icon } from '../controls/icon.ts';
import { proseLine } from '../typeset/prose.ts';
import { type Form, type FormProps } from './form.ts';

export const codeForm: Form<'code'> = {
  isAnswer: (answer): answer is AnswerOf['code'] => 'files' in answer,
  body: openLine,
  actions: (props) => html`${runButtons(props)}${resetButton(props)}`,
  submit: ({ desk, state }) =>
    state.readOnly !== undefined ? Promise.resolve() : desk.runCode('check'),
  explain: (verdict) => {
    const checks = checksOf(verdict);
    const said = checks.map(({ message }) => message);
    return {
      remarks: verdict.feedback.filter((remark) => !said.includes(remark)),
      more: checks.length > 0 ? checkList(checks) : nothing,
    };
  },
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
const RUN_ACTIONS: readonly RunAction[] = ['check', 'run-cpu', 'run-cuda'];

function runButtons({ desk, state }: FormProps<'code'>): readonly TemplateResult[] {
  // the editor asks for trust when it is pressed
  const hint = state.restricted ? 'Running code needs a trusted folder' : state.readOnly;
  return RUN_ACTIONS.map((action) =>
    button({
      ...runs[action],
      disabled: state.readOnly !== undefined || desk.busy !== undefined,
      busy: desk.busy === action,
      hint: hint ?? (action === 'check' ? 'Ctrl+Enter' : undefined),
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

interface CheckLine {
  readonly check: string;
  readonly passed: boolean | 'not-run';
  readonly message: string;
}

/** `evidence.checks`: each check with its outcome, in the order in which they ran. */
function checksOf({ evidence }: Verdict): readonly CheckLine[] {
  const checks: unknown = evidence?.['checks'];
  return Array.isArray(checks) ? checks.filter(isCheckLine) : [];
}

function isCheckLine(value: unknown): value is CheckLine {
  if (typeof value !== 'object' || value === null) return false;
  if (!('check' in value && 'passed' in value && 'message' in value)) return false;
  const { check, passed, message } = value;
  const outcome = typeof passed === 'boolean' || passed === 'not-run';
  return typeof check === 'string' && outcome && typeof message === 'string';
}

interface Outcome {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: string;
}

const PASSED: Outcome = { words: 'Passed', icon: 'check', tone: 'good' };
const FAILED: Outcome = { words: 'Failed', icon: 'cross', tone: 'bad' };
const NOT_RUN: Outcome = { words: 'Not run', icon: 'circle', tone: 'quiet' };

function outcomeOf({ passed }: CheckLine): Outcome {
  if (passed === 'not-run') return NOT_RUN;
  return passed ? PASSED : FAILED;
}

const checkList = (checks: readonly CheckLine[]): TemplateResult =>
  html`<ul class="checks" aria-label="Checks">
    ${checks.map(checkLine)}
  </ul>`;

function checkLine(line: CheckLine): TemplateResult {
  const { words, icon: sign, tone } = outcomeOf(line);
  return html`<li>
    <span class="tone-${tone}">${icon(sign)}</span>
    <span><strong>${words}</strong> · ${line.check}${message(line)}</span>
  </li>`;
}

const message = ({ message: text }: CheckLine): TemplateResult | typeof nothing =>
  text === '' ? nothing : html`<br /><span class="quiet">${proseLine(text)}</span>`;
