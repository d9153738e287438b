/** What a drawn node is taken for in one reading of a diagram. */

export type Flaw =
  /** its label says something else */
  | 'wrong-label'
  /** only the sign of the operation stands where the node has a name */
  | 'sign-for-name'
  /** no step may stand there, or not this one */
  | 'wrong-step'
  /** nothing leads from it to the node that it is a step of */
  | 'no-way';

export type Meaning =
  /** a node or a part of the network */
  | { readonly as: 'core'; readonly target: number; readonly flaw?: Flaw | undefined }
  /** a step on the way to the target, of which only what goes in and out counts */
  | { readonly as: 'between'; readonly target: number; readonly flaw?: Flaw | undefined }
  /** nothing of the network */
  | { readonly as: 'outside' }
  /** an empty node without edges: nothing at all */
  | { readonly as: 'stray' };

export const FLAW_COST: Readonly<Record<Flaw, number>> = {
  'wrong-label': 1,
  'sign-for-name': 0.5,
  'wrong-step': 1,
  'no-way': 1,
};

/** At least; edges may cost more. */
export function costOf(meaning: Meaning): number {
  if (meaning.as === 'outside') return 1;
  if (meaning.as === 'stray' || meaning.flaw === undefined) return 0;
  return FLAW_COST[meaning.flaw];
}
