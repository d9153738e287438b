/** Nodes and arrows as they are drawn. Nodes and labels are HTML, so that formulas are typeset; arrows are SVG. */

import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import { type DiagramNode } from '../../../src/protocol/messages.ts';
import { icon } from '../../controls/icon.ts';
import { formula } from '../../typeset/prose.ts';
import { type Place, isPicked, isSame, labelSlot, objectId } from './acts.ts';
import { type Course } from './courses.ts';
import { sizeName } from './easel.ts';
import { type Arrow } from './graph.ts';
import { MARKS, type Mark } from './judgement.ts';
import { outlineOf, pathOf } from './outline.ts';
import { type Box } from './plane.ts';
import { measured } from './scales.ts';
import { type Picked } from './sketch.ts';
import { arrowWords, nodeDescription } from './words.ts';

export interface Drawing {
  readonly place: Place;
  /** the object at which the Tab key comes in */
  readonly current: Picked | undefined;
}

/** As the host reads it, so that plain text is typeset too; until then as it is written. */
function label({ desk }: Place, picked: Picked, written: string): TemplateResult | typeof nothing {
  if (written.trim() === '') return nothing;
  const echo = desk.readings.of(labelSlot(picked), written)?.echo;
  return formula(echo?.kind === 'read' ? echo.latex : written);
}

const badge = (mark: Mark | undefined): TemplateResult | typeof nothing =>
  mark === undefined
    ? nothing
    : html`<span class="diagram-badge" aria-hidden="true">${icon(MARKS[mark].icon)}</span>`;

const marked = (words: string, mark: Mark | undefined): string =>
  mark === undefined ? words : `${words}; ${MARKS[mark].words}`;

export function nodeView(
  { place, current }: Drawing,
  node: DiagramNode,
  mark: Mark | undefined,
): TemplateResult {
  const { desk, easel } = place;
  const { sketch } = easel;
  const picked: Picked = { kind: 'node', id: node.id };
  const box = easel.boxes.get(node.id);
  const [x, y] = box?.middle ?? [0, 0];
  return html`<div
    id=${objectId(desk, picked)}
    class="diagram-node"
    data-node=${node.id}
    data-role=${node.role ?? 'none'}
    data-mark=${mark ?? 'none'}
    ?data-picked=${isPicked(easel, picked)}
    ?data-source=${sketch.from === node.id}
    ?data-lit=${easel.spotlight?.nodes.has(node.id)}
    role="button"
    aria-roledescription="node"
    aria-label=${marked(nodeDescription(sketch.graph, node.id), mark)}
    tabindex=${isSame(current, picked) ? 0 : -1}
    style=${`left: ${x}px; top: ${y}px`}
    ${measured(easel.scales, sizeName(node.id))}
  >
    ${box ? shape(node, box) : nothing}
    <span class="diagram-label" aria-hidden="true">${label(place, picked, node.label)}</span>
    ${badge(mark)} ${place.readOnly ? nothing : handle}
  </div>`;
}

const handle = html`<span class="diagram-handle" data-handle title="Drag to another node"></span>`;

const shape = ({ role }: DiagramNode, { width, height }: Box): TemplateResult =>
  html`<svg
    class="diagram-shape"
    aria-hidden="true"
    viewBox=${`${-width / 2} ${-height / 2} ${width} ${height}`}
  >
    <path d=${pathOf(outlineOf(role, { width, height }))}></path>
  </svg>`;

export function arrowView(
  { place, current }: Drawing,
  arrow: Arrow,
  mark: Mark | undefined,
): SVGTemplateResult | typeof nothing {
  const { desk, easel } = place;
  const course = easel.courses.get(arrow.key);
  if (course === undefined) return nothing;
  const picked: Picked = { kind: 'arrow', key: arrow.key };
  const words = arrowWords(easel.sketch.graph, arrow);
  return svg`<g
    id=${objectId(desk, picked)}
    class="diagram-arrow"
    data-arrow=${arrow.key}
    data-mark=${mark ?? 'none'}
    ?data-picked=${isPicked(easel, picked)}
    ?data-lit=${easel.spotlight?.arrows.has(arrow.key)}
    role="button"
    aria-roledescription="edge"
    aria-label=${marked(words, mark)}
    tabindex=${isSame(current, picked) ? 0 : -1}
  >
    <path class="diagram-reach" d=${course.line}></path>
    <path class="diagram-line" d=${course.line}></path>
    <path class="diagram-head" d=${course.head}></path>
  </g>`;
}

/** What stands at the middle of an arrow: its label, and the sign of its mark. */
export function arrowNote(
  { easel, ...rest }: Place,
  arrow: Arrow,
  mark: Mark | undefined,
): TemplateResult | typeof nothing {
  const course = easel.courses.get(arrow.key);
  const written = arrow.label ?? '';
  if (course === undefined || (written === '' && mark === undefined)) return nothing;
  const picked: Picked = { kind: 'arrow', key: arrow.key };
  return html`<div class="diagram-note" data-mark=${mark ?? 'none'} style=${standing(course)}>
    <span aria-hidden="true">${label({ easel, ...rest }, picked, written)}</span>
    ${mark === undefined ? nothing : icon(MARKS[mark].icon)}
  </div>`;
}

const standing = ({ middle: [x, y] }: Course): string =>
  `left: ${x.toFixed(1)}px; top: ${y.toFixed(1)}px`;
