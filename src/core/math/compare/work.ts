/** How much deciding may cost. One allowance may serve many decisions, so that all of them together are bounded. */

export class Work {
  /** in additions of doubles */
  left: number;

  constructor(left: number) {
    this.left = left;
  }
}

/** Of everything that decides by drawing points. */
export interface Deciding {
  /** the same seed gives the same verdict and the same counterexample */
  readonly seed: number;
  /** shared with other decisions; each of them is bounded by itself too */
  readonly work?: Work | undefined;
}
