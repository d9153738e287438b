/** The edges that a network has when given steps are drawn as nodes, and given nodes as one. */

import { liesIn } from './parts.ts';
import { type Label, BLANK } from './readLabel.ts';
import { type Reference } from './reference.ts';

export interface Wanted {
  /** targets: nodes, and parts after them */
  readonly from: number;
  readonly to: number;
  readonly label: Label;
  readonly optional: boolean;
  /** how many edges may do it, where the calculation uses a value several times */
  readonly times: number;
}

/** Which nodes are drawn as one, and which parts as nodes. */
export interface Form {
  readonly merged: readonly (readonly [number, number])[];
  readonly parts: readonly number[];
}

export function edgeKey(from: number, to: number): string {
  return `${from}>${to}`;
}

/** The node that stands for both. */
export function standIn(node: number, { merged }: Form): number {
  return merged.find(([one]) => one === node)?.[1] ?? node;
}

export function expectation(reference: Reference, form: Form): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const want = (edge: Wanted): void => {
    const [from, to] = [standIn(edge.from, form), standIn(edge.to, form)];
    const isInside = from === to && edge.from !== edge.to;
    if (isInside) return;
    const key = edgeKey(from, to);
    const times = Math.max(edge.times, wanted.get(key)?.times ?? 0);
    wanted.set(key, { ...edge, from, to, times });
  };
  for (const edge of reference.edges) {
    for (const [to, times] of endsOf(edge, reference, form)) want({ ...edge, to, times });
  }
  for (const part of form.parts) {
    const owner = ownerOf(part, reference);
    const to = innermost(reference, form, (each) => isInside(part, each, reference)) ?? owner;
    want({ from: part, to, label: BLANK, optional: false, times: 1 });
  }
  return wanted;
}

/** The node itself, or the one that a part belongs to. */
export function ownerOf(target: number, { nodes, parts }: Reference): number {
  return parts[target - nodes.length]?.owner ?? target;
}

/** Where an edge to a node ends: at the steps that use its value, if they are drawn. */
function endsOf(
  { from, to }: { readonly from: number; readonly to: number },
  reference: Reference,
  form: Form,
): ReadonlyMap<number, number> {
  const leaves = (reference.nodes[to]?.leaves ?? []).flatMap((node, leaf) =>
    node === from ? [leaf] : [],
  );
  const ends = new Map<number, number>();
  for (const leaf of leaves) {
    const end =
      innermost(reference, form, (part) => covers(part, { leaf, owner: to }, reference)) ?? to;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  return ends.size === 0 ? new Map([[to, 1]]) : ends;
}

/** Of the drawn parts that are meant, the one that lies in no other way of them. */
function innermost(
  reference: Reference,
  { parts }: Form,
  isMeant: (part: number) => boolean,
): number | undefined {
  const meant = parts.filter(isMeant);
  return meant.find((part) =>
    meant.every((other) => other === part || !isInside(other, part, reference)),
  );
}

function isInside(inner: number, outer: number, { nodes, parts }: Reference): boolean {
  const [one, other] = [parts[inner - nodes.length], parts[outer - nodes.length]];
  if (one === undefined || other === undefined || one === other) return false;
  return one.owner === other.owner && liesIn(one, other);
}

function covers(
  target: number,
  { leaf, owner }: { readonly leaf: number; readonly owner: number },
  { nodes, parts }: Reference,
): boolean {
  const part = parts[target - nodes.length];
  return part?.owner === owner && part.leaves.has(leaf);
}
