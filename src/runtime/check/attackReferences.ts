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
import { type CheckedModel, Descents, USUAL_RATE } from './descents.ts';

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
      rate: USUAL_RATE,
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

function mapValues<K extends string, A, B>(
  values: Readonly<Record<K, A>>,
  map: (value: A) => B,
): Record<K, B> {
  return Object.fromEntries(
    Object.entries<A>(values).map(([key, value]) => [key, map(value)]),
  ) as Record<K, B>;
}
