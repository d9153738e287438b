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

interface Pointed {
  /** ids of the nodes that it speaks of */
  readonly nodes: readonly string[];
  /** places of edges in the answer */
  readonly edges: readonly number[];
}

interface Difference extends Pointed {
  readonly kind: DifferenceKind;
  readonly message: string;
}

export type Mark = 'superfluous' | 'reversed' | 'wrong' | 'unreadable';

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
    unreadable: { icon: 'warning', words: 'could not be read' },
  };

/** `evidence.differences` */
function differencesOf(verdict: Verdict | undefined): readonly Difference[] {
  const found: unknown = verdict?.evidence?.['differences'];
  return Array.isArray(found) ? found.filter(isDifference) : [];
}

function isDifference(value: unknown): value is Difference {
  const kind = fieldOf(value, 'kind');
  return (
    isPointed(value) &&
    DIFFERENCES.some((each) => each === kind) &&
    typeof fieldOf(value, 'message') === 'string'
  );
}

function isPointed(value: unknown): value is Pointed {
  const [nodes, edges] = [fieldOf(value, 'nodes'), fieldOf(value, 'edges')];
  return (
    Array.isArray(nodes) &&
    nodes.every((each) => typeof each === 'string') &&
    Array.isArray(edges) &&
    edges.every((each) => typeof each === 'number')
  );
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

export interface Marks {
  readonly nodes: ReadonlyMap<string, Mark>;
  /** by their place in the answer */
  readonly edges: ReadonlyMap<number, Mark>;
}

export function marksOf(verdict: Verdict | undefined): Marks {
  const nodes = new Map<string, Mark>();
  const edges = new Map<number, Mark>();
  const put = (mark: Mark, at: Pointed): void => {
    for (const id of at.nodes) nodes.set(id, mark);
    for (const index of at.edges) edges.set(index, mark);
  };
  const unread = fieldOf(verdict?.evidence, 'unreadable');
  if (isPointed(unread)) put('unreadable', unread);
  for (const difference of differencesOf(verdict)) {
    const mark = SIGNS[difference.kind].mark;
    if (mark !== undefined) put(mark, markedBy(difference));
  }
  return { nodes, edges };
}

/** Nodes and edges that belong to what is marked are shown, and not marked themselves. */
function markedBy({ kind, nodes, edges }: Difference): Pointed {
  const isOfEdges = SIGNS[kind].marked === 'edges' || (kind === 'wrong-label' && edges.length > 0);
  return isOfEdges ? { nodes: [], edges } : { nodes, edges: [] };
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
