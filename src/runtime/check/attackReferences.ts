/**
 * What a student's attack is compared with: the cases, the best known z for each, and where typical mistakes end. Depends
 * on the model and the seed only, so it is made once and kept.
 */
import {
  type AttackCase,
  type CaseWindow,
  drawPoints,
  pickCases,
} from '../../core/grade/attack/case.ts';
import { type AttackTrial } from '../../core/grade/attack/judge.ts';
import { MISTAKEN_PROGRAMS, type MistakenProgramName } from '../../core/grade/attack/mistake.ts';
import { attackObjective } from '../../core/grade/attack/objective.ts';
import { seededRandom } from '../../core/random.ts';
import { type RunRequest, type RunResult } from '../../engine/trace/program.ts';
import { rowsOf } from '../attack/rows.ts';
import { attackProgram, type Descent, descentRun } from './attackProgram.ts';

/** A loaded model, as far as checking needs it. */
export interface CheckedModel {
  readonly id: string;
  run(request: RunRequest): Promise<RunResult>;
  /** f of each row */
  evaluate(rows: readonly (readonly number[])[]): Promise<readonly number[]>;
}

export interface ReferenceOptions {
  readonly window: CaseWindow;
  readonly seed: number;
  readonly iterations: number;
  /** t f(z) up to which the boundary counts as reached */
  readonly reached: number;
}

export type AttackReference = Pick<AttackTrial, 'case' | 'best' | 'mistaken'>;

/** Points to choose the cases from: enough that both labels and all roles occur. */
const CANDIDATES = 120;
/** Ever smaller steps, so that z settles on the kink of the hinge. */
const ANNEALING = [
  { rate: 0.01, iterations: 600 },
  { rate: 0.002, iterations: 600 },
  { rate: 0.0004, iterations: 600 },
];
const MISTAKEN_RATE = 0.01;

export async function attackReferences(
  model: CheckedModel,
  options: ReferenceOptions,
): Promise<AttackReference[]> {
  const cases = await chooseCases(model, options);
  const x = cases.map((c) => c.x);
  const t = cases.map((c) => c.t);
  const programs = new Descents(model, x);
  const best = await programs.anneal(t);
  const fz = await model.evaluate(best);
  const mistaken = await mistakenEnds(programs, t, options.iterations);
  return cases.map((attacked, i) => {
    const z = best[i] ?? [];
    const objective = attackObjective(attacked, z, fz[i] ?? Number.NaN);
    return {
      case: attacked,
      best: { z, objective },
      mistaken: mapValues(mistaken, (ends) => ends[i] ?? []),
    };
  });
}

async function chooseCases(model: CheckedModel, options: ReferenceOptions): Promise<AttackCase[]> {
  const x = drawPoints(seededRandom(options.seed), options.window, CANDIDATES);
  const fx = await model.evaluate(x);
  const t = fx.map((f) => (f >= 0 ? 1 : -1));
  const z = await new Descents(model, x).anneal(t);
  const fz = await model.evaluate(z);
  const candidates = x.map((point, i) => {
    const end = fz[i] ?? Number.NaN;
    const label = t[i] ?? 1;
    const bestMargin = label * end;
    const bestObjective = attackObjective({ x: point, t: label }, z[i] ?? [], end);
    return { x: point, fx: fx[i] ?? 0, bestMargin, bestObjective };
  });
  return pickCases(candidates, options.reached);
}

type MistakenEnds = Readonly<Record<MistakenProgramName, number[][]>>;

async function mistakenEnds(
  programs: Descents,
  t: readonly number[],
  iterations: number,
): Promise<MistakenEnds> {
  const end = (name: MistakenProgramName): Promise<number[][]> => {
    const { distance, hinge } = MISTAKEN_PROGRAMS[name];
    return programs.descend(programs.x, {
      weights: t.map(hinge),
      distance,
      rate: MISTAKEN_RATE,
      iterations,
    });
  };
  return {
    'sign-of-t': await end('sign-of-t'),
    'without-t': await end('without-t'),
    'only-hinge': await end('only-hinge'),
    'not-moved': await end('not-moved'),
  };
}

/** Above what a tracer counts up to. */
let lastProgramId = 1_000_000;

/** One program for some rows x, run with different weights and steps. */
class Descents {
  readonly x: readonly (readonly number[])[];
  readonly #model: CheckedModel;
  readonly #programId = ++lastProgramId;
  #sent = false;

  constructor(model: CheckedModel, x: readonly (readonly number[])[]) {
    this.#model = model;
    this.x = x;
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
    const program = attackProgram(this.#model.id, this.x.length, this.x[0]?.length ?? 0);
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

function mapValues<K extends string, A, B>(
  values: Readonly<Record<K, A>>,
  map: (value: A) => B,
): Record<K, B> {
  return Object.fromEntries(
    Object.entries<A>(values).map(([key, value]) => [key, map(value)]),
  ) as Record<K, B>;
}
