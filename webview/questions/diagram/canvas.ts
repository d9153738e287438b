/** The drawing: all that can be seen of the diagram, by pointer and by keyboard. */

import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Place, canvasId, isPicked } from './acts.ts';
import { CANVAS } from './easel.ts';
import { type Marks, marksOf } from './judgement.ts';
import { understand } from './keys.ts';
import { type Drawing, arrowNote, arrowView, nodeView } from './objects.ts';
import { drag, press, release, turnWheel, twice } from './pointer.ts';
import { measured } from './scales.ts';
import { type Picked } from './sketch.ts';
import { graphWords, nodeWords } from './words.ts';

const wordsId = (place: Place): string => `${canvasId(place.desk)}-words`;

export function canvasView(place: Place): TemplateResult {
  const { desk, easel } = place;
  const { graph } = easel.sketch;
  return html`<div
      id=${canvasId(desk)}
      class="diagram-canvas"
      role="application"
      aria-roledescription="diagram"
      aria-label=${`Diagram of question ${desk.id}`}
      aria-describedby=${wordsId(place)}
      tabindex=${graph.nodes.length === 0 ? 0 : -1}
      data-gesture=${easel.gesture?.kind ?? 'none'}
      ${measured(easel.scales, CANVAS)}
      @pointerdown=${handled(place, press)}
      @pointermove=${handled(place, drag)}
      @pointerup=${handled(place, release)}
      @pointercancel=${handled(place, release)}
      @dblclick=${handled(place, twice)}
      @wheel=${handled(place, turnWheel)}
      @keydown=${handled(place, understand)}
      @focusin=${handled(place, pickFocused)}
    >
      ${world(place, marksOf(desk.draft.verdict))}
      ${graph.nodes.length === 0 ? empty(place) : nothing} ${connecting(place)}
    </div>
    ${hint(place)}
    <p id=${wordsId(place)} class="unseen">${graphWords(graph)}</p>`;
}

/** From then on it is known how. */
const LEARNT = 2;

function hint({ easel, readOnly }: Place): TemplateResult | typeof nothing {
  const { nodes, arrows } = easel.sketch.graph;
  if (readOnly || nodes.length === 0 || arrows.length >= LEARNT) return nothing;
  return html`<p class="diagram-hint">
    Pull an edge from the small circle beside a node, or press <kbd>C</kbd> on the node.
  </p>`;
}

const handled =
  <E extends Event>(place: Place, act: (place: Place, event: E) => void) =>
  (event: E): void => {
    act(place, event);
  };

function world(place: Place, marks: Marks): TemplateResult {
  const { easel } = place;
  const { graph, picked } = easel.sketch;
  const [first] = graph.nodes;
  const current: Picked | undefined = picked ?? (first && { kind: 'node', id: first.id });
  const drawing: Drawing = { place, current };
  const { x, y, zoom } = easel.lens;
  return html`<div
    class="diagram-world"
    style=${`transform: translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${zoom.toFixed(4)})`}
  >
    <svg class="diagram-arrows">
      ${repeat(
        graph.arrows,
        ({ key }) => key,
        (arrow, index) => arrowView(drawing, arrow, marks.edges.get(index)),
      )}
      ${rubber(place)}
    </svg>
    ${repeat(
      graph.nodes,
      ({ id }) => id,
      (node) => nodeView(drawing, node, marks.nodes.get(node.id)),
    )}
    ${graph.arrows.map((arrow, index) => arrowNote(place, arrow, marks.edges.get(index)))}
  </div>`;
}

/** The arrow that is being drawn, as far as the pointer has got. */
function rubber({ easel }: Place): SVGTemplateResult | typeof nothing {
  if (easel.gesture?.kind !== 'connect') return nothing;
  const { from, to } = easel.gesture;
  const box = easel.boxes.get(from);
  if (box === undefined) return nothing;
  const [x, y] = box.middle;
  return svg`<path class="diagram-rubber" d=${`M${x + box.width / 2} ${y}L${to[0]} ${to[1]}`}></path>`;
}

const empty = ({ readOnly }: Place): TemplateResult =>
  html`<p class="diagram-empty">
    ${
      readOnly
        ? 'Nothing is drawn.'
        : html`Double-click here or press <kbd>N</kbd> to add a node, or write edges such as
            <kbd>a, b -&gt; c</kbd> below. An edge is pulled from the small circle of a node to
            another node.`
    }
  </p>`;

/** While an arrow is being drawn by keyboard. */
function connecting({ easel }: Place): TemplateResult | typeof nothing {
  const { graph, from, picked } = easel.sketch;
  if (from === undefined) return nothing;
  const to = picked?.kind === 'node' ? nodeWords(graph, picked.id) : '…';
  return html`<p class="diagram-connecting" aria-hidden="true">
    ${nodeWords(graph, from)} → ${to}: <kbd>Tab</kbd>, arrows or its label choose,
    <kbd>Enter</kbd> connects, <kbd>Esc</kbd> ends
  </p>`;
}

/** Whatever has the focus is what keys act on. */
function pickFocused({ easel, desk }: Place, { target }: FocusEvent): void {
  const picked = target instanceof Element ? pickedAt(target) : undefined;
  if (picked === undefined || isPicked(easel, picked)) return;
  easel.sketch.pick(picked);
  desk.redraw();
}

function pickedAt(target: Element): Picked | undefined {
  const node = target.getAttribute('data-node');
  if (node !== null) return { kind: 'node', id: node };
  const arrow = target.getAttribute('data-arrow');
  return arrow === null ? undefined : { kind: 'arrow', key: Number(arrow) };
}
