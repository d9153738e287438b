/** Nodes that are missing, too many, or named wrongly. */

import { type Case } from './case.ts';
import { type Difference, type DifferenceKind } from './difference.ts';
import { isMeant } from './flow.ts';
import { FLAW_COST, type Flaw, type Meaning } from './meaning.ts';

interface NodeDifferences {
  readonly differences: readonly Difference[];
  /** targets that should be drawn and are not: their edges are missing with them */
  readonly missing: ReadonlySet<number>;
}

export function nodeDifferences(all: Case): NodeDifferences {
  const missing = missingNodes(all);
  const differences = [
    ...absences(all, missing),
    ...unnamedOnes(all),
    ...all.meanings.flatMap((meaning, node) => ofNode(all, meaning, node)),
    ...copies(all),
    ...outsiders(all),
  ];
  return { differences, missing: new Set(missing) };
}

function missingNodes({ reference, drawn, merged, labels }: Case): number[] {
  return reference.nodes.flatMap(({ authored }, node) => {
    const isThere =
      drawn.has(node) ||
      merged.some(([one]) => one === node) ||
      labels.some(({ parameter, to }) => parameter === node && to !== undefined);
    return isThere || authored.optional ? [] : [node];
  });
}

/** Each costs its edges; an edge between two missing nodes counts once. */
function absences({ wanted }: Case, missing: readonly number[]): Difference[] {
  const counted = new Set<string>();
  return missing.map((node) => {
    const edges = [...wanted].filter(([, { from, to }]) => from === node || to === node);
    const fresh = edges.filter(([key, { optional }]) => !optional && !counted.has(key));
    for (const [key] of fresh) counted.add(key);
    const cost = edges.length === 0 ? 1 : fresh.length;
    return { kind: 'missing-node', cost, targets: [node], nodes: [], edges: [] };
  });
}

function unnamedOnes({ unnamed, meanings, merged }: Case): Difference[] {
  return unnamed.map((node) => {
    const target = merged.find(([one]) => one === node)?.[1] ?? node;
    const drawn = meanings.flatMap((each, place) =>
      each.as === 'core' && each.target === target ? [place] : [],
    );
    return { kind: 'missing-node', cost: 1, targets: [node], nodes: drawn, edges: [] };
  });
}

function ofNode(all: Case, meaning: Meaning, node: number): Difference[] {
  if (!isMeant(meaning)) return [];
  const found: Difference[] = [];
  const about = { targets: [meaning.target], nodes: [node], edges: [] };
  const label = all.sketch.nodes[node]?.label;
  if (meaning.flaw !== undefined) {
    const why = whyOf(meaning.flaw, label?.latex === '');
    found.push({ kind: FLAW_KIND[meaning.flaw], cost: FLAW_COST[meaning.flaw], ...about, why });
  }
  if (meaning.as === 'core' && all.recognitions[node]?.contradicts === true) {
    found.push({ kind: 'wrong-label', cost: 1, ...about, why: 'contradiction' });
  }
  if (contradictsRole(all, meaning, node)) {
    found.push({ kind: 'wrong-role', cost: all.countRoles ? 1 : 0, ...about });
  }
  return found;
}

const FLAW_KIND: Readonly<Record<Flaw, DifferenceKind>> = {
  'wrong-label': 'wrong-label',
  'sign-for-name': 'wrong-label',
  'wrong-step': 'superfluous-node',
  'no-way': 'missing-edge',
};

function whyOf(flaw: Flaw, isBlank: boolean): Difference['why'] {
  if (flaw === 'wrong-step') return 'step';
  if (flaw === 'sign-for-name') return 'sign';
  if (flaw === 'no-way') return 'loose';
  return isBlank ? 'no-label' : undefined;
}

function contradictsRole({ sketch, reference }: Case, meaning: Meaning, node: number): boolean {
  const role = sketch.nodes[node]?.role;
  const target = meaning.as === 'core' ? reference.nodes[meaning.target] : undefined;
  const roles = target?.authored.roles ?? [];
  return role !== undefined && roles.length > 0 && !roles.includes(role);
}

/** What is drawn more than once and must not be. */
function copies({ meanings, reference, drawn }: Case): Difference[] {
  return [...drawn].flatMap((target) => {
    if (reference.nodes[target]?.authored.copies === true) return [];
    const [, ...others] = meanings.flatMap((each, node) =>
      each.as === 'core' && each.target === target ? [node] : [],
    );
    return others.map((node): Difference => {
      const about = { targets: [target], nodes: [node], edges: [] };
      return { kind: 'superfluous-node', cost: 1, ...about, why: 'copy' };
    });
  });
}

/** Each costs its edges too; an edge between two of them counts once. */
function outsiders({ sketch, meanings }: Case): Difference[] {
  const counted = new Set<number>();
  return meanings.flatMap((meaning, node): Difference[] => {
    if (meaning.as !== 'outside') return [];
    const edges = sketch.edges.flatMap(({ from, to }, place) =>
      (from === node || to === node) && !counted.has(place) ? [place] : [],
    );
    for (const edge of edges) counted.add(edge);
    const cost = Math.max(1, edges.length);
    return [{ kind: 'superfluous-node', cost, targets: [], nodes: [node], edges }];
  });
}
