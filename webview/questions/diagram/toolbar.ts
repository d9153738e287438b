/** The tools above the canvas, and below it what the shapes mean and which keys there are. */

import { type TemplateResult, html, nothing } from 'lit';
import { button } from '../../controls/button.ts';
import { type IconName, icon } from '../../controls/icon.ts';
import { palette } from '../../controls/palette.ts';
import { type Place, addNode, lookAtAll, redo, tidy, undo, zoom } from './acts.ts';
import { ROLES, ROLE_NAMES, outlineOf, pathOf } from './outline.ts';

interface Tool {
  readonly icon: IconName;
  readonly words: string;
  readonly act: (place: Place) => void;
}

const EDITING: readonly Tool[] = [
  { icon: 'undo', words: 'Undo (Ctrl+Z)', act: undo },
  { icon: 'redo', words: 'Redo (Ctrl+Y)', act: redo },
  { icon: 'layers', words: 'Lay out in layers (L)', act: tidy },
];

const LOOKING: readonly Tool[] = [
  {
    icon: 'minus',
    words: 'Zoom out (-)',
    act: (place) => {
      zoom(place, 0.8);
    },
  },
  {
    icon: 'plus',
    words: 'Zoom in (+)',
    act: (place) => {
      zoom(place, 1.25);
    },
  },
  { icon: 'fit', words: 'Show all (0)', act: lookAtAll },
];

export function toolbar(place: Place): TemplateResult {
  const tools = place.readOnly ? LOOKING : [...EDITING, ...LOOKING];
  return html`<div class="diagram-tools">
    ${place.readOnly ? nothing : addButton(place)}
    ${palette(
      `Tools of the diagram of question ${place.desk.id}`,
      tools.map(({ icon: name, words, act }) => ({
        content: icon(name),
        label: words,
        press: () => {
          act(place);
        },
      })),
    )}
  </div>`;
}

const addButton = (place: Place): TemplateResult =>
  button({
    words: 'Add node',
    icon: 'plus',
    hint: 'N, or a double click where nothing is',
    press: () => {
      addNode(place);
    },
  });

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
  [['PgUp', 'PgDn'], 'go through all nodes'],
  [['Shift'], 'with an arrow moves the node'],
  [['E'], 'goes to the edges of a node; R turns one round'],
  [['Del'], 'deletes'],
  [['Ctrl+Z', 'Ctrl+Y'], 'undo, redo'],
  [['L'], 'lays out in layers'],
  [['+', '-', '0'], 'zoom in, out, show all; or Ctrl and the wheel'],
];

export const keysHelp = (): TemplateResult =>
  html`<details class="diagram-keys">
    <summary>Keys</summary>
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
