/** Free text in Markdown with LaTeX, typeset below while it is written. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { icon } from '../../controls/icon.ts';
import { textArea } from '../../controls/textArea.ts';
import { TYPING_MS } from '../../task/draft.ts';
import { prose } from '../../typeset/prose.ts';
import { type Form, type FormProps } from '../form.ts';

export const textForm: Form<'text'> = {
  isAnswer: (answer): answer is AnswerOf['text'] => 'text' in answer,
  body: (props) => html`${field(props)}${countLine(props)}${preview(props)}`,
  actions: () =>
    html`<span class="graded-by-person">${icon('person')} A person grades this answer</span>`,
  submit: ({ desk }) => desk.draft.flush(),
  explain: ({ feedback }) => ({ remarks: feedback, more: nothing }),
};

const textOf = ({ answer }: FormProps<'text'>): string => answer?.text ?? '';

function field(props: FormProps<'text'>): TemplateResult {
  const { question, desk, state } = props;
  return textArea({
    label: `Answer to question ${question.id}, ${question.title}`,
    text: textOf(props),
    placeholder: 'Your answer. Markdown and LaTeX ($…$) are typeset below.',
    readOnly: state.readOnly !== undefined,
    type: (text) => {
      desk.draft.change(text.trim() === '' ? undefined : { text }, TYPING_MS);
    },
    leave: () => void desk.draft.flush(),
  });
}

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function countLine(props: FormProps<'text'>): TemplateResult {
  const { maxWords } = props.question;
  const words = countWords(textOf(props));
  const unit = words === 1 ? 'word' : 'words';
  if (maxWords === undefined) return html`<p class="word-count">${words} ${unit}</p>`;
  const over = words > maxWords;
  return html`<p class="word-count ${over ? 'tone-bad' : ''}">
    ${over ? icon('warning') : nothing} ${words} of at most ${maxWords} words
  </p>`;
}

/** Plain words need no second look. */
const TYPESET = /[$`*_[#>|\\]|^\s*(-|\d+\.)\s/m;

function preview(props: FormProps<'text'>): TemplateResult | typeof nothing {
  const text = textOf(props);
  if (!TYPESET.test(text)) return nothing;
  return html`<section class="preview" aria-label="Your answer typeset">${prose(text)}</section>`;
}
