/** Work is bounded by counting it, so that the bound is the same on every machine. */

/** More work was asked for than the budget allows. */
export class BudgetSpent extends Error {
  constructor() {
    super('the budget of scalar operations is spent');
  }
}

export class Budget {
  #left: number;

  /** `operations` counts in additions of doubles; costlier ones count more (`Arithmetic.cost`). */
  constructor(operations: number) {
    this.#left = operations;
  }

  get left(): number {
    return this.#left;
  }

  /** Throws `BudgetSpent`. */
  spend(operations: number): void {
    this.#left -= operations;
    if (this.#left < 0) throw new BudgetSpent();
  }
}
