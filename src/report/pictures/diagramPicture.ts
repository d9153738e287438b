/** A diagram as it was handed in, with what does not belong there marked. */

import { type DiagramAnswer } from '../../core/answer/answer.ts';
import { type AnswerProps } from '../answers/answerProps.ts';
import { readFormula } from '../answers/readFormula.ts';
import { type Html, html } from '../html.ts';
import { type Arrow, arrowBetween, loopAt } from './arrow.ts';
import { type Box, boxesOf } from './layout.ts';
import { type Size, sizeOf, tag } from './tag.ts';

export interface Marks {
  /** ids */
  readonly nodes: ReadonlySet<string>;
  /** places among the answer's edges */
  readonly edges: ReadonlySet<number>;
}

type Props = Pick<AnswerProps<'diagram'>, 'question' | 'answer'>;

/** More are no diagram that anyone could read. */
const MOST = 150;
const NODE = { least: 44, height: 38, beside: 14 } as const;
const MARGIN = 16;

export function diagramPicture({ question, answer }: Props, marks: Marks): Html {
  const shown = { nodes: answer.nodes.slice(0, MOST), edges: answer.edges.slice(0, 2 * MOST) };
  const names = shown.nodes.map(({ label }) => readFormula(question, label.slice(0, 200)));
  const boxes = boxesOf(shown, names.map(nodeSize));
  const arrows = arrowsOf(shown, boxes);
  const view = viewOf(boxes, arrows);
  const nodes = shown.nodes.map(({ id }, index) =>
    nodeView(boxes[index], names[index], marks.nodes.has(id)),
  );
  const lines = [...arrows].map(([index, arrow]) => {
    const label = shown.edges[index]?.label ?? '';
    const name = label.trim() === '' ? undefined : readFormula(question, label.slice(0, 200));
    return edgeView(arrow, name, marks.edges.has(index));
  });
  return html`<figure class="picture broad">
    <svg
      viewBox="${view.box}"
      style="max-width:${view.width}px"
      role="img"
      aria-label="Diagram: ${question.title}; ${shown.nodes.length} nodes, ${shown.edges.length} edges"
    >
      ${lines}${nodes}
    </svg>
    ${marks.nodes.size + marks.edges.size > 0 && html`<figcaption>Dashed: see the remarks.</figcaption>`}
  </figure>`;
}

function nodeSize(name: Html): Size {
  const { width, height } = sizeOf(name);
  return {
    width: Math.max(NODE.least, width + NODE.beside),
    height: Math.max(NODE.height, height + 10),
  };
}

/** By the place of the edge; one that begins or ends nowhere has none. */
function arrowsOf({ nodes, edges }: DiagramAnswer, boxes: readonly Box[]): Map<number, Arrow> {
  const byId = new Map(nodes.map(({ id }, index) => [id, boxes[index]]));
  const pairs = new Set(edges.map(({ from, to }) => JSON.stringify([from, to])));
  const arrows = new Map<number, Arrow>();
  edges.forEach(({ from, to }, index) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (start === undefined || end === undefined) return;
    const bend = pairs.has(JSON.stringify([to, from])) ? 0.12 : 0;
    arrows.set(index, start === end ? loopAt(start) : arrowBetween(start, end, bend));
  });
  return arrows;
}

function viewOf(boxes: readonly Box[], arrows: ReadonlyMap<number, Arrow>) {
  const corners = [
    ...boxes.flatMap(({ middle: [x, y], width, height }) => [
      [x - width / 2, y - height / 2] as const,
      [x + width / 2, y + height / 2] as const,
    ]),
    ...[...arrows.values()].map(({ middle }) => middle),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(0, ...xs, Infinity), Math.min(...ys, 0)];
  const low = [
    xs.length > 0 ? Math.min(...xs) : left,
    ys.length > 0 ? Math.min(...ys) : top,
  ] as const;
  const high = [Math.max(low[0] + 80, ...xs), Math.max(low[1] + 40, ...ys)] as const;
  const width = Math.round(high[0] - low[0] + 2 * MARGIN);
  const height = Math.round(high[1] - low[1] + 2 * MARGIN);
  const box = `${Math.round(low[0] - MARGIN)} ${Math.round(low[1] - MARGIN)} ${width} ${height}`;
  return { box, width };
}

function nodeView(
  box: Box | undefined,
  name: Html | undefined,
  isMarked: boolean,
): Html | undefined {
  if (box === undefined || name === undefined) return undefined;
  const { middle, width, height } = box;
  const [x, y] = [middle[0] - width / 2, middle[1] - height / 2].map((each) => each.toFixed(1));
  return html`<rect
      class="node ${isMarked && 'marked'}"
      x="${x}"
      y="${y}"
      width="${width}"
      height="${height}"
      rx="10"
    />${tag(middle, { width, height }, name)}`;
}

function edgeView({ line, head, middle }: Arrow, name: Html | undefined, isMarked: boolean): Html {
  const marked = isMarked && 'marked';
  return html`<path class="edge ${marked}" d="${line}" /><path
      class="head ${marked}"
      d="${head}"
    />${name && tag(middle, sizeOf(name), name, true)}`;
}
