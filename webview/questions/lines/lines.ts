/** A program changed by line number: the changes as rows, beside them what becomes of the program, by keyboard alone if one likes. */

import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  type AnswerOf,
  type EditAction,
  type EditedLine,
  type EditsPreview,
} from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { icon } from '../../controls/icon.ts';
import { checkboxOptions } from '../../controls/options.ts';
import { progress } from '../../controls/progress.ts';
import { checkButton } from '../checkButton.ts';
import { explainChecks } from '../checkList.ts';
import { type Form, type FormProps } from '../form.ts';
import { baseView } from './baseView.ts';
import { type Bench, benchOf } from './bench.ts';
import { additionsId, editRow, focusChange } from './editRow.ts';
import { hintId, listing } from './listing.ts';

type Props = FormProps<'lines'>;

export const linesForm: Form<'lines'> = {
  isAnswer: (answer): answer is AnswerOf['lines'] => 'edits' in answer,
  body,
  actions: ({ desk, state, answer }) =>
    checkButton({ desk, state }, state.readOnly ?? restOf(answer)),
  submit: ({ desk, state, answer }) =>
    state.readOnly === undefined && answer ? desk.check() : Promise.resolve(),
  explain: explainChecks,
};

const restOf = (answer: object | undefined): string | undefined =>
  answer === undefined ? 'Write an edit first, or say that nothing has to change' : undefined;

function body(props: Props): TemplateResult {
  const bench = benchOf(props);
  const { preview } = bench;
  return html`${problem(bench)}
  ${
    preview === undefined
      ? waiting(bench)
      : html`${baseView(props, bench, preview)}
          <div class="lines-desk">
            <div class="lines-columns">
              ${changes(props, bench, preview)} ${program(props, bench, preview)}
            </div>
          </div>`
  }`;
}

const problem = ({ problem: reason }: Bench): TemplateResult | typeof nothing =>
  reason === undefined
    ? nothing
    : html`<p class="problem tone-bad">${icon('warning')} <span>${reason}</span></p>`;

const waiting = ({ problem: reason }: Bench): TemplateResult | typeof nothing =>
  reason === undefined ? progress('Reading the program…') : nothing;

function changes(
  props: Props,
  bench: Bench,
  { base }: EditsPreview,
): TemplateResult | typeof nothing {
  const { sheet } = bench;
  const readOnly = props.state.readOnly !== undefined;
  const isEmpty = sheet.rows.length === 0;
  if (isEmpty && base === 'none') return nothing;
  return html`<div class="changes">
    ${
      isEmpty
        ? nothingChanges(props, bench)
        : html`<ol aria-label=${`Edits of question ${props.question.id}`}>
            ${repeat(
              sheet.rows,
              ({ id }) => id,
              (row, index) => editRow({ bench, row, number: index + 1, readOnly }),
            )}
          </ol>`
    }
    ${readOnly ? nothing : additions(bench)}
  </div>`;
}

/** No change at all is an answer only when it is said. */
const nothingChanges = ({ headingId, state }: Props, bench: Bench): TemplateResult =>
  html`<p class="quiet no-changes">No edits yet.</p>
    ${checkboxOptions({
      name: `${headingId}-nothing`,
      labelledBy: headingId,
      items: [
        {
          id: 'nothing',
          content: 'Nothing has to change: the program does this as it stands.',
          remark: nothing,
        },
      ],
      selected: bench.sheet.isNothing ? ['nothing'] : [],
      readOnly: state.readOnly !== undefined,
      select: (selected) => {
        bench.sayNothingChanges(selected.length > 0);
      },
    })}`;

function additions(bench: Bench): TemplateResult {
  const go = (id: number | undefined): void => {
    if (id !== undefined) focusChange(bench, id);
  };
  return html`<div class="program-buttons" id=${additionsId(bench)} tabindex="-1">
    ${button({
      words: 'Add an edit',
      press: () => {
        go(bench.start('replace', undefined));
      },
    })}
    ${
      bench.sheet.hasRemoved
        ? button({
            words: 'Bring back the removed edit',
            press: () => {
              go(bench.restore());
            },
          })
        : nothing
    }
  </div>`;
}

function program(
  props: Props,
  bench: Bench,
  { rows }: EditsPreview,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const readOnly = props.state.readOnly !== undefined;
  return html`<div class="program-side">
    ${listing({
      bench,
      file: props.question.file,
      lines: rows,
      readOnly,
      act: (action, line) => {
        act(bench, action, line);
      },
      visit: (line) => {
        const row = bench.rowOf(line);
        if (row !== undefined) focusChange(bench, row.id);
      },
    })}
    ${readOnly ? nothing : keysHint(bench)}
  </div>`;
}

const keysHint = (bench: Bench): TemplateResult =>
  html`<p class="quiet keys-hint" id=${hintId(bench)}>
    On a line, <kbd>R</kbd> replaces it, <kbd>I</kbd> inserts after it, <kbd>D</kbd> deletes it;
    <kbd>Esc</kbd> comes back to it.
  </p>`;

/** On a line that comes from a change, that change is meant; else a new one is begun. */
function act(bench: Bench, action: EditAction, line: EditedLine): void {
  const own = bench.rowOf(line);
  if (line.before !== undefined) actOn(bench, action, line.before);
  else if (own !== undefined && action === 'delete') bench.remove(own);
  else if (own !== undefined) focusChange(bench, own.id);
}

function actOn(bench: Bench, action: EditAction, line: number): void {
  const { sheet, desk } = bench;
  const there = sheet.rowAt(line, 'replace', 'delete');
  if (action === 'delete' && there?.action === 'delete') {
    bench.remove(there);
    return;
  }
  const isNew = action === 'insert-after' || there === undefined;
  if (!isNew && there.action !== action) bench.aim(there, { action });
  const id = isNew ? bench.start(action, line) : there.id;
  if (action === 'delete') desk.say(`Line ${line} is deleted. Press D again to keep it.`);
  else focusChange(bench, id);
}
