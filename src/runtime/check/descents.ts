/** Attacks of our own, for many rows at once: the best known ends, and where mistakes lead. */
import { type RunRequest, type RunResult } from '../../engine/trace/program.ts';
import { rowsOf } from '../attack/rows.ts';
import { attackProgram, type Descent, descentRun } from './attackProgram.ts';
import { type Reductions } from './lossTerms.ts';

/** A loaded model, as far as checking needs it. */
export interface CheckedModel {
  readonly id: string;
  run(request: RunRequest): Promise<RunResult>;
  /** f of each row */
  evaluate(rows: readonly (readonly number[])[]): Promise<readonly number[]>;
}

/** Ever smaller steps, so that z settles on the kink of the hinge. */
const ANNEALING = [
  { rate: 0.01, iterations: 600 },
  { rate: 0.002, iterations: 600 },
  { rate: 0.0004, iterations: 600 },
];
/** What a mistaken program steps with. */
export const USUAL_RATE = 0.01;

/** Above what a tracer counts up to. */
let lastProgramId = 1_000_000;

/** One program for some rows x, run with different weights and steps. */
export class Descents {
  readonly x: readonly (readonly number[])[];
  readonly #model: CheckedModel;
  readonly #programId = ++lastProgramId;
  readonly #reductions: Reductions | undefined;
  #sent = false;

  constructor(model: CheckedModel, x: readonly (readonly number[])[], reductions?: Reductions) {
    this.#model = model;
    this.x = x;
    this.#reductions = reductions;
  }

  async anneal(weights: readonly number[]): Promise<readonly (readonly number[])[]> {
    let z = this.x;
    for (const step of ANNEALING) z = await this.descend(z, { weights, distance: 1, ...step });
    return z;
  }

  async descend(
    from: readonly (readonly number[])[],
    how: Omit<Descent, 'from' | 'x'>,
  ): Promise<number[][]> {
    const shape = [this.x.length, this.x[0]?.length ?? 0] as const;
    const program = attackProgram(this.#model.id, shape, this.#reductions);
    const result = await this.#model.run({
      programId: this.#programId,
      ...(this.#sent ? {} : { program }),
      ...descentRun({ ...how, from, x: this.x }),
    });
    this.#sent = true;
    const [z] = result.carried;
    return z === undefined ? [] : rowsOf(z);
  }
}
