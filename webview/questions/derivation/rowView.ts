/** One step of a derivation as it is written, by keyboard alone if one likes. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Writing } from '../../../src/protocol/messages.ts';
import { focusOn, isAtStart } from '../../controls/formulaInput.ts';
import { type IconName, icon } from '../../controls/icon.ts';
import { palette } from '../../controls/palette.ts';
import { property } from '../../controls/property.ts';
import { TYPING_MS } from '../../task/draft.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';
import { type FormulaProps, fieldId, formulaEcho, formulaField } from '../formula.ts';
import { type JudgedStep, outcomeView } from './judgement.ts';
import { RELATIONS, isRelation, typedRelation } from './relations.ts';
import { type Row, type Sheet } from './sheet.ts';

export interface RowProps {
  readonly row: Row;
  /** 0 is the first */
  readonly index: number;
  readonly sheet: Sheet;
  readonly desk: QuestionDesk;
  readonly question: string;
  /** LaTeX of what steps may be made of */
  readonly symbols: readonly string[];
  readonly writing: Writing;
  readonly readOnly: boolean;
  readonly judged: readonly JudgedStep[];
}

export const slotOf = (id: number): string => `step-${id}`;

const nameOf = ({ index }: RowProps): string => `Step ${index + 1}`;

export function rowView(props: RowProps): TemplateResult {
  const { row } = props;
  const field = fieldProps(props);
  return html`<li class="step" data-chain=${row.relation === undefined ? 'new' : 'same'}>
    ${props.index === 0 ? nothing : relationChoice(props)} ${formulaField(field)}
    ${props.readOnly ? nothing : arrange(props)}
    <span class="step-number" aria-hidden="true">${props.index + 1}</span>
    <div class="step-below">
      ${reasonField(props)} ${formulaEcho(field)} ${outcomeView(judgedHere(props))}
    </div>
  </li>`;
}

/** Where a chain begins, nothing is claimed that could hold. */
function judgedHere({ row, sheet, judged }: RowProps): JudgedStep | undefined {
  const at = sheet.stepIndex(row.id);
  const step = at === undefined ? undefined : judged[at];
  const claims = row.relation !== undefined || step?.outcome !== 'holds' || step.facts.length > 0;
  return claims ? step : undefined;
}

/** Changes the sheet and, through the draft, what is saved. */
function edit({ sheet, desk }: RowProps, change: () => void, afterMs = 0): void {
  change();
  desk.draft.change(sheet.answer(), afterMs);
}

/** As `edit`, and then goes to the field of a row. */
function editAndGo(props: RowProps, change: () => number | undefined): void {
  let target: number | undefined;
  edit(props, () => {
    target = change();
  });
  go(props, target);
}

/** Once the page has been drawn with it, which is planned by now. */
export function go({ desk }: Pick<RowProps, 'desk'>, row: number | undefined): void {
  if (row === undefined) return;
  queueMicrotask(() => {
    focusOn(fieldId(desk, slotOf(row)));
  });
}

function fieldProps(props: RowProps): FormulaProps {
  const { row, sheet, desk } = props;
  return {
    desk,
    writing: props.writing,
    slot: slotOf(row.id),
    label: `${nameOf(props)} of the answer to question ${props.question}`,
    latex: row.latex,
    symbols: props.symbols,
    readOnly: props.readOnly,
    type: (latex) => {
      sheet.growing = undefined;
      edit(
        props,
        () => {
          sheet.change(row.id, { latex });
        },
        TYPING_MS,
      );
    },
    enter: () => {
      sheet.current = row.id;
    },
    leave: () => void desk.draft.flush(),
    key: (event) => {
      // keys may be faster than drawing
      const now = { ...props, row: sheet.row(row.id) ?? row };
      if (!props.readOnly && understand(now, event)) event.preventDefault();
    },
  };
}

/** Keys that are of the derivation and not of the field. @returns whether this was one */
function understand(props: RowProps, event: KeyboardEvent): boolean {
  if (isUndo(event)) return broughtBackByKey(props);
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
  if (isPlain && event.altKey) return movedByKey(props, event);
  if (isPlain && event.key === 'Enter') return goOn(props);
  if (isPlain && event.key === 'Backspace') return takenBackByKey(props);
  return relationByKey(props, event);
}

const isUndo = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';

/** As long as nothing was written since, what is taken back is the removal of a row. */
function broughtBackByKey(props: RowProps): boolean {
  if (!props.sheet.hasJustRemoved) return false;
  editAndGo(props, () => props.sheet.restore());
  return true;
}

