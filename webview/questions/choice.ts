/** Single choice as radio buttons, multiple choice as check boxes; once checked, with a remark on what was selected. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf, type PublicQuestionOf, type Verdict } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';
import { type OptionItem, checkboxOptions, radioOptions } from '../controls/options.ts';
import { proseLine } from '../typeset/prose.ts';
import { checkButton } from './checkButton.ts';
import { type Form, type FormProps } from './form.ts';

type ChoiceQuestion = PublicQuestionOf<'choice'>;

export const choiceForm: Form<'choice'> = {
  isAnswer: (answer): answer is AnswerOf['choice'] => 'selected' in answer,
  body: showOptions,
  actions: ({ desk, state, answer }) =>
    checkButton({ desk, state }, state.readOnly ?? (answer ? undefined : 'Select an option first')),
  submit: ({ desk }) => desk.check(),
  explain: (verdict) => ({ remarks: furtherRemarks(verdict), more: nothing }),
};

function showOptions({ question, desk, answer, state, headingId }: FormProps<'choice'>) {
  const show = question.multiple ? checkboxOptions : radioOptions;
  const options = show({
    name: headingId,
    labelledBy: headingId,
    items: itemsOf(question, desk.draft.verdict),
    selected: answer?.selected ?? [],
    readOnly: state.readOnly !== undefined,
    select: (selected) => {
      desk.draft.change(answerFrom(question, selected), 0);
    },
  });
  const { credit } = question;
  return credit === undefined
    ? options
    : html`<p class="credit">${CREDIT_WORDS[credit]}</p>
        ${options}`;
}

const CREDIT_WORDS: { readonly [R in NonNullable<ChoiceQuestion['credit']>]: string } = {
  'all-or-nothing':
    'Any number of these may be right. There are points only if exactly the right ones are selected.',
  'right-minus-wrong':
    'Any number of these may be right. Each wrong one that is selected cancels a right one; there are never less than 0 points.',
};

/** In the order of the options, whatever the order of the clicks; nothing selected is no answer. */
function answerFrom(
  { options }: ChoiceQuestion,
  selected: readonly string[],
): AnswerOf['choice'] | undefined {
  const ordered = options.map(({ id }) => id).filter((id) => selected.includes(id));
  return ordered.length === 0 ? undefined : { selected: ordered };
}

function itemsOf({ options }: ChoiceQuestion, verdict: Verdict | undefined): OptionItem[] {
  const judged = judgedOptions(verdict);
  return options.map(({ id, text }) => {
    const option = judged.get(id);
    return { id, content: proseLine(text), remark: option ? remarkOn(option) : nothing };
  });
}

interface JudgedOption {
  readonly correct: boolean;
  readonly feedback: string;
}

const remarkOn = ({ correct, feedback }: JudgedOption): TemplateResult =>
  html`<p class="option-remark tone-${correct ? 'good' : 'bad'}">
    ${icon(correct ? 'check' : 'cross')}
    <span><strong>${correct ? 'Right.' : 'Not right.'}</strong> ${proseLine(feedback)}</span>
  </p>`;

/** `evidence.options`: option id → what is to be said of it. */
function judgedOptions(verdict: Verdict | undefined): ReadonlyMap<string, JudgedOption> {
  const options: unknown = verdict?.evidence?.['options'];
  if (typeof options !== 'object' || options === null) return new Map();
  return new Map(
    Object.entries(options).filter((entry): entry is [string, JudgedOption] =>
      isJudgedOption(entry[1]),
    ),
  );
}

function isJudgedOption(value: unknown): value is JudgedOption {
  if (typeof value !== 'object' || value === null) return false;
  if (!('correct' in value && 'feedback' in value)) return false;
  return typeof value.correct === 'boolean' && typeof value.feedback === 'string';
}

/** What does not stand at an option already. */
function furtherRemarks(verdict: Verdict): readonly string[] {
  const said = [...judgedOptions(verdict).values()].map(({ feedback }) => feedback);
  return verdict.feedback.filter((remark) => !said.some((feedback) => remark.endsWith(feedback)));
}
