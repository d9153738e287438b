/** A drawing as it was handed in, with what was found right, too much, and missing. */

import { type DrawnItem } from '../../core/answer/answer.ts';
import { clipped } from '../../core/plane/clipped.ts';
import { type PlanePoint, type PlaneWindow, segmentsOf } from '../../core/plane/plane.ts';
import { type AnswerProps } from '../answers/answerProps.ts';
import { polylinesIn } from '../answers/evidence.ts';
import { readFormula } from '../answers/readFormula.ts';
import { type Html, html } from '../html.ts';
import { formula } from '../prose.ts';
import { type Frame, frameOf, grid, pathOf, toPicture } from './frame.ts';
import { sizeOf, tag } from './tag.ts';

const WIDTH = 460;

const STROKES = [
  ['right', 'right'],
  ['superfluous', 'too much'],
  ['missing', 'missing'],
] as const;

type Props = AnswerProps<'drawing'>;

export function drawingPicture({ question, answer, graded }: Props): Html {
  const frame = frameOf(question.window, WIDTH);
  const strokes = STROKES.map(([name, words]) => ({
    name,
    words,
    lines: polylinesIn(graded.evidence?.[name]),
  })).filter(({ lines }) => lines.length > 0);
  const paths = strokes.map(({ name, lines }) =>
    lines.map((line) => html`<path class="stroke-${name}" d="${pathOf(frame, line)}" />`),
  );
  const legend = strokes.map(({ name, words }) => key(`stroke-${name}`, words));
  return html`<figure class="picture">
    <svg
      viewBox="0 0 ${WIDTH} ${Math.round(frame.height)}"
      role="img"
      aria-label="${spoken(question.title, strokes)}"
    >
      ${grid(frame, question.grid)}${ink(frame, answer.items)}${paths}${labels(frame, { question, answer })}
    </svg>
    <figcaption>
      ${key('drawn', 'drawn')}${legend}<span
        >Axes: ${formula(question.axes[0])} to the right, ${formula(question.axes[1])} up</span
      >
    </figcaption>
  </figure>`;
}

const key = (name: string, words: string): Html =>
  html`<span
    ><svg viewBox="0 0 30 8" aria-hidden="true"><path class="${name}" d="M1 4H29" /></svg
    >${words}</span
  >`;

function spoken(title: string, strokes: readonly { readonly words: string }[]): string {
  const found = strokes.map(({ words }) => words).join(', ');
  return `Drawing: ${title}${found === '' ? '' : `; marked: ${found}`}`;
}

const REACH = {
  line: { from: -Infinity, to: Infinity },
  ray: { from: 0, to: Infinity },
  segment: { from: 0, to: 1 },
  polyline: { from: 0, to: 1 },
} as const;

/** Of a scribble the beginning is enough. */
const MOST_ITEMS = 500;
const MOST_LABELS = 60;

function ink(frame: Frame, items: readonly DrawnItem[]): Html[] {
  return items.slice(0, MOST_ITEMS).map((item) => {
    const path = stretches(item, frame.window).map((line) => pathOf(frame, line));
    return html`<path class="drawn" d="${path.join('')}" />`;
  });
}

function stretches({ type, points }: DrawnItem, window: PlaneWindow): PlanePoint[][] {
  return segmentsOf(points.slice(0, MOST_ITEMS)).flatMap((segment) => {
    const [dx, dy] = [segment.to[0] - segment.from[0], segment.to[1] - segment.from[1]];
    const isLong = Number.isFinite(dx + dy) && Math.hypot(dx, dy) > 0;
    const inside = isLong ? clipped(segment, REACH[type], window) : undefined;
    return inside === undefined ? [] : [[inside.from, inside.to]];
  });
}

function labels(frame: Frame, { question, answer }: Pick<Props, 'question' | 'answer'>): Html[] {
  const { low, high } = question.window;
  const shown = answer.labels.filter(({ at: [x, y], latex }) => {
    const isInside = x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1];
    return isInside && latex.trim() !== '';
  });
  return shown.slice(0, MOST_LABELS).map(({ at, latex }) => {
    const content = readFormula(question, latex.slice(0, 200));
    return tag(toPicture(frame, at), sizeOf(content), content, true);
  });
}