function movedByKey(props: RowProps, { key }: KeyboardEvent): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  move(props, key === 'ArrowUp' ? -1 : 1);
  return true;
}

/** Enter adds a row below, or goes to the one that is there and still empty. */
function goOn(props: RowProps): boolean {
  const { sheet, row, index } = props;
  const next = sheet.rows[index + 1];
  const isEmpty = row.latex.trim() === '';
  if (next !== undefined && (isEmpty || next.latex.trim() === '')) go(props, next.id);
  else if (!isEmpty) editAndGo(props, () => sheet.addAfter(row.id));
  return true;
}

/** Backspace takes back a row that was added and never written in; what was written and emptied stays where it is. */
function takenBackByKey(props: RowProps): boolean {
  const { sheet, row, index } = props;
  if (index === 0 || row.latex !== '' || !sheet.isFresh(row.id)) return false;
  remove(props);
  return true;
}

/** A relation that is typed before anything else is the row's relation. */
function relationByKey(props: RowProps, event: KeyboardEvent): boolean {
  const { sheet, row, desk, index } = props;
  if (index === 0 || !isAtStart(fieldId(desk, slotOf(row.id)))) return false;
  const relation = typedRelation(event, sheet.growing === row.id ? row.relation : undefined);
  if (relation === undefined) return false;
  edit(props, () => {
    sheet.change(row.id, { relation });
  });
  sheet.growing = row.id;
  desk.say(`${nameOf(props)}: ${RELATIONS[relation].words}`);
  return true;
}

const NEW_CHAIN = 'new';

function relationChoice(props: RowProps): TemplateResult {
  const { row, sheet } = props;
  const choose = (event: Event): void => {
    const value = property(event, 'value');
    if (typeof value !== 'string') return;
    edit(props, () => {
      sheet.change(row.id, { relation: isRelation(value) ? value : undefined });
    });
  };
  const chosen = row.relation ?? NEW_CHAIN;
  return html`<select
    aria-label=${`Relation of ${nameOf(props)} to the one before`}
    ?disabled=${props.readOnly}
    .value=${live(chosen)}
    @change=${choose}
  >
    ${Object.entries(RELATIONS).map(
      ([relation, { sign, words }]) =>
        html`<option value=${relation} aria-label=${words} ?selected=${relation === chosen}>
          ${sign}
        </option>`,
    )}
    <option value=${NEW_CHAIN} ?selected=${chosen === NEW_CHAIN}>new chain</option>
  </select>`;
}

function reasonField(props: RowProps): TemplateResult | typeof nothing {
  const { row, sheet, desk } = props;
  if (props.index === 0 || (props.readOnly && row.reason === '')) return nothing;
  const typed = (event: Event): void => {
    const reason = property(event, 'value');
    if (typeof reason !== 'string') return;
    edit(
      props,
      () => {
        sheet.change(row.id, { reason });
      },
      TYPING_MS,
    );
  };
  return html`<input
    class="reason"
    type="text"
    dir="auto"
    aria-label=${`Reason for ${nameOf(props)} (optional)`}
    placeholder="Reason (optional)"
    ?readonly=${props.readOnly}
    .value=${live(row.reason)}
    @input=${typed}
    @focusout=${() => void desk.draft.flush()}
  />`;
}

function remove(props: RowProps): void {
  editAndGo(props, () => props.sheet.remove(props.row.id));
  props.desk.say(`${nameOf(props)} was removed`);
}

function move(props: RowProps, by: 1 | -1): void {
  editAndGo(props, () => {
    props.sheet.move(props.row.id, by);
    return props.row.id;
  });
}

const ARRANGEMENTS: readonly {
  readonly icon: IconName;
  readonly words: string;
  readonly act: (props: RowProps) => void;
}[] = [
  {
    icon: 'up',
    words: 'Move up',
    act: (props) => {
      move(props, -1);
    },
  },
  {
    icon: 'down',
    words: 'Move down',
    act: (props) => {
      move(props, 1);
    },
  },
  {
    icon: 'remove',
    words: 'Delete',
    act: remove,
  },
];

const arrange = (props: RowProps): TemplateResult =>
  palette(
    `Arrange ${nameOf(props)}`,
    ARRANGEMENTS.map(({ icon: name, words, act }) => ({
      content: icon(name),
      label: `${words}: ${nameOf(props)}`,
      press: () => {
        act(props);
      },
    })),
  );
