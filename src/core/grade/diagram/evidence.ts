/** What was found in a diagram, as data: what each node was taken for, and every difference with its objects. */

import { type DifferenceKind } from '../../network/difference.ts';
import { type Told } from './told.ts';
import { type Held } from './held.ts';
import { targetLatex } from './names.ts';

interface ToldDifference {
  readonly kind: DifferenceKind;
  readonly message: string;
  /** ids of the answer's nodes */
  readonly nodes: readonly string[];
  /** places in the answer's edges, from 0 */
  readonly edges: readonly number[];
}

type NodeEvidence =
  | { readonly is: string }
  | { readonly superfluous: true }
  /** a step that may stand there, or an empty node that means nothing */
  | { readonly extra: true };

export function diagramEvidence(held: Held, told: readonly Told[]): Record<string, unknown> {
  const { alternative, question } = held;
  const isMistake = alternative !== undefined && alternative.points < question.points;
  return {
    form: alternative?.name ?? 'as asked',
    nodes: nodesOf(held),
    differences: told.map((each) => differenceOf(each, held)),
    ...(isMistake ? { mistake: alternative.name } : {}),
  };
}

function nodesOf(held: Held): Record<string, NodeEvidence> {
  const { sketch, reading } = held;
  const superfluous = new Set(
    reading.differences.flatMap(({ kind, nodes }) => (kind === 'superfluous-node' ? nodes : [])),
  );
  return Object.fromEntries(
    sketch.nodes.map(({ id }, node): [string, NodeEvidence] => {
      const meaning = reading.meanings[node];
      if (superfluous.has(node) || meaning === undefined || meaning.as === 'outside') {
        return [id, { superfluous: true }];
      }
      return [
        id,
        meaning.as === 'core' ? { is: targetLatex(meaning.target, held) } : { extra: true },
      ];
    }),
  );
}

function differenceOf({ difference, message }: Told, { sketch }: Held): ToldDifference {
  return {
    kind: difference.kind,
    message,
    nodes: difference.nodes.flatMap((node) => sketch.nodes[node]?.id ?? []),
    edges: difference.edges
      .flatMap((edge) => sketch.edges[edge]?.given ?? [])
      .sort((a, b) => a - b),
  };
}
