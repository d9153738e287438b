/** A network that is asked for, with its labels read and its definitions taken apart. */

import { type Declarations } from '../math/declarations.ts';
import { type Checked } from '../math/shape/checked.ts';
import { checkExpression } from '../math/shape/checkExpression.ts';
import { type Expression } from '../math/expression.ts';
import { readExpression } from '../math/read/readStatement.ts';
import { type Network, type NetworkNode } from './network.ts';
import { type Part, anatomyOf, definitionOf } from './parts.ts';
import { type Label, BLANK, readLabel } from './readLabel.ts';

export interface ReferenceNode {
  readonly authored: NetworkNode;
  readonly label: Label;
  /** keys of the letters and words that mean this node */
  readonly names: readonly string[];
  /** formulas that mean this node: those of its labels, and what its letter stands for */
  readonly values: readonly Checked[];
  /** the outermost operation of what it stands for */
  readonly operation?: string | undefined;
  /** nodes of the letters in what it stands for, by place; undefined for letters that are no nodes */
  readonly leaves: readonly (number | undefined)[];
}

/** A step on the way to a node. */
export interface ReferencePart extends Part {
  readonly owner: number;
}

export interface ReferenceEdge {
  readonly from: number;
  readonly to: number;
  readonly label: Label;
  readonly optional: boolean;
}

/** Nodes are places in `nodes`; a *target* is such a place, or that of a part after them all. */
export interface Reference {
  readonly nodes: readonly ReferenceNode[];
  readonly parts: readonly ReferencePart[];
  readonly edges: readonly ReferenceEdge[];
  /** nodes that may be one */
  readonly merges: readonly (readonly [number, number])[];
  readonly declarations: Declarations;
}

/** Taking a network apart costs more than judging a drawing of it. */
const KNOWN = new WeakMap<Network, Reference>();

/** The network's formulas must be readable: loading a task set has refused all others. */
export function referenceOf(network: Network, declarations: Declarations): Reference {
  const known = KNOWN.get(network);
  if (known?.declarations === declarations) return known;
  const reference = takenApart(network, declarations);
  KNOWN.set(network, reference);
  return reference;
}

function takenApart(network: Network, declarations: Declarations): Reference {
  const named = network.nodes.map((authored) => namedNode(authored, declarations));
  const placeOf = placesByName(named);
  const drawn = new Set(placeOf.keys());
  const nodes = named.map((node) => withLeaves(node, declarations, placeOf));
  const place = (id: string): number => network.nodes.findIndex((node) => node.id === id);
  return {
    nodes,
    parts: named.flatMap(({ body }, owner) =>
      body === undefined
        ? []
        : anatomyOf(body, declarations, drawn).parts.map((part) => ({ ...part, owner })),
    ),
    edges: network.edges.map(({ from, to, label, optional }) => ({
      from: place(from),
      to: place(to),
      label: label === undefined ? BLANK : authoredLabel(label, declarations),
      optional,
    })),
    merges: network.nodes.flatMap(({ mergedWith }, here) =>
      mergedWith === undefined ? [] : [[here, place(mergedWith)] as const],
    ),
    declarations,
  };
}

interface NamedNode extends Omit<ReferenceNode, 'leaves'> {
  readonly body?: Expression | undefined;
}

function authoredLabel(text: string, declarations: Declarations): Label {
  const label = readLabel(text, declarations);
  if (!label.ok)
    throw new Error(`The label '${text}' of the question cannot be used. ${label.error.message}`);
  return label.value;
}

function namedNode(authored: NetworkNode, declarations: Declarations): NamedNode {
  const label = authoredLabel(authored.label, declarations);
  const others = authored.also.map((text) => authoredLabel(text, declarations));
  const body = bodyOf(authored.label, declarations);
  const checked = body && checkExpression(body, declarations);
  return {
    authored,
    label,
    names: [label, ...others].flatMap(({ names, texts }) => [...names, ...texts]),
    values: [
      ...[label, ...others].flatMap(({ formulas }) => formulas),
      ...(checked?.ok === true ? [checked.value] : []),
    ],
    operation: body && outermost(body),
    body,
  };
}

/** What the label stands for: the meaning of its letter, or the formula itself. */
function bodyOf(text: string, declarations: Declarations): Expression | undefined {
  const read = readExpression(text, declarations);
  if (!read.ok) return undefined;
  return read.value.kind === 'symbol' ? definitionOf(read.value, declarations) : read.value;
}

function outermost(body: Expression): string {
  if (body.kind === 'call') return body.name;
  const isDifference = body.kind === 'sum' && body.terms.some(({ kind }) => kind === 'negate');
  return isDifference ? 'difference' : body.kind;
}

function placesByName(nodes: readonly NamedNode[]): ReadonlyMap<string, number> {
  return new Map(nodes.flatMap(({ names }, place) => names.map((name) => [name, place] as const)));
}

function withLeaves(
  { body, ...node }: NamedNode,
  declarations: Declarations,
  placeOf: ReadonlyMap<string, number>,
): ReferenceNode {
  const leaves =
    body === undefined ? [] : anatomyOf(body, declarations, new Set(placeOf.keys())).leaves;
  return { ...node, leaves: leaves.map(({ key }) => placeOf.get(key)) };
}
