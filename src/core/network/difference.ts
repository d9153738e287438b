/** What distinguishes a diagram from the network that is asked for, piece by piece. */

export type DifferenceKind =
  | 'missing-node'
  | 'superfluous-node'
  | 'missing-edge'
  | 'superfluous-edge'
  | 'reversed-edge'
  | 'wrong-role'
  | 'wrong-label';

export interface Difference {
  readonly kind: DifferenceKind;
  /** in shares of an edge */
  readonly cost: number;
  /** of an edge, as it should be or, of a superfluous one, as it is; of a missing node the first alone */
  readonly targets: readonly number[];
  /** what it is about in the sketch: places of nodes and of edges */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** what kind of a kind */
  readonly why?:
    | 'copy'
    | 'step'
    | 'sign'
    | 'no-label'
    | 'contradiction'
    | 'on-edge'
    | 'of-edge'
    | 'loose'
    | undefined;
}
