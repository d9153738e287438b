/** What a drawn node may be taken for, given what the nodes that it leads to are taken for. The likeliest comes first. */

import { type Merging, type Subject } from './case.ts';
import { ownerOf, standIn } from './expectation.ts';
import { isMeant } from './flow.ts';
import { type Flaw, type Meaning, costOf } from './meaning.ts';
import { endsWith } from './recognition.ts';

/** What is settled so far; places of nodes that are not are empty. */
export type Settled = readonly (Meaning | undefined)[];

type Situation = Subject & Merging;

export function choicesFor(node: number, settled: Settled, subject: Situation): Meaning[] {
  const { sketch } = subject;
  if (sketch.around[node]?.length === 0 && sketch.nodes[node]?.label.latex === '')
    return [{ as: 'stray' }];
  const choices = [
    ...worthChoices(node, settled, subject),
    ...stepChoices(node, settled, subject),
    ...renamedChoices(node, settled, subject),
    { as: 'outside' } as const,
  ];
  return choices.sort((one, other) => costOf(one) - costOf(other));
}

/** Nodes and parts that its formula is worth. */
function worthChoices(node: number, settled: Settled, subject: Situation): Meaning[] {
  const { recognitions, reference } = subject;
  const taken = takenBy(settled);
  return (recognitions[node]?.worth ?? []).flatMap((target): Meaning[] => {
    if (taken.has(target)) return [];
    if (target < reference.nodes.length) return [{ as: 'core', target }];
    const allowsSteps = mayHaveSteps(target, subject);
    return [{ as: 'core', target, ...(allowsSteps ? {} : { flaw: 'wrong-step' }) }];
  });
}

function takenBy(settled: Settled): ReadonlySet<number> {
  return new Set(settled.flatMap((each) => (each?.as === 'core' ? [each.target] : [])));
}

function mayHaveSteps(target: number, { reference, merged }: Situation): boolean {
  const owner = ownerOf(target, reference);
  const asOne = [owner, ...merged.flatMap(([one, other]) => (other === owner ? [one] : []))];
  return asOne.some((node) => reference.nodes[node]?.authored.between === true);
}

/** A step on the way to one of the nodes that it leads to. */
function stepChoices(node: number, settled: Settled, subject: Situation): Meaning[] {
  const { sketch, recognitions } = subject;
  const around = sketch.around[node] ?? [];
  const isKnown = (recognitions[node]?.worth.length ?? 0) > 0;
  if (isKnown || !around.some(({ from }) => from !== node)) return [];
  const ends = new Set(
    around.flatMap(({ to }) => {
      const meaning = to === node ? undefined : settled[to];
      return meaning !== undefined && isMeant(meaning) ? [meaning.target] : [];
    }),
  );
  const isPlain = sketch.nodes[node]?.label.formulas.length === 0;
  const isEnd = around.every(({ to }) => to === node);
  if (isEnd && isPlain) return looseChoices(settled, subject);
  return [...ends]
    .filter((target) => isCalculated(target, subject))
    .map((target) => {
      const isFine = isPlain && mayHaveSteps(target, subject);
      return { as: 'between', target, ...(isFine ? {} : { flaw: 'wrong-step' }) };
    });
}

/** It leads nowhere, and may have been meant for any node that has steps. */
function looseChoices(settled: Settled, subject: Situation): Meaning[] {
  return [...takenBy(settled)]
    .filter((target) => mayHaveSteps(target, subject) && isCalculated(target, subject))
    .map((target) => ({ as: 'between', target, flaw: 'no-way' }));
}

function isCalculated(target: number, { reference, merged }: Situation): boolean {
  const form = { merged, parts: [] };
  const owner = standIn(ownerOf(target, reference), form);
  return reference.edges.some(({ to }) => standIn(to, form) === owner);
}

/** A node that is not drawn otherwise, under another name: one of its edges shows which. */
function renamedChoices(node: number, settled: Settled, subject: Situation): Meaning[] {
  const { sketch, reference, recognitions } = subject;
  const label = sketch.nodes[node]?.label;
  if (label === undefined) return [];
  const taken = takenBy(settled);
  const worth = recognitions[node]?.worth ?? [];
  return [...fittingNodes(node, settled, subject)].flatMap((target): Meaning[] => {
    const each = reference.nodes[target];
    const isFree = each !== undefined && (!taken.has(target) || each.authored.copies);
    if (!isFree || worth.includes(target)) return [];
    const flaw: Flaw = endsWith(each, label) ? 'sign-for-name' : 'wrong-label';
    return [{ as: 'core', target, flaw }];
  });
}

/** Nodes of the network that are joined to a settled node as this one is. */
function fittingNodes(node: number, settled: Settled, subject: Situation): ReadonlySet<number> {
  const { sketch, reference, merged } = subject;
  const form = { merged, parts: [] };
  const meant = (place: number): number | undefined => {
    const meaning = place === node ? undefined : settled[place];
    if (meaning === undefined || !isMeant(meaning)) return undefined;
    return standIn(ownerOf(meaning.target, reference), form);
  };
  const ends = sketch.around[node]?.map(({ from, to }) => [meant(from), meant(to)] as const) ?? [];
  const fitting = reference.edges.flatMap((edge) => {
    const [from, to] = [standIn(edge.from, form), standIn(edge.to, form)];
    return ends.flatMap(([start, end]) => [
      ...(start === from ? [to] : []),
      ...(end === to ? [from] : []),
    ]);
  });
  return new Set(fitting);
}
