/** One formula, with an echo of how it is read; once checked, with the place where it differs from what is right. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf, type Writing } from '../../src/protocol/messages.ts';
import { TYPING_MS } from '../task/draft.ts';
import { formula } from '../typeset/prose.ts';
import { checkButton } from './checkButton.ts';
import { counterexampleOf, counterexampleView, remarksBeside } from './counterexample.ts';
import { type Form, type FormProps } from './form.ts';
import { type FormulaProps, formulaEcho, formulaField, formulaTools } from './formula.ts';
import { rewritten, writingOf } from './writing.ts';

export const expressionForm: Form<'expression'> = {
  isAnswer: (answer): answer is AnswerOf['expression'] => 'latex' in answer,
  body: (props) => html`${tools(props)} ${line(props)}`,
  actions: ({ desk, state, answer }) =>
    checkButton({ desk, state }, state.readOnly ?? (answer ? undefined : 'Write an answer first')),
  submit: ({ desk, state, answer }) =>
    state.readOnly === undefined && answer ? desk.check() : Promise.resolve(),
  explain: ({ feedback, evidence }) => {
    const found = counterexampleOf(evidence?.['counterexample']);
    return {
      remarks: remarksBeside(feedback, found),
      more: counterexampleView(found, { left: 'Yours', right: 'Right' }),
    };
  },
};

const SLOT = 'answer';

const latexOf = ({ answer }: FormProps<'expression'>): string => answer?.latex ?? '';

const writingIn = (props: FormProps<'expression'>): Writing =>
  writingOf(props.desk, props.state, [latexOf(props)]);

const change = ({ desk }: FormProps<'expression'>, latex: string): void => {
  desk.draft.change(latex.trim() === '' ? undefined : { latex }, TYPING_MS);
};

function tools(props: FormProps<'expression'>): TemplateResult {
  const { question, desk, state } = props;
  return formulaTools({
    desk,
    state,
    writing: writingIn(props),
    symbols: question.palette,
    slot: SLOT,
    choose: (writing) => void choose(props, writing),
  });
}

/** The field changes at once, and its text unless it was written in meanwhile. */
async function choose(props: FormProps<'expression'>, writing: Writing): Promise<void> {
  const { desk, state } = props;
  if (writing === 'text') desk.chooseWriting(writing);
  const before = desk.draft.answer;
  const latex = latexOf(props);
  const other = await rewritten(desk, writing, latex);
  const isOpen = state.readOnly === undefined && desk.draft.answer === before;
  if (other !== latex && isOpen) change(props, other);
  if (writing === 'formula') desk.chooseWriting(writing);
}

function line(props: FormProps<'expression'>): TemplateResult {
  const { question, desk, state } = props;
  const field: FormulaProps = {
    desk,
    slot: SLOT,
    writing: writingIn(props),
    label: `Answer to question ${question.id}, ${question.title}`,
    latex: latexOf(props),
    symbols: question.palette.map(({ latex }) => latex),
    readOnly: state.readOnly !== undefined,
    type: (latex) => {
      change(props, latex);
    },
    leave: () => void desk.draft.flush(),
  };
  return html`<div class="formula-line">
      ${
        question.asked === undefined
          ? nothing
          : html`<span class="asked"
              >${formula(String.raw`\displaystyle ${question.asked} =`)}</span
            >`
      }
      ${formulaField(field)}
    </div>
    ${formulaEcho(field, field.readOnly ? nothing : hint(field.writing))}`;
}

const HINTS: { readonly [W in Writing]: TemplateResult } = {
  formula: html`Type <kbd>sum</kbd>, <kbd>sign</kbd>, <kbd>sigma</kbd> and the like,
    <kbd>/</kbd> for a fraction, <kbd>_</kbd> for an index, <kbd>^</kbd> for a power,
    <kbd>||w||</kbd> for a norm. The space key leads out.`,
  text: html`Plain text or LaTeX, such as <kbd>3*(a-b)^2</kbd> or
    <kbd>sum_k a_k*sqrt(|b_k|)</kbd>.`,
};

const hint = (writing: Writing): TemplateResult =>
  html`<p class="formula-hint quiet">${HINTS[writing]}</p>`;
