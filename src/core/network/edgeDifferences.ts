/** Edges that are missing, too many, turned round, or named wrongly. */

import { type Case } from './case.ts';
import { type Difference } from './difference.ts';
import { type Wanted, edgeKey } from './expectation.ts';
import { type Flow } from './flow.ts';
import { type Label } from './readLabel.ts';
import { type SameValue } from './sameValue.ts';

export function edgeDifferences(all: Case, missing: ReadonlySet<number>): Difference[] {
  const drawn = byEnds(all.flows.flows);
  const onEdges = new Set(
    all.labels.flatMap(({ parameter, to }) => (to === undefined ? [] : [edgeKey(parameter, to)])),
  );
  const absent = [...all.wanted].filter(([key]) => !drawn.has(key) && !onEdges.has(key));
  const isAbsent = new Set(absent.map(([key]) => key));
  const surplus = [...drawn].flatMap(([key, flows]) =>
    flows.slice(all.wanted.get(key)?.times ?? 0),
  );
  const turned = surplus.filter(({ from, to }) => isAbsent.has(edgeKey(to, from)));
  const turnedKeys = new Set(turned.map(({ from, to }) => edgeKey(to, from)));
  return [
    ...absent.flatMap(([key, wanted]) => (turnedKeys.has(key) ? [] : gap(wanted, missing, all))),
    ...surplus.map((flow) => tooMany(flow, turned.includes(flow), all)),
    ...all.flows.astray.map((edge) => straying(edge, all)),
    ...wrongLabels(all, drawn),
    ...misplacedLabels(all),
  ];
}

function byEnds(flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const flow of flows) {
    const key = edgeKey(flow.from, flow.to);
    found.set(key, [...(found.get(key) ?? []), flow]);
  }
  return found;
}

/** An edge of a missing node is missing with it. */
function gap(
  { from, to, optional }: Wanted,
  missing: ReadonlySet<number>,
  { meanings }: Case,
): Difference[] {
  if (optional || missing.has(from) || missing.has(to)) return [];
  const nodes = meanings.flatMap((each, node) =>
    each.as === 'core' && (each.target === from || each.target === to) ? [node] : [],
  );
  return [{ kind: 'missing-edge', cost: 1, targets: [from, to], nodes, edges: [] }];
}

function tooMany({ from, to, edge }: Flow, isTurned: boolean, { sketch }: Case): Difference {
  const drawn = sketch.edges[edge];
  const nodes = drawn === undefined ? [] : [drawn.from, drawn.to];
  const targets = isTurned ? [to, from] : [from, to];
  return {
    kind: isTurned ? 'reversed-edge' : 'superfluous-edge',
    cost: 1,
    targets,
    nodes,
    edges: [edge],
  };
}

function straying(edge: number, { sketch }: Case): Difference {
  const drawn = sketch.edges[edge];
  const nodes = drawn === undefined ? [] : [drawn.from, drawn.to];
  return { kind: 'superfluous-edge', cost: 1, targets: [], nodes, edges: [edge], why: 'step' };
}

/** Half a share: the edge is there. */
function wrongLabels(all: Case, drawn: ReadonlyMap<string, readonly Flow[]>): Difference[] {
  return [...all.wanted].flatMap(([key, { label, from, to }]): Difference[] => {
    const flows = drawn.get(key) ?? [];
    if (label.latex === '' || flows.length === 0) return [];
    const edges = flows.map(({ edge }) => edge);
    const labels = edges.flatMap((edge) => all.sketch.edges[edge]?.labels ?? []);
    if (labels.some((each) => saysSame(each, label, all.same))) return [];
    const nodes = edges.slice(0, 1).flatMap((edge) => {
      const ends = all.sketch.edges[edge];
      return ends === undefined ? [] : [ends.from, ends.to];
    });
    return [{ kind: 'wrong-label', cost: 0.5, targets: [from, to], nodes, edges, why: 'of-edge' }];
  });
}

function saysSame(one: Label, other: Label, same: SameValue): boolean {
  const keys = [...other.names, ...other.texts];
  return (
    [...one.names, ...one.texts].some((key) => keys.includes(key)) ||
    one.formulas.some((left) =>
      other.formulas.some((right) => same.asWritten(left, right) === 'same'),
    )
  );
}

function misplacedLabels({ labels, sketch }: Case): Difference[] {
  return labels.flatMap(({ parameter, to, edge }): Difference[] => {
    const ends = sketch.edges[edge];
    if (to !== undefined || ends === undefined) return [];
    const nodes = [ends.from, ends.to];
    return [
      { kind: 'wrong-label', cost: 1, targets: [parameter], nodes, edges: [edge], why: 'on-edge' },
    ];
  });
}
