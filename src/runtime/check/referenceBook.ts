/** References are kept between checks: they depend on the model and on how it is checked only. */
import { type CaseWindow } from '../../core/grade/attack/case.ts';
import { type AttackReference, attackReferences } from './attackReferences.ts';
import { type CheckedModel } from './descents.ts';

/** What an author says of the cases. */
export interface CasesWanted {
  readonly window: CaseWindow;
  readonly iterations: number;
  readonly tolerance: { readonly boundary: number };
}

export class ReferenceBook {
  readonly #known = new Map<string, Promise<readonly AttackReference[]>>();

  /** `sha256` is the model's. */
  async references(
    model: CheckedModel,
    sha256: string,
    wanted: CasesWanted,
  ): Promise<readonly AttackReference[]> {
    const options = optionsOf(sha256, wanted);
    const name = `${sha256} ${JSON.stringify(options)}`;
    const found = this.#known.get(name) ?? attackReferences(model, options);
    this.#known.set(name, found);
    try {
      return await found;
    } catch (error) {
      this.#known.delete(name);
      throw error;
    }
  }
}

function optionsOf(sha256: string, { window, iterations, tolerance }: CasesWanted) {
  return {
    // any number will do, as long as it stays the same for the same model
    seed: Number.parseInt(sha256.slice(0, 8), 16),
    window,
    iterations,
    // the best known attacks settle much closer to the boundary than students have to
    reached: tolerance.boundary / 5,
  };
}
