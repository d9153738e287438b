/** The same diagram as two lists, nodes and edges, where everything can be written without the drawing. */

import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type DiagramNode } from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { focusOn } from '../../controls/formulaInput.ts';
import { icon } from '../../controls/icon.ts';
import { fieldId, formulaEcho, formulaField } from '../formula.ts';
import {
  type Place,
  fieldSlot,
  isPicked,
  labelSlot,
  nameOf,
  remove,
  save,
  turnRound,
} from './acts.ts';
import { type Arrow, withArrow } from './graph.ts';
import { endChoices, labelField, roleChoice } from './inspector.ts';
import { type Picked } from './sketch.ts';
import { sizeWords } from './words.ts';

export function lists(place: Place): TemplateResult {
  const { easel, desk } = place;
  const toggle = ({ currentTarget }: Event): void => {
    easel.isListOpen = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
    desk.redraw();
  };
  return html`<details
    id=${`diagram-lists-${desk.id}`}
    class="diagram-lists"
    ?open=${easel.isListOpen}
    @toggle=${toggle}
  >
    <summary>As a list <span class="quiet">· ${sizeWords(easel.sketch.graph)}</span></summary>
    ${easel.isListOpen ? content(place) : nothing}
  </details>`;
}

function content(place: Place): TemplateResult {
  const { graph } = place.easel.sketch;
  return html`<h3>Nodes</h3>
    <ul aria-label="Nodes">
      ${repeat(
        graph.nodes,
        ({ id }) => id,
        (node) => nodeRow(place, node),
      )}
    </ul>
    ${place.readOnly ? nothing : addNodeButton(place)}
    <h3>Edges</h3>
    <ul aria-label="Edges">
      ${repeat(
        graph.arrows,
        ({ key }) => key,
        (arrow) => arrowRow(place, arrow),
      )}
    </ul>
    ${place.readOnly ? nothing : addArrowButton(place)}`;
}

function nodeRow(place: Place, { id }: DiagramNode): TemplateResult {
  const picked: Picked = { kind: 'node', id };
  return html`<li
    class="diagram-row"
    ?data-picked=${isPicked(place.easel, picked)}
    @focusin=${picking(place, picked)}
  >
    ${labelCell(place, picked)} ${roleChoice(place, id)} ${signs(place, picked)}
  </li>`;
}

function arrowRow(place: Place, { key }: Arrow): TemplateResult {
  const picked: Picked = { kind: 'arrow', key };
  return html`<li
    class="diagram-row"
    ?data-picked=${isPicked(place.easel, picked)}
    @focusin=${picking(place, picked)}
  >
    ${endChoices(place, key)} ${labelCell(place, picked)} ${signs(place, picked)}
  </li>`;
}

/** What is written in here is selected in the drawing. */
const picking =
  ({ easel, desk }: Place, picked: Picked) =>
  (): void => {
    const { sketch } = easel;
    if (isPicked(easel, picked)) return;
    sketch.pick(picked);
    desk.redraw();
  };

/** How it is read shows in the drawing; what cannot be read is said here too. */
function labelCell(place: Place, picked: Picked): TemplateResult {
  const field = labelField(place, picked);
  const read = place.desk.readings.of(labelSlot(picked), field.latex)?.echo;
  return html`<div class="diagram-label-cell">
    <span class="diagram-field-name" aria-hidden="true">Label</span>
    ${formulaField(field)} ${read?.kind === 'complaint' ? formulaEcho(field) : nothing}
  </div>`;
}

function signs(place: Place, picked: Picked): TemplateResult | typeof nothing {
  if (place.readOnly) return nothing;
  const name = nameOf(place.easel.sketch.graph, picked);
  return html`<span class="diagram-signs">
    ${
      picked.kind === 'node'
        ? nothing
        : sign('swap', `Turn round: ${name}`, () => {
            turnRound(place, picked.key);
          })
    }
    ${sign('remove', `Delete: ${name}`, (event) => {
      goOn(event);
      remove(place, picked);
    })}
  </span>`;
}

const sign = (
  name: 'swap' | 'remove',
  label: string,
  press: (event: Event) => void,
): TemplateResult =>
  html`<button type="button" aria-label=${label} title=${label} @click=${press}>
    ${icon(name)}
  </button>`;

/** The row goes, and the focus to the same button of the next, or of the one before. */
function goOn({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const row = currentTarget.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const target =
    neighbour?.querySelector<HTMLElement>('.diagram-signs button:last-child') ??
    currentTarget.closest('details')?.querySelector('summary');
  target?.focus();
}

const addNodeButton = (place: Place): TemplateResult =>
  button({
    words: 'Add a node',
    icon: 'plus',
    press: () => {
      const { easel, desk } = place;
      const id = easel.sketch.addNode('');
      save(place);
      desk.say('Node added; write its label');
      queueMicrotask(() => {
        focusOn(fieldId(desk, fieldSlot(easel, { kind: 'node', id })));
      });
    },
  });

/** Between the last two nodes; both ends are chosen in its row. */
function addArrowButton(place: Place): TemplateResult {
  const { sketch } = place.easel;
  const { nodes } = sketch.graph;
  return button({
    words: 'Add an edge',
    icon: 'plus',
    disabled: nodes.length === 0,
    hint: nodes.length === 0 ? 'Add a node first' : undefined,
    press: () => {
      addArrow(place);
    },
  });
}

function addArrow(place: Place): void {
  const { easel, desk } = place;
  const { sketch } = easel;
  const [from, to = from] = sketch.graph.nodes.slice(-2);
  if (from === undefined || to === undefined) return;
  const key = sketch.freshKey();
  sketch.change(withArrow(sketch.graph, { from: from.id, to: to.id, key }));
  sketch.pick({ kind: 'arrow', key });
  save(place);
  desk.say(`${nameOf(sketch.graph, { kind: 'arrow', key })} added; choose its ends`);
  queueMicrotask(() => {
    document
      .getElementById(`diagram-lists-${desk.id}`)
      ?.querySelector<HTMLElement>('ul[aria-label="Edges"] li:last-child select')
      ?.focus();
  });
}
