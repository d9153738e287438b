/** What a drawn node may be taken for, given what the nodes that it leads to are taken for. The likeliest comes first. */

import { type Merging, type Subject } from './case.ts';
import { ownerOf } from './expectation.ts';
import { isMeant } from './flow.ts';
import { type Flaw, type Meaning, costOf } from './meaning.ts';
import { endsWith } from './recognition.ts';

/** What is settled so far; places of nodes that are not are empty. */
export type Settled = readonly (Meaning | undefined)[];

type Situation = Subject & Merging;

export function choicesFor(node: number, settled: Settled, subject: Situation): Meaning[] {
  const { sketch } = subject;
  const hasEdges = sketch.edges.some(({ from, to }) => from === node || to === node);
  if (!hasEdges && sketch.nodes[node]?.label.latex === '') return [{ as: 'stray' }];
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
  const { sketch, reference, recognitions } = subject;
  const label = sketch.nodes[node]?.label;
  const isKnown = (recognitions[node]?.worth.length ?? 0) > 0;
  if (isKnown || !sketch.edges.some(({ to, from }) => to === node && from !== node)) return [];
  const ends = new Set(
    sketch.edges.flatMap(({ from, to }) => {
      const meaning = from === node && to !== node ? settled[to] : undefined;
      return meaning !== undefined && isMeant(meaning) ? [meaning.target] : [];
    }),
  );
  return [...ends]
    .filter((target) => reference.nodes[target]?.authored.copies !== true)
    .map((target) => {
      const isFine = mayHaveSteps(target, subject) && label?.formulas.length === 0;
      return { as: 'between', target, ...(isFine ? {} : { flaw: 'wrong-step' }) };
    });
}

/** A node that is not drawn otherwise, under another name. */
function renamedChoices(node: number, settled: Settled, subject: Situation): Meaning[] {
  const { sketch, reference, recognitions } = subject;
  const label = sketch.nodes[node]?.label;
  const taken = takenBy(settled);
  const worth = recognitions[node]?.worth ?? [];
  return reference.nodes.flatMap((each, target): Meaning[] => {
    const isFree = !taken.has(target) || each.authored.copies;
    if (!isFree || label === undefined || worth.includes(target)) return [];
    const flaw: Flaw = endsWith(each, label) ? 'sign-for-name' : 'wrong-label';
    return [{ as: 'core', target, flaw }];
  });
}
