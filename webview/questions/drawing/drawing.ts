/** A drawing on the plane: a board and the same drawing as a list; once checked, what is right, missing or too much. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf, type Verdict, type Writing } from '../../../src/protocol/messages.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';
import { pointsOf } from '../../task/verdictWords.ts';
import { icon } from '../../controls/icon.ts';
import { proseLine } from '../../typeset/prose.ts';
import { checkButton } from '../checkButton.ts';
import { type Explanation, type Form, type FormProps } from '../form.ts';
import { formulaTools } from '../formula.ts';
import { rewritten, writingOf } from '../writing.ts';
import { Board } from './board.ts';
import { boardView } from './boardView.ts';
import { STROKES, type StrokeKind, type Strokes, partsOf, strokesOf } from './evidence.ts';
import { Hand } from './hand.ts';
import { keyHelp, keySentences } from './keyHelp.ts';
import { Keys } from './keys.ts';
import { listView } from './listView.ts';
import { numberText } from './numbers.ts';
import { namingView } from './tagView.ts';
import { toolbarView } from './toolbarView.ts';
import { description, pointWords } from './words.ts';

type Props = FormProps<'drawing'>;

const isDrawing = (answer: object): answer is AnswerOf['drawing'] => 'items' in answer;

export const drawingForm: Form<'drawing'> = {
  isAnswer: isDrawing,
  body,
  actions: ({ desk, state, answer }) =>
    checkButton({ desk, state }, state.readOnly ?? (answer ? undefined : 'Draw something first')),
  submit: ({ desk, state, answer }) =>
    state.readOnly === undefined && answer ? desk.check() : Promise.resolve(),
  explain,
};

interface Easel {
  readonly board: Board;
  readonly hand: Hand;
  readonly keys: Keys;
}

const easels = new WeakMap<QuestionDesk, Easel>();

function easelOf({ desk, question, answer, state }: Props): Easel {
  const known = easels.get(desk);
  const board = known?.board ?? new Board(desk, question);
  const easel = known ?? { board, hand: new Hand(board), keys: new Keys(board) };
  easels.set(desk, easel);
  board.sketch.adopt(answer);
  board.isReadOnly = state.readOnly !== undefined;
  return easel;
}

function body(props: Props): TemplateResult {
  const { desk, question, state, headingId } = props;
  const easel = easelOf(props);
  const { board } = easel;
  const strokes = strokesOf(desk.draft.verdict);
  const writing = writingOf(
    desk,
    state,
    board.sheet.tags.map(({ latex }) => latex),
  );
  const ids = { tolerance: `${board.id}-tolerance`, words: `${board.id}-words` };
  return html`<div class="drawing">
    ${toolbarView(board)}
    <div class="drawing-columns">
      <div class="board">
        ${boardView({
          ...easel,
          under: underOf(props),
          strokes,
          label: `Drawing for question ${question.id}, ${question.title}`,
          describedBy: `${headingId} ${ids.words} ${ids.tolerance}`,
        })}
        ${namingView(board, writing)} ${strokes ? legend(strokes) : nothing}
        ${foot(props, board, ids.tolerance)} ${board.isReadOnly ? nothing : keyHelp(board)}
        <p id=${ids.words} class="unseen">
          ${description(board.sheet)} ${board.isReadOnly ? nothing : keySentences(board)}
        </p>
      </div>
      <div class="drawn">
        ${listView(board, writing)} ${question.labels === 'none' ? nothing : tools(props, board)}
      </div>
    </div>
  </div>`;
}

/** What another question of the task has drawn by now. */
function underOf({ desk, question }: Props): AnswerOf['drawing'] | undefined {
  const answer = question.over === undefined ? undefined : desk.answerOf(question.over);
  return answer !== undefined && isDrawing(answer) ? answer : undefined;
}

const foot = (props: Props, { cursor }: Board, id: string): TemplateResult =>
  html`<div class="board-foot">
    ${allowance(props, id)}
    ${cursor ? html`<span class="board-place" aria-hidden="true">Cross at ${pointWords(cursor)}</span>` : nothing}
  </div>`;

const allowance = ({ question }: Props, id: string): TemplateResult =>
  html`<p class="board-note quiet" id=${id}>
    Up to ${numberText(question.tolerance)} beside is fine.
    ${question.over === undefined ? nothing : html`Pale: your drawing of question ${question.over}.`}
  </p>`;

function tools(props: Props, board: Board): TemplateResult | typeof nothing {
  const { desk, state, question } = props;
  const { tags } = board.sheet;
  const slot = board.writingSlot;
  if (tags.length === 0 && board.naming === undefined) return nothing;
  return formulaTools({
    desk,
    state,
    writing: writingOf(desk, state, []),
    symbols: slot === undefined ? [] : question.palette,
    slot: slot ?? '',
    choose: (writing) => void choose(props, board, writing),
  });
}

/** All labels are written in the same way; their texts change with it unless they were written in meanwhile. */
async function choose({ desk }: Props, board: Board, writing: Writing): Promise<void> {
  if (writing === 'text') desk.chooseWriting(writing);
  const { rows, tags } = board.sheet;
  const texts = await Promise.all(tags.map(({ latex }) => rewritten(desk, writing, latex)));
  const isEdited = texts.some((latex, index) => latex !== tags[index]?.latex);
  if (isEdited && board.sheet.tags === tags) {
    board.change({
      rows,
      tags: tags.map((tag, index) => ({ ...tag, latex: texts[index] ?? tag.latex })),
    });
  }
  if (writing === 'formula') desk.chooseWriting(writing);
}

const LEGEND: { readonly [K in StrokeKind]: string } = {
  right: 'right',
  missing: 'missing',
  superfluous: 'too much',
};

function legend(strokes: Strokes): TemplateResult {
  const kinds = STROKES.filter((kind) => strokes[kind].length > 0);
  return html`<ul class="legend" aria-label="What the marks on the board mean">
    ${kinds.map(
      (kind) =>
        html`<li>
          <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
            <path class=${`stroke-rim ${kind}`} d="M3 7H31"></path>
            <path class=${`stroke ${kind}`} d="M3 7H31"></path>
          </svg>
          ${LEGEND[kind]}
        </li>`,
    )}
  </ul>`;
}

function explain(verdict: Verdict): Explanation {
  const parts = partsOf(verdict);
  if (parts.length === 0) return { remarks: verdict.feedback, more: nothing };
  return {
    remarks: verdict.feedback,
    more: html`<ul class="checks">
      ${parts.map(
        (part) =>
          html`<li class="tone-${part.points >= part.maxPoints ? 'good' : 'mixed'}">
            ${icon(part.points >= part.maxPoints ? 'check' : part.points > 0 ? 'half' : 'cross')}
            <span>${proseLine(part.name)} · ${pointsOf(part)}</span>
          </li>`,
      )}
    </ul>`,
  };
}
