/** What a check found in a diagram: marks on what is wrong, and the differences as a list that points at them. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Verdict } from '../../../src/protocol/messages.ts';
import { type IconName, icon } from '../../controls/icon.ts';
import { proseLine } from '../../typeset/prose.ts';
import { type Explanation } from '../form.ts';
import { type Place } from './acts.ts';
import { type Spotlight } from './easel.ts';

const DIFFERENCES = [
  'missing-node',
  'superfluous-node',
  'missing-edge',
  'superfluous-edge',
  'reversed-edge',
  'wrong-role',
  'wrong-label',
] as const;

type DifferenceKind = (typeof DIFFERENCES)[number];

interface Difference {
  readonly kind: DifferenceKind;
  readonly message: string;
  /** ids of the nodes that it speaks of */
  readonly nodes: readonly string[];
  /** places of edges in the answer */
  readonly edges: readonly number[];
}

export type Mark = 'superfluous' | 'reversed' | 'wrong';

interface Sign {
  readonly icon: IconName;
  /** put on what it speaks of; what is missing cannot be marked */
  readonly mark: Mark | undefined;
  readonly marked: 'nodes' | 'edges';
}

const SIGNS: { readonly [K in DifferenceKind]: Sign } = {
  'missing-node': { icon: 'plus', mark: undefined, marked: 'nodes' },
  'missing-edge': { icon: 'plus', mark: undefined, marked: 'edges' },
  'superfluous-node': { icon: 'cross', mark: 'superfluous', marked: 'nodes' },
  'superfluous-edge': { icon: 'cross', mark: 'superfluous', marked: 'edges' },
  'reversed-edge': { icon: 'swap', mark: 'reversed', marked: 'edges' },
  'wrong-role': { icon: 'warning', mark: 'wrong', marked: 'nodes' },
  'wrong-label': { icon: 'warning', mark: 'wrong', marked: 'nodes' },
};

export const MARKS: { readonly [M in Mark]: { readonly icon: IconName; readonly words: string } } =
  {
    superfluous: { icon: 'cross', words: 'does not belong here' },
    reversed: { icon: 'swap', words: 'points the wrong way' },
    wrong: { icon: 'warning', words: 'is not right' },
  };

/** `evidence.differences` */
function differencesOf(verdict: Verdict | undefined): readonly Difference[] {
  const found: unknown = verdict?.evidence?.['differences'];
  return Array.isArray(found) ? found.filter(isDifference) : [];
}

function isDifference(value: unknown): value is Difference {
  if (typeof value !== 'object' || value === null) return false;
  if (!('kind' in value && 'message' in value && 'nodes' in value && 'edges' in value))
    return false;
  const { kind, message, nodes, edges } = value;
  return (
    DIFFERENCES.some((each) => each === kind) &&
    typeof message === 'string' &&
    Array.isArray(nodes) &&
    nodes.every((each) => typeof each === 'string') &&
    Array.isArray(edges) &&
    edges.every((each) => typeof each === 'number')
  );
}

export interface Marks {
  readonly nodes: ReadonlyMap<string, Mark>;
  /** by their place in the answer */
  readonly edges: ReadonlyMap<number, Mark>;
}

export function marksOf(verdict: Verdict | undefined): Marks {
  const nodes = new Map<string, Mark>();
  const edges = new Map<number, Mark>();
  for (const difference of differencesOf(verdict)) {
    const { mark, marked } = SIGNS[difference.kind];
    if (mark === undefined) continue;
    if (marked === 'nodes') for (const id of difference.nodes) nodes.set(id, mark);
    // a wrong label may be an edge's
    if (marked === 'edges' || difference.nodes.length === 0)
      for (const index of difference.edges) edges.set(index, mark);
  }
  return { nodes, edges };
}

/** @param place where the diagram stands that the verdict is about */
export function explanation(verdict: Verdict, place: Place): Explanation {
  const differences = differencesOf(verdict);
  const said = new Set(differences.map(({ message }) => message));
  return {
    remarks: verdict.feedback.filter((remark) => !said.has(remark)),
    more: differences.length === 0 ? nothing : list(differences, place),
  };
}

const list = (differences: readonly Difference[], place: Place): TemplateResult =>
  html`<ul class="diagram-differences" aria-label="Differences">
    ${differences.map((difference) => item(difference, place))}
  </ul>`;

/** A difference that names something in the drawing points at it while it has the pointer or the focus. */
function item(difference: Difference, place: Place): TemplateResult {
  const { kind, message, nodes, edges } = difference;
  const content = html`<span class="diagram-difference-sign">${icon(SIGNS[kind].icon)}</span>
    <span>${proseLine(message)}</span>`;
  if (nodes.length + edges.length === 0) return html`<li data-difference=${kind}>${content}</li>`;
  const point = (spotlight: Spotlight | undefined) => (): void => {
    place.easel.spotlight = spotlight;
    place.desk.redraw();
  };
  const on = point(spotlightOn(difference, place));
  const off = point(undefined);
  return html`<li data-difference=${kind}>
    <button
      type="button"
      title="Shows it in the diagram"
      @pointerenter=${on}
      @pointerleave=${off}
      @focus=${on}
      @blur=${off}
    >
      ${content}
    </button>
  </li>`;
}

const spotlightOn = ({ nodes, edges }: Difference, { easel }: Place): Spotlight => ({
  nodes: new Set(nodes),
  arrows: new Set(
    easel.sketch.graph.arrows
      .filter((_arrow, index) => edges.includes(index))
      .map(({ key }) => key),
  ),
});
