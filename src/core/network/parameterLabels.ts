/** Parameters that are written on edges in place of edges from a node of their own. */

import { type ParameterLabel, type Subject } from './case.ts';
import { type Form, ownerOf, standIn } from './expectation.ts';
import { isMeant } from './flow.ts';
import { type Meaning } from './meaning.ts';
import { namedIn } from './recognition.ts';
import { type Reference } from './reference.ts';
import { type SketchEdge } from './sketch.ts';

export function parameterLabels(
  { sketch, reference }: Subject,
  meanings: readonly Meaning[],
  form: Form,
): ParameterLabel[] {
  return sketch.edges.flatMap((edge, place) =>
    edge.labels
      .flatMap((label) => namedIn(label, reference))
      .filter((node) => (reference.nodes[node]?.authored.onEdges.length ?? 0) > 0)
      .flatMap((parameter) => labelOn(edge, parameter, { reference, meanings, form }))
      .map((label) => ({ ...label, edge: place })),
  );
}

interface Around {
  readonly reference: Reference;
  readonly meanings: readonly Meaning[];
  readonly form: Form;
}

function labelOn(
  edge: SketchEdge,
  parameter: number,
  { reference, meanings, form }: Around,
): Omit<ParameterLabel, 'edge'>[] {
  const [from, to] = [meanings[edge.from], meanings[edge.to]];
  if (from === undefined || to === undefined || !isMeant(from) || !isMeant(to)) return [];
  if (from.as === 'core' && from.target === parameter) return [];
  const owner = (target: number): number => standIn(ownerOf(target, reference), form);
  const end = owner(to.target);
  const isStep = from.as === 'between' || from.target >= reference.nodes.length;
  const isAllowed = pairsOf(parameter, reference, form).some(
    (pair) => pair.to === end && (isStep ? owner(from.target) === end : pair.from === from.target),
  );
  return [{ parameter, to: isAllowed ? to.target : undefined }];
}

function pairsOf(parameter: number, { nodes }: Reference, form: Form) {
  const place = (id: string): number =>
    standIn(
      nodes.findIndex(({ authored }) => authored.id === id),
      form,
    );
  return (nodes[parameter]?.authored.onEdges ?? []).map(({ from, to }) => ({
    from: place(from),
    to: place(to),
  }));
}
