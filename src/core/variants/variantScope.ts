/** Which variant of what is drawn. */

export interface VariantScope {
  /** what all draws share: names, and the set's seed */
  readonly scope: readonly string[];
  /** from 1; 0 where the set has no variants */
  readonly variant: number;
}

export const NO_VARIANTS =
  'nothing is drawn as long as taskset.yaml has no variants, such as variants: 20';
