/** Free text in Markdown with LaTeX, counted and typeset below while it is written; then compared with the model answer. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { icon } from '../../controls/icon.ts';
import { textArea } from '../../controls/textArea.ts';
import { TYPING_MS } from '../../task/draft.ts';
import { prose } from '../../typeset/prose.ts';
import { type Form, type FormProps } from '../form.ts';
import { type Limits, countLine, grownTooLong, limitWords } from './counts.ts';
import { reviewSection } from './reviewView.ts';

type Props = FormProps<'text'>;

export const textForm: Form<'text'> = {
  isAnswer: (answer): answer is AnswerOf['text'] => 'text' in answer,
  body: (props) =>
    html`${field(props)}${countLine(limitsOf(props), textOf(props))}${preview(props)}
    ${reviewSection(props)}`,
  actions: () =>
    html`<span class="graded-by-person">${icon('person')} A person grades this answer</span>`,
  submit: ({ desk }) => desk.draft.flush(),
  explain: ({ feedback }) => ({ remarks: feedback, more: nothing }),
};

const limitsOf = ({
  question: { maxWords, maxSentences },
  state: { language },
}: Props): Limits => ({
  maxWords,
  maxSentences,
  language,
});

const textOf = ({ answer }: Props): string => answer?.text ?? '';

function field(props: Props): TemplateResult {
  const { question, desk, state } = props;
  return textArea({
    label: `Answer to question ${question.id}, ${question.title}${limitWords(limitsOf(props))}`,
    text: textOf(props),
    placeholder: 'Your answer. Markdown and LaTeX ($…$) are typeset below.',
    readOnly: state.readOnly !== undefined,
    type: (text) => {
      change(props, text);
    },
    leave: () => void desk.draft.flush(),
  });
}

/** That the model answer was seen stays with the answer, even when all its words are gone. */
function change(props: Props, text: string): void {
  const { desk, answer } = props;
  const review = answer?.review;
  const blank = text.trim() === '' && review === undefined;
  desk.draft.change(blank ? undefined : { text, ...(review && { review }) }, TYPING_MS);
  const warning = grownTooLong(limitsOf(props), answer?.text ?? '', text);
  if (warning !== undefined) desk.say(warning);
}

/** Plain words need no second look. */
const TYPESET = /[$`*_[#>|\\]|^\s*(-|\d+\.)\s/m;

function preview(props: Props): TemplateResult | typeof nothing {
  const text = textOf(props);
  if (!TYPESET.test(text)) return nothing;
  return html`<section class="preview" aria-label="Your answer typeset">${prose(text)}</section>`;
}
