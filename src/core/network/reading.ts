/** One way to read a diagram: what each node means, which form of the network it is held against, and what is different. */

import { type Case, type Merging, type Subject } from './case.ts';
import { type Difference } from './difference.ts';
import { edgeDifferences } from './edgeDifferences.ts';
import { type Form, type Wanted, expectation, standIn } from './expectation.ts';
import { flowsOf, isMeant } from './flow.ts';
import { type Meaning } from './meaning.ts';
import { nodeDifferences } from './nodeDifferences.ts';
import { parameterLabels } from './parameterLabels.ts';
import { type Reference } from './reference.ts';

export interface Reading {
  readonly meanings: readonly Meaning[];
  readonly merging: Merging;
  readonly differences: readonly Difference[];
  /** shares: what everything together is worth */
  readonly shares: number;
  /** shares that the differences cost */
  readonly cost: number;
}

export function readingOf(
  subject: Subject,
  merging: Merging,
  assigned: readonly Meaning[],
): Reading {
  const { sketch, reference } = subject;
  const meanings = assigned.map((meaning) => asMerged(meaning, merging));
  const core = meanings.flatMap((each) => (each.as === 'core' ? [each.target] : []));
  const drawn = new Set(core);
  const form: Form = {
    merged: merging.merged,
    parts: [...drawn].filter((target) => target >= reference.nodes.length),
  };
  const flows = flowsOf(sketch, meanings);
  const labels = parameterLabels(subject, meanings, form);
  const shown = new Set([...drawn, ...labels.map(({ parameter }) => parameter)]);
  const wanted = withoutAbsent(expectation(reference, form), shown, reference);
  const all: Case = { ...subject, ...merging, meanings, flows, labels, wanted, drawn };
  const nodes = nodeDifferences(all);
  const differences = [...nodes.differences, ...edgeDifferences(all, nodes.missing)];
  return {
    meanings,
    merging,
    differences,
    shares: sharesOf(all),
    cost: differences.reduce((sum, { cost }) => sum + cost, 0),
  };
}

function asMerged(meaning: Meaning, { merged }: Merging): Meaning {
  return isMeant(meaning)
    ? { ...meaning, target: standIn(meaning.target, { merged, parts: [] }) }
    : meaning;
}

/** Without the edges of nodes that may be left out and are. */
function withoutAbsent(
  wanted: ReadonlyMap<string, Wanted>,
  shown: ReadonlySet<number>,
  { nodes }: Reference,
): ReadonlyMap<string, Wanted> {
  const isAbsent = (target: number): boolean =>
    !shown.has(target) && nodes[target]?.authored.optional === true;
  return new Map([...wanted].filter(([, { from, to }]) => !isAbsent(from) && !isAbsent(to)));
}

/** One for each edge, for each node that has none, and for each that should be one of its own. */
function sharesOf({ wanted, reference, merged, unnamed, drawn }: Case): number {
  const edges = [...wanted.values()];
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = reference.nodes.filter(({ authored }, node) => {
    const isNeeded = drawn.has(node) || !authored.optional;
    return isNeeded && !ends.has(node) && !merged.some(([one]) => one === node);
  });
  return edges.filter(({ optional }) => !optional).length + alone.length + unnamed.length;
}
