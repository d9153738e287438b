/** Labels on the board: typeset where they belong, and the field in which one is written there. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Writing } from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { icon } from '../../controls/icon.ts';
import { dotted } from '../../controls/mathLatex.ts';
import { formula, proseLine } from '../../typeset/prose.ts';
import { focusOn } from '../../controls/formulaInput.ts';
import { formulaEcho, formulaField } from '../formula.ts';
import { type Board } from './board.ts';
import { type LabelRemark, labelRemarksOf } from './evidence.ts';
import { tagField, tagSlot } from './tagField.ts';
import { type Tag, indexOfTag, isPoint } from './sketch.ts';
import { toPixel } from './viewport.ts';

/** How it is read, as far as that is known; else as it is written. */
function shown({ desk }: Board, { id, latex }: Tag): unknown {
  const echo = desk.readings.of(tagSlot(id), latex)?.echo;
  return echo?.kind === 'read' ? formula(dotted(echo.latex)) : latex;
}

export function remarkOn({ desk, sheet }: Board, id: number): LabelRemark | undefined {
  const index = indexOfTag(sheet, id);
  return labelRemarksOf(desk.draft.verdict).find(({ label }) => label === index);
}

/** To the left of its dot where there is more room than to the right. */
const TURNS = 0.5;

export const tagsView = (board: Board): readonly unknown[] =>
  board.sheet.tags.map((tag) => {
    if (!isPoint(tag.at) || tag.latex.trim() === '') return nothing;
    const [x, y] = toPixel(board.sight, tag.at);
    return html`<span
      class="drawn-tag"
      data-tag=${tag.id}
      data-side=${x > board.width * TURNS ? 'left' : 'right'}
      data-outcome=${remarkOn(board, tag.id)?.verdict ?? 'none'}
      ?data-selected=${board.selected === tag.id}
      style=${`left: ${x}px; top: ${y}px`}
      >${shown(board, tag)}</span
    >`;
  });

const NAMING_WIDTH = 230;

/** The field on the board, below the place that the label is for. */
export function namingView(board: Board, writing: Writing): TemplateResult | typeof nothing {
  const { naming } = board;
  if (naming === undefined || board.isReadOnly) return nothing;
  const [x, y] = toPixel(board.sight, naming.at);
  const left = Math.max(0, Math.min(board.width - NAMING_WIDTH, x - NAMING_WIDTH / 2));
  const close = (): void => {
    closeNaming(board);
    focusOn(board.id);
  };
  const key = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
    if (!isEnter && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const field = tagField(board, {
    ...naming,
    name: 'Label on the board',
    place: 'board',
    writing,
    key,
  });
  return html`<div
    class="naming"
    role="group"
    aria-label="Label"
    style=${`left: ${left}px; top: ${y + 12}px`}
    @focusout=${(event: FocusEvent) => {
      leave(board, event);
    }}
  >
    ${formulaField(field)} ${formulaEcho(field)}
    <div class="naming-actions">${button({ words: 'Done', hint: 'Enter', press: close })}</div>
  </div>`;
}

/** Who goes on elsewhere is done with it; a window that loses the focus is not. */
function leave(board: Board, { currentTarget, relatedTarget }: FocusEvent): void {
  const isWithin =
    currentTarget instanceof Element &&
    relatedTarget instanceof Node &&
    currentTarget.contains(relatedTarget);
  if (!isWithin && document.hasFocus() && relatedTarget !== null) closeNaming(board);
}

function closeNaming(board: Board): void {
  const id = board.naming?.id;
  if (id === undefined) return;
  board.naming = undefined;
  board.writingSlot = tagSlot(id);
  const tag = board.sheet.tags.find((each) => each.id === id);
  if (tag?.latex.trim() === '') board.remove(id);
  else if (tag) board.desk.say(`Label ${tag.latex} put.`);
  board.desk.redraw();
}

const OUTCOME_SIGNS = {
  right: { sign: 'check', tone: 'good', words: 'Right.' },
  wrong: { sign: 'cross', tone: 'bad', words: 'Not right here.' },
  misplaced: { sign: 'half', tone: 'mixed', words: 'Right elsewhere.' },
  undecided: { sign: 'question', tone: 'quiet', words: 'Not counted.' },
  unreadable: { sign: 'warning', tone: 'mixed', words: 'Not readable.' },
} as const;

export function outcomeView(remark: LabelRemark | undefined): TemplateResult | typeof nothing {
  if (remark === undefined) return nothing;
  const { sign, tone, words } = OUTCOME_SIGNS[remark.verdict];
  return html`<p class="tag-outcome tone-${tone}">
    ${icon(sign)} <span>${proseLine(remark.message || words)}</span>
  </p>`;
}
