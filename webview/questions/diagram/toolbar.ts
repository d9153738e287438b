/** The tools above the canvas, and below it what the shapes mean and which keys there are. */

import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../../controls/icon.ts';
import { type ToolbarButton, toolbar } from '../../controls/toolbar.ts';
import { type Place, addNode, lookAtAll, redo, tidy, undo, zoom } from './acts.ts';
import { ROLES, ROLE_NAMES, outlineOf, pathOf } from './outline.ts';

export function tools(place: Place): TemplateResult {
  const groups = place.readOnly ? [looking(place)] : [editing(place), looking(place)];
  return toolbar(`Tools of the diagram of question ${place.desk.id}`, groups);
}

const UNDO = ['Ctrl+Z'] as const;
const REDO = ['Ctrl+Y', 'Ctrl+Shift+Z'] as const;

const editing = (place: Place): readonly ToolbarButton[] => [
  {
    content: html`<span class="diagram-add">${icon('plus')} Node</span>`,
    label: 'Add a node',
    key: 'N, or a double click where nothing is',
    press: () => {
      addNode(place);
    },
  },
  {
    content: icon('undo'),
    label: 'Undo',
    key: UNDO.join(' or '),
    rests: !place.easel.sketch.canUndo,
    press: () => {
      undo(place);
    },
  },
  {
    content: icon('redo'),
    label: 'Redo',
    key: REDO.join(' or '),
    rests: !place.easel.sketch.canRedo,
    press: () => {
      redo(place);
    },
  },
  {
    content: icon('layers'),
    label: 'Lay out in layers',
    key: 'L',
    press: () => {
      tidy(place);
    },
  },
];

const looking = (place: Place): readonly ToolbarButton[] => [
  {
    content: icon('minus'),
    label: 'Zoom out',
    key: '-',
    press: () => {
      zoom(place, 0.8);
    },
  },
  {
    content: icon('plus'),
    label: 'Zoom in',
    key: '+',
    press: () => {
      zoom(place, 1.25);
    },
  },
  {
    content: icon('fit'),
    label: 'Show all',
    key: '0',
    press: () => {
      lookAtAll(place);
    },
  },
];

const SAMPLE = { width: 26, height: 16 } as const;

/** Of the roles that occur. */
export function legend({ easel }: Place): TemplateResult | typeof nothing {
  const used = ROLE_NAMES.filter((role) =>
    easel.sketch.graph.nodes.some((node) => node.role === role),
  );
  if (used.length === 0) return nothing;
  return html`<ul class="diagram-legend" aria-label="What the shapes mean">
    ${used.map(
      (role) =>
        html`<li data-role=${role}>
          <svg class="diagram-sample" viewBox="-14 -9 28 18" aria-hidden="true">
            <path d=${pathOf(outlineOf(role, SAMPLE))}></path>
          </svg>
          ${ROLES[role].word}
        </li>`,
    )}
  </ul>`;
}

const KEYS: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['N'], 'adds a node'],
  [['C'], 'begins an edge; type the label of the other node, then Enter'],
  [['Enter'], 'edits the label, and leads back from it'],
  [['←', '→', '↑', '↓'], 'go to the next node that way'],
  [['PgUp', 'PgDn'], 'go through all nodes; from an edge to its own'],
  [['Shift'], 'with an arrow moves the node'],
  [['E'], 'goes to the edges of a node; R turns one round'],
  [['Del'], 'deletes'],
  [UNDO, 'undo'],
  [REDO, 'redo'],
  [['L'], 'lays out in layers'],
  [['+', '-', '0'], 'zoom in, out, show all; or Ctrl and the wheel'],
];

export const keysHelp = (): TemplateResult =>
  html`<details class="diagram-keys">
    <summary>Keys</summary>
    <p>By mouse, an edge is pulled from the small circle of a node to another node.</p>
    <dl>
      ${KEYS.map(
        ([keys, words]) =>
          html`<div>
            <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
