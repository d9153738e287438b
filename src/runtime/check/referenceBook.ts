/**
 * References are kept between checks: they depend on the model, on how it is checked and on a seed only. The visible
 * cases follow from the model, so that everybody meets the same ones; grading adds cases from a seed that nobody knew
 * when the programs were written, and a program has to pass on both.
 */
import { createHash } from 'node:crypto';
import { type CaseWindow } from '../../core/grade/attack/case.ts';
import { mixedCases } from '../../core/grade/attack/mixedCases.ts';
import {
  type AttackReference,
  attackReferences,
  type ReferenceOptions,
} from './attackReferences.ts';
import { type CheckedModel } from './descents.ts';
import { type EndsKnown } from './mistakenBatches.ts';

/** What an author says of the cases. */
export interface CasesWanted {
  readonly window: CaseWindow;
  readonly iterations: number;
  readonly tolerance: { readonly boundary: number };
}

/** What a book is asked for, as one text, and what it found: plain data, so that books can share their pages. */
export type BookEntry = readonly [name: string, references: readonly AttackReference[]];

export interface BookOptions {
  /** from which cases are drawn beside the visible ones */
  readonly freshSeed?: string | undefined;
  /** what another book has worked out already */
  readonly known?: readonly BookEntry[] | undefined;
}

export class ReferenceBook {
  readonly #known: Map<string, Promise<readonly AttackReference[]>>;
  readonly #freshSeed: string | undefined;
  readonly #ends = new Map<string, Promise<number[][]>>();
  #learned: BookEntry[] = [];

  constructor({ freshSeed, known = [] }: BookOptions = {}) {
    this.#freshSeed = freshSeed;
    this.#known = new Map(known.map(([name, found]) => [name, Promise.resolve(found)]));
  }

  /** `sha256` is the model's. */
  async references(
    model: CheckedModel,
    sha256: string,
    wanted: CasesWanted,
  ): Promise<readonly AttackReference[]> {
    const drawn = (seed: number) => this.#drawn(model, sha256, optionsOf(seed, wanted));
    const visible = await drawn(visibleSeed(sha256));
    if (this.#freshSeed === undefined) return visible;
    return mixedCases(visible, await drawn(freshSeed(this.#freshSeed, sha256)));
  }

  /** What was worked out since the last call. */
  takeLearned(): readonly BookEntry[] {
    const learned = this.#learned;
    this.#learned = [];
    return learned;
  }

  /** Keeps where the programs of mistakes end on a model. */
  ends(sha256: string): EndsKnown {
    return (name, work) => workedOut(this.#ends, `${sha256} ${name}`, work);
  }

  #drawn(
    model: CheckedModel,
    sha256: string,
    options: ReferenceOptions,
  ): Promise<readonly AttackReference[]> {
    const name = `${sha256} ${JSON.stringify(options)}`;
    return workedOut(this.#known, name, () => this.#work(name, attackReferences(model, options)));
  }

  async #work(
    name: string,
    working: Promise<readonly AttackReference[]>,
  ): Promise<readonly AttackReference[]> {
    const found = await working;
    this.#learned.push([name, found]);
    return found;
  }
}

/** Once for each name, also for who asks while it is being worked out; what failed is tried anew. */
async function workedOut<T>(
  known: Map<string, Promise<T>>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const found = known.get(name) ?? work();
  known.set(name, found);
  try {
    return await found;
  } catch (error) {
    known.delete(name);
    throw error;
  }
}

/** Any number will do, as long as it stays the same for the same model. */
function visibleSeed(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 8), 16);
}

function freshSeed(seed: string, sha256: string): number {
  const digest = createHash('sha256').update(`${seed} ${sha256}`).digest('hex');
  return Number.parseInt(digest.slice(0, 8), 16);
}

function optionsOf(seed: number, { window, iterations, tolerance }: CasesWanted): ReferenceOptions {
  return {
    seed,
    window,
    iterations,
    // the best known attacks settle much closer to the boundary than students have to
    reached: tolerance.boundary / 5,
  };
}
