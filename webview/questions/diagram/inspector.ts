/** What is selected: its label as a formula, a node's role, an edge's ends. */

import { type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button } from '../../controls/button.ts';
import { type FormulaProps, formulaEcho, formulaField } from '../formula.ts';
import {
  type Place,
  beginArrow,
  change,
  fieldSlot,
  goTo,
  labelSlot,
  nameOf,
  relabel,
  remove,
  turnRound,
} from './acts.ts';
import { type Arrow, type Graph, arrowOf, changeArrow, changeNode, nodeOf } from './graph.ts';
import { ROLES, ROLE_NAMES, isRole } from './outline.ts';
import { type Choice, selectOne } from './selectOne.ts';
import { type Picked } from './sketch.ts';
import { spoken } from './words.ts';

export function inspector(place: Place): TemplateResult | typeof nothing {
  const { graph, picked } = place.easel.sketch;
  if (picked === undefined) return nothing;
  const name = nameOf(graph, picked);
  return html`<div class="diagram-inspector" role="group" aria-label=${name}>
    ${keyed(labelSlot(picked), labelLine(place, picked))}
    <div class="diagram-properties">
      ${picked.kind === 'node' ? roleChoice(place, picked.id) : endChoices(place, picked.key)}
      ${place.readOnly ? nothing : buttons(place, picked)}
    </div>
  </div>`;
}

const writtenLabel = (graph: Graph, picked: Picked): string =>
  (picked.kind === 'node' ? nodeOf(graph, picked.id)?.label : arrowOf(graph, picked.key)?.label) ??
  '';

/** Enter leads back to where the label stands. */
export const labelField = (place: Place, picked: Picked): FormulaProps => ({
  desk: place.desk,
  writing: place.writing,
  slot: fieldSlot(place.easel, picked),
  label: `Label of ${lowered(nameOf(place.easel.sketch.graph, picked))}`,
  latex: writtenLabel(place.easel.sketch.graph, picked),
  symbols: place.symbols,
  readOnly: place.readOnly,
  type: (latex) => {
    relabel(place, picked, latex);
  },
  leave: () => void place.desk.draft.flush(),
  key: (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    goTo(place, picked);
  },
});

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function labelLine(place: Place, picked: Picked): TemplateResult {
  const field = labelField(place, picked);
  const hint = html`<p class="formula-hint quiet">
    ${picked.kind === 'node' ? 'A letter or a formula.' : 'May stay empty.'} <kbd>Enter</kbd> leads
    back to the diagram.
  </p>`;
  return html`<div class="formula-line">
      <span class="diagram-field-name" aria-hidden="true">Label</span> ${formulaField(field)}
    </div>
    ${formulaEcho(field, place.readOnly ? nothing : hint)}`;
}

const ROLE_CHOICES: readonly Choice[] = [
  { value: '', words: 'no role' },
  ...ROLE_NAMES.map((role) => ({ value: role, words: ROLES[role].word })),
];

export function roleChoice(place: Place, id: string): TemplateResult {
  const { easel, readOnly } = place;
  return selectOne({
    name: 'Role',
    label: `Role of ${lowered(nameOf(easel.sketch.graph, { kind: 'node', id }))}`,
    choices: ROLE_CHOICES,
    chosen: nodeOf(easel.sketch.graph, id)?.role ?? '',
    disabled: readOnly,
    choose: (value) => {
      const role = isRole(value) ? value : undefined;
      change(place, changeNode(easel.sketch.graph, id, { role }));
    },
  });
}

export function endChoices(place: Place, key: number): readonly TemplateResult[] {
  const arrow = arrowOf(place.easel.sketch.graph, key);
  return arrow === undefined
    ? []
    : [endChoice(place, arrow, 'from'), endChoice(place, arrow, 'to')];
}

const ENDS = { from: 'From', to: 'To' } as const;

function endChoice(place: Place, arrow: Arrow, end: keyof typeof ENDS): TemplateResult {
  const { easel, readOnly } = place;
  const { graph } = easel.sketch;
  return selectOne({
    name: ENDS[end],
    label: `${ENDS[end]}: ${lowered(nameOf(graph, { kind: 'arrow', key: arrow.key }))}`,
    choices: nodeChoices(graph),
    chosen: arrow[end],
    disabled: readOnly,
    choose: (id) => {
      change(place, changeArrow(easel.sketch.graph, arrow.key, { [end]: id }));
    },
  });
}

/** Nodes with the same label are told apart by their number. */
function nodeChoices({ nodes }: Graph): readonly Choice[] {
  const names = nodes.map(({ label }) => spoken(label));
  return nodes.map(({ id }, index) => {
    const name = names[index] ?? '';
    const isTwice = names.filter((each) => each === name).length > 1;
    return { value: id, words: isTwice ? `${name} (node ${index + 1})` : name };
  });
}

function buttons(place: Place, picked: Picked): TemplateResult {
  const { easel } = place;
  return html`${
    picked.kind === 'node'
      ? button({
          words: 'Connect from here',
          hint: 'C, then the label of the other node and Enter; or drag from the handle',
          press: () => {
            beginArrow(place, picked.id);
          },
        })
      : button({
          words: 'Turn round',
          icon: 'swap',
          hint: 'R',
          press: () => {
            turnRound(place, picked.key);
          },
        })
  }
  ${button({
    words: 'Delete',
    icon: 'remove',
    label: `Delete ${lowered(nameOf(easel.sketch.graph, picked))}`,
    hint: 'Del',
    press: () => {
      remove(place, picked);
      goTo(place, undefined);
    },
  })}`;
}
