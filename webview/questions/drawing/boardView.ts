/** The board as a picture: SVG drawn anew from what is known, and typeset formulas above it. */

import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { type AnswerOf, type PlanePoint } from '../../../src/protocol/messages.ts';
import { formula } from '../../typeset/prose.ts';
import { type Board } from './board.ts';
import { ghost } from './drafting.ts';
import { type Strokes, STROKES } from './evidence.ts';
import { gridView, numbersView } from './gridView.ts';
import { type Hand } from './hand.ts';
import { inkOf, itemView, pathOf } from './itemView.ts';
import { type Keys } from './keys.ts';
import { tagsView } from './tagView.ts';
import { itemsOf } from './sketch.ts';
import { isDrawn } from './tools.ts';
import { type Sight, mostWidth, pictureHeight, toPixel } from './viewport.ts';

export interface BoardProps {
  readonly board: Board;
  readonly hand: Hand;
  readonly keys: Keys;
  /** the drawing in the background */
  readonly under: AnswerOf['drawing'] | undefined;
  /** of the verdict */
  readonly strokes: Strokes | undefined;
  readonly label: string;
  /** ids of what describes it */
  readonly describedBy: string;
}

export function boardView(props: BoardProps): TemplateResult {
  const { board, hand, keys } = props;
  const { sight } = board;
  return html`<div
    id=${board.id}
    class="board-area"
    role="application"
    aria-roledescription="drawing board"
    aria-label=${props.label}
    aria-describedby=${props.describedBy}
    tabindex="0"
    data-tool=${board.tool}
    ?data-checked=${props.strokes !== undefined}
    style=${`height: ${pictureHeight(sight.frame)}px; max-width: ${mostWidth(board.question.window)}`}
    ${ref(board.follow)}
    @pointerdown=${hand.pointerDown}
    @pointermove=${hand.pointerMove}
    @pointerup=${hand.pointerUp}
    @pointercancel=${hand.pointerCancel}
    @pointerleave=${hand.pointerLeave}
    @dblclick=${hand.doubleClick}
    @wheel=${hand.wheel}
    @keydown=${keys.keyDown}
    @focus=${keys.focus}
    @blur=${keys.blur}
  >
    ${picture(props, sight)}
    <div class="board-texts" aria-hidden="true">${axisNames(board, sight)} ${tagsView(board)}</div>
  </div>`;
}

function picture({ board, under, strokes }: BoardProps, sight: Sight): TemplateResult {
  const { frame } = sight;
  const { question } = board;
  const clip = `clip-${board.id}`;
  return html`<svg
    width=${board.width}
    height=${pictureHeight(frame)}
    viewBox=${`0 0 ${board.width} ${pictureHeight(frame)}`}
    aria-hidden="true"
  >
    <clipPath id=${clip}>
      <rect x=${frame.left} y=${frame.top} width=${frame.width} height=${frame.height}></rect>
    </clipPath>
    ${numbersView(sight, question.grid)}
    <g clip-path=${`url(#${clip})`}>
      ${gridView(sight, question.grid, question.window)}
      ${under ? svg`<path class="under" d=${under.items.map((item) => inkOf(sight, item)).join('')}></path>` : nothing}
    </g>
    <rect
      class="frame"
      x=${frame.left}
      y=${frame.top}
      width=${frame.width}
      height=${frame.height}
    ></rect>
    <g clip-path=${`url(#${clip})`}>${strokes ? strokesView(sight, strokes) : nothing}</g>
    ${guard(
      [board.sheet, board.width, board.camera, board.selected, board.tool, board.isReadOnly],
      () => itemViews(board, sight),
    )}
    ${tagDots(board, sight)} ${ghostView(board, sight)}
    ${board.cursor ? cross(sight, board.cursor) : nothing}
  </svg>`;
}

/** Each kind of stroke has a pattern of its own: colour is not needed to tell them apart. */
const strokesView = (sight: Sight, strokes: Strokes): SVGTemplateResult =>
  svg`<g class="strokes">${STROKES.map((kind) => {
    const path = strokes[kind].map((each) => pathOf(sight, each)).join('');
    return svg`<path class=${`stroke-rim ${kind}`} d=${path}></path><path class=${`stroke ${kind}`} d=${path}></path>`;
  })}</g>`;

/** In a crowd, numbers tell nobody anything. */
const MOST_NUMBERS = 60;

const itemViews = (board: Board, sight: Sight): readonly SVGTemplateResult[] =>
  itemsOf(board.sheet).map(({ row, item }, index, { length }) =>
    itemView(sight, {
      item,
      number: index + 1,
      isNumbered: length <= MOST_NUMBERS || row.id === board.selected,
      isSelected: row.id === board.selected,
      isOpen: !board.isReadOnly && (board.tool === 'select' || row.id === board.selected),
    }),
  );

const tagDots = ({ sheet, selected }: Board, sight: Sight): readonly unknown[] =>
  sheet.tags.map(({ id, at: [x, y] }) => {
    if (x === undefined || y === undefined) return nothing;
    const [left, top] = toPixel(sight, [x, y]);
    return svg`<circle class="tag-dot" ?data-selected=${id === selected} cx=${left} cy=${top} r="3"></circle>`;
  });

/** What is being drawn, as it would be if the next point came where the pointer is. */
function ghostView(board: Board, sight: Sight): unknown {
  const { tool, pending, aim } = board;
  const points = ghost(board);
  const isLong = isDrawn(tool) && points.length >= 2;
  const dot = (point: PlanePoint): SVGTemplateResult => {
    const [x, y] = toPixel(sight, point);
    return svg`<circle class="aim" cx=${x} cy=${y} r="4"></circle>`;
  };
  return svg`<g class="ghost">
    ${isLong ? svg`<path class="ink" d=${inkOf(sight, { type: tool, points: points })}></path>` : nothing}
    ${pending.map(dot)} ${aim && tool !== 'select' ? dot(aim) : nothing}
  </g>`;
}

function cross(sight: Sight, point: PlanePoint): SVGTemplateResult {
  const [x, y] = toPixel(sight, point);
  const path = `M${x - 11} ${y}h22M${x} ${y - 11}v22`;
  return svg`<g class="cross"><path class="cross-rim" d=${path}></path><path d=${path}></path></g>`;
}

/** At the far ends of the axes, or of the frame where an axis is out of sight. */
function axisNames({ question: { axes } }: Board, sight: Sight): TemplateResult {
  const { left, top, width, height } = sight.frame;
  const [x, y] = toPixel(sight, [0, 0]);
  const within = (value: number, from: number, size: number): number =>
    Math.min(from + size, Math.max(from, value));
  const right = `left: ${left + width - 4}px; top: ${within(y, top + 26, height - 28)}px`;
  const up = `left: ${within(x, left, width - 30)}px; top: ${top + 2}px`;
  return html`<span class="axis-name across" style=${right}>${formula(axes[0])}</span>
    <span class="axis-name up" style=${up}>${formula(axes[1])}</span>`;
}
