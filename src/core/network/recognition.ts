/** What the label of each drawn node may stand for, before edges are looked at. */

import { type Checked } from '../math/shape/checked.ts';
import { type Label } from './readLabel.ts';
import { type Reference, type ReferenceNode } from './reference.ts';
import { type SameValue, type Sameness } from './sameValue.ts';
import { type Sketch, type SketchNode } from './sketch.ts';

export interface Recognition {
  /** nodes that the label names, in its order; a node that is named is meant */
  readonly named: readonly number[];
  /** nodes and parts that are worth the same as a formula of the label, the nearest first */
  readonly worth: readonly number[];
  /** a formula of the label is worth something else than what its name stands for */
  readonly contradicts: boolean;
  /** could not be compared */
  readonly unsure: boolean;
}

export function recognise(sketch: Sketch, reference: Reference, same: SameValue): Recognition[] {
  const literal = sketch.nodes.map(({ label }) => namedIn(label, reference));
  const drawn = new Set(literal.flat());
  return sketch.nodes.map((node, place) => {
    const own = literal[place] ?? [];
    const named = own.length > 0 ? own : namedByEdges(place, { sketch, reference, drawn });
    return { named, ...worthOf(node, named, reference, same) };
  });
}

/** Letters and words mean nodes; a key is found in the order in which the label has it. */
export function namedIn({ names, texts }: Label, { nodes }: Reference): number[] {
  const places = [...names, ...texts].map((key) =>
    nodes.findIndex((node) => node.names.includes(key)),
  );
  return [...new Set(places.filter((place) => place >= 0))];
}

interface Surroundings {
  readonly sketch: Sketch;
  readonly reference: Reference;
  /** nodes that are named by a label of their own */
  readonly drawn: ReadonlySet<number>;
}

/** An operation whose result is named on the edges that leave it. */
function namedByEdges(place: number, { sketch, reference, drawn }: Surroundings): number[] {
  const { label } = sketch.nodes[place] ?? {};
  if (label === undefined || (label.latex !== '' && label.operation === undefined)) return [];
  const leaving = sketch.edges.filter(({ from }) => from === place);
  const names = new Set(
    leaving.flatMap(({ labels }) => labels.flatMap((each) => namedIn(each, reference))),
  );
  const [name] = names;
  const isFree = name !== undefined && names.size === 1 && !drawn.has(name);
  return isFree && (reference.nodes[name]?.leaves.length ?? 0) > 0 ? [name] : [];
}

type Worth = Omit<Recognition, 'named'>;

/** Of a named node's formulas is asked only whether they fit its name. */
function worthOf(
  { label }: SketchNode,
  named: readonly number[],
  reference: Reference,
  same: SameValue,
): Worth {
  const { nodes, parts } = reference;
  if (named.length > 0) {
    const found = named.flatMap((node) =>
      comparisons(label, nodes[node]?.values ?? [], (left, right) => meant(left, right, same)),
    );
    const contradicts = found.length > 0 && found.every((each) => each === 'different');
    return { worth: [], contradicts, unsure: false };
  }
  const candidates = [...nodes.map(({ values }) => values), ...parts.map(({ value }) => [value])];
  const stated = parts.flatMap(({ key }, place) =>
    key !== undefined && label.names.includes(key) ? [nodes.length + place] : [],
  );
  const asWritten = candidates.map((values) =>
    comparisons(label, values, (left, right) => same.asWritten(left, right)),
  );
  const near = [...new Set([...stated, ...targetsThatAre('same', asWritten)])];
  if (near.length > 0) return { worth: near, contradicts: false, unsure: false };
  const inTheEnd = candidates.map((values) =>
    comparisons(label, values, (left, right) => same.inTheEnd(left, right)),
  );
  const unsure = [...asWritten, ...inTheEnd].flat().includes('undecided');
  return { worth: targetsThatAre('same', inTheEnd), contradicts: false, unsure };
}

type Compare = (left: Checked, right: Checked) => Sameness;

function comparisons(
  { formulas }: Label,
  values: readonly Checked[],
  compare: Compare,
): Sameness[] {
  return formulas.flatMap((formula) => values.map((value) => compare(formula, value)));
}

function targetsThatAre(wanted: Sameness, found: readonly (readonly Sameness[])[]): number[] {
  return found.flatMap((each, target) => (each.includes(wanted) ? [target] : []));
}

function meant(left: Checked, right: Checked, same: SameValue): Sameness {
  const asWritten = same.asWritten(left, right);
  return asWritten === 'same' ? asWritten : same.inTheEnd(left, right);
}

/** Whether an operation's sign may stand for the node, whose calculation ends with it. */
export function endsWith({ operation }: ReferenceNode, label: Label): boolean {
  const sign = label.operation?.name;
  return (
    sign !== undefined && (sign === operation || (sign === 'sum' && operation === 'difference'))
  );
}
