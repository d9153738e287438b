/** A derivation: both ends, and rows of steps, each with its relation, its reason, its echo and, once checked, its outcome. */

import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type AnswerOf, type Writing } from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';
import { formula } from '../../typeset/prose.ts';
import { checkButton } from '../checkButton.ts';
import { type Form, type FormProps } from '../form.ts';
import { formulaTools } from '../formula.ts';
import { rewritten, writingOf } from '../writing.ts';
import { furtherRemarks, judgedSteps } from './judgement.ts';
import { RELATIONS } from './relations.ts';
import { type RowProps, go, rowView, slotOf } from './rowView.ts';
import { Sheet } from './sheet.ts';

type Props = FormProps<'derivation'>;

export const derivationForm: Form<'derivation'> = {
  isAnswer: (answer): answer is AnswerOf['derivation'] => 'steps' in answer,
  body,
  actions: ({ desk, state, answer }) =>
    checkButton({ desk, state }, state.readOnly ?? (answer ? undefined : 'Write a step first')),
  submit: ({ desk, state, answer }) =>
    state.readOnly === undefined && answer ? desk.check() : Promise.resolve(),
  explain: (verdict) => ({ remarks: furtherRemarks(verdict), more: nothing }),
};

const sheets = new WeakMap<QuestionDesk, Sheet>();

function sheetOf({ desk, question, answer }: Props): Sheet {
  const sheet = sheets.get(desk) ?? new Sheet(question);
  sheets.set(desk, sheet);
  sheet.adopt(answer);
  return sheet;
}

function body(props: Props): TemplateResult {
  const { question, desk, state } = props;
  const sheet = sheetOf(props);
  const writing = writingOf(
    desk,
    state,
    sheet.rows.map(({ latex }) => latex),
  );
  return html`${ends(props)}
  ${formulaTools({
    desk,
    state,
    writing,
    symbols: question.palette,
    slot: slotOf(sheet.current),
    choose: (chosen) => void choose(props, sheet, chosen),
  })}
  ${rows(props, sheet, writing)} ${state.readOnly === undefined ? additions(props, sheet) : nothing}`;
}

const ends = ({ question: { start, relation, goal } }: Props): TemplateResult =>
  html`<p class="derivation-ends">
    <span class="quiet">To show:</span> ${formula(`${start} ${RELATIONS[relation].latex} ${goal}`)}
  </p>`;

function rows(props: Props, sheet: Sheet, writing: Writing): TemplateResult {
  const { desk, state, question } = props;
  const judged = judgedSteps(desk.draft.verdict);
  const rowProps = (index: number): Omit<RowProps, 'row'> => ({
    desk,
    sheet,
    writing,
    index,
    question: question.id,
    symbols: question.palette.map(({ latex }) => latex),
    readOnly: state.readOnly !== undefined,
    judged,
  });
  return html`<ol class="derivation" aria-label=${`Steps of question ${question.id}`}>
    ${repeat(
      sheet.rows,
      ({ id }) => id,
      (row, index) => rowView({ ...rowProps(index), row }),
    )}
  </ol>`;
}

function additions({ desk }: Props, sheet: Sheet): TemplateResult {
  const last = sheet.rows.at(-1)?.id ?? 0;
  const add = (id: number): void => {
    desk.redraw();
    go({ desk }, id);
  };
  return html`<div class="derivation-additions">
    ${button({
      words: 'Add a step',
      press: () => {
        add(sheet.addAfter(last));
      },
    })}
    ${button({
      words: 'Start a new chain',
      hint: 'A chain of its own, which the others may lead to',
      press: () => {
        add(sheet.addAfter(last, 'new-chain'));
      },
    })}
    ${sheet.hasRemoved ? bringBack(desk, sheet) : nothing}
    <span class="formula-hint quiet">
      <kbd>Enter</kbd> adds a step; <kbd>=</kbd> or <kbd>&lt;=</kbd> at its start is its relation.
    </span>
  </div>`;
}

const bringBack = (desk: QuestionDesk, sheet: Sheet): TemplateResult =>
  button({
    words: 'Bring back the removed step',
    hint: 'Ctrl+Z, as long as nothing else was written',
    press: () => {
      const row = sheet.restore();
      desk.draft.change(sheet.answer(), 0);
      go({ desk }, row);
    },
  });

/** All rows are written in the same way; their texts change with it unless they were written in meanwhile. */
async function choose({ desk, state }: Props, sheet: Sheet, writing: Writing): Promise<void> {
  if (writing === 'text') desk.chooseWriting(writing);
  const before = sheet.rows;
  const texts = await Promise.all(before.map(({ latex }) => rewritten(desk, writing, latex)));
  const isEdited = texts.some((latex, index) => latex !== before[index]?.latex);
  if (isEdited && state.readOnly === undefined && sheet.rows === before) {
    before.forEach(({ id }, index) => {
      sheet.change(id, { latex: texts[index] ?? '' });
    });
    desk.draft.change(sheet.answer(), 0);
  }
  if (writing === 'formula') desk.chooseWriting(writing);
}
