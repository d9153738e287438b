/**
 * Judges what an attack returned. Plain values in, check results out: the values come from the model server, so that
 * nothing here depends on what the student's program says of itself.
 */

import { type AttackCase } from './case.ts';
import {
  MISTAKE_MESSAGES,
  MISTAKEN_PROGRAMS,
  type Mistake,
  type MistakenProgramName,
} from './mistake.ts';
import { short, vector } from './numbers.ts';
import { attackObjective, squaredDistance } from './objective.ts';

export const ATTACK_CHECKS = ['shape', 'boundary', 'objective', 'iterations', 'model'] as const;
export type AttackCheck = (typeof ATTACK_CHECKS)[number];

export interface AttackTolerances {
  /** iterations asked for */
  readonly iterations: number;
  /** t·f(z) may be this large where the boundary should be reached */
  readonly boundary: number;
  /** the objective may be this much above the best known one */
  readonly objective: number;
}

/** One case with everything that is known about it. */
export interface AttackTrial {
  readonly case: AttackCase;
  /** undefined where the program returned something of another shape */
  readonly z?: readonly number[] | undefined;
  /** f at the student's z; NaN where z is not finite */
  readonly fz: number;
  readonly iterations: number;
  readonly best: { readonly z: readonly number[]; readonly objective: number };
  readonly mistaken: Readonly<Record<MistakenProgramName, readonly number[]>>;
}

export interface AttackEvidence {
  readonly trials: readonly AttackTrial[];
  /** the shape that was returned in place of x's, where it differs */
  readonly wrongShape?: string | undefined;
  readonly modelUnchanged: boolean;
  readonly facts: {
    readonly accumulates: boolean;
    readonly inputRequiresGrad: boolean;
  };
}

export interface AttackFinding {
  readonly check: AttackCheck;
  readonly passed: boolean;
  /** Markdown with LaTeX */
  readonly message: string;
  readonly mistake?: Mistake | undefined;
  /** the case that shows it best */
  readonly shown?: AttackTrial | undefined;
}

export function judgeAttack(
  evidence: AttackEvidence,
  tolerances: AttackTolerances,
): AttackFinding[] {
  const mistake = recognise(evidence, tolerances);
  return ATTACK_CHECKS.map((check) => {
    const finding = JUDGES[check](evidence, tolerances);
    return finding.passed || mistake === undefined || !EXPLAINED.has(check)
      ? { check, ...finding }
      : { check, ...finding, mistake, message: `${finding.message} ${MISTAKE_MESSAGES[mistake]}` };
  });
}

/** A recognised mistake explains why these fail. */
const EXPLAINED: ReadonlySet<AttackCheck> = new Set(['boundary', 'objective']);

type Judgement = Omit<AttackFinding, 'check' | 'mistake'>;
type Judge = (evidence: AttackEvidence, tolerances: AttackTolerances) => Judgement;

const JUDGES: { readonly [C in AttackCheck]: Judge } = {
  shape: judgeShape,
  boundary: judgeBoundary,
  objective: judgeObjective,
  iterations: judgeIterations,
  model: ({ modelUnchanged }) => ({
    passed: modelUnchanged,
    message: modelUnchanged
      ? 'The model is unchanged.'
      : 'The model was altered while the program ran.',
  }),
};

function judgeShape({ trials, wrongShape }: AttackEvidence): Judgement {
  if (wrongShape !== undefined) return { passed: false, message: wrongShape };
  const broken = trials.find(({ z }) => z === undefined || !z.every(Number.isFinite));
  return broken === undefined
    ? { passed: true, message: '$z$ has the shape of $x$ and is finite.' }
    : {
        passed: false,
        message: `For $x = ${vector(broken.case.x)}$ the result is $z = ${vector(broken.z ?? [])}$; every entry must be finite.`,
        shown: broken,
      };
}

function judgeBoundary({ trials }: AttackEvidence, { boundary }: AttackTolerances): Judgement {
  const near = trials.filter((trial) => trial.case.role === 'near');
  if (isOnePoint(near)) {
    return {
      passed: false,
      message: `$z$ is the same from all ${near.length} points: it has to be a point near each of them.`,
      shown: near[0],
    };
  }
  const failing = near.filter((trial) => !(trial.case.t * trial.fz <= boundary));
  const worst = failing.toSorted((a, b) => b.case.t * b.fz - a.case.t * a.fz)[0];
  return worst === undefined
    ? { passed: true, message: `$z$ reaches the decision boundary from all ${near.length} points.` }
    : {
        passed: false,
        message: `From ${failing.length} of ${near.length} points $z$ stays on its own side: for $x = ${vector(worst.case.x)}$, $t = ${worst.case.t}$ it ends with $t\\,f(z) = ${short(worst.case.t * worst.fz)}$; on the boundary that is $0$.`,
        shown: worst,
      };
}

/** A share of how far the best ends lie apart. */
const APART = 0.1;

/** One point on the boundary would do for all cases; no attack leads there from everywhere. */
function isOnePoint(near: readonly AttackTrial[]): boolean {
  const ends = near.map(({ z }) => z).filter((z) => z !== undefined);
  if (ends.length < near.length) return false;
  return spread(ends) < APART * spread(near.map(({ best }) => best.z));
}

/** The largest distance between two of the points. */
function spread(points: readonly (readonly number[])[]): number {
  const distances = points.flatMap((a, i) =>
    points.slice(i + 1).map((b) => Math.sqrt(squaredDistance(a, b))),
  );
  return Math.max(0, ...distances);
}

function judgeObjective(
  { trials }: AttackEvidence,
  { objective: slack }: AttackTolerances,
): Judgement {
  const failing = trials.filter((trial) => !(excess(trial) <= slack));
  const worst = failing.toSorted((a, b) => excess(b) - excess(a))[0];
  return worst === undefined
    ? { passed: true, message: 'The objective is as small as the best known attack makes it.' }
    : {
        passed: false,
        message: `For ${failing.length} of ${trials.length} points the objective is not minimal: for $x = ${vector(worst.case.x)}$, $t = ${worst.case.t}$ it is ${short(objectiveOf(worst))}, and ${short(worst.best.objective)} can be reached.`,
        shown: worst,
      };
}

function judgeIterations(
  { trials }: AttackEvidence,
  { iterations: asked }: AttackTolerances,
): Judgement {
  const other = trials.find(({ iterations }) => iterations !== asked);
  return other === undefined
    ? { passed: true, message: `${asked} iterations were made.` }
    : {
        passed: false,
        message: `${asked} iterations are asked for; ${other.iterations} were made.`,
        shown: other,
      };
}

/** |x−z|² + max(0, t f(z)) */
export function objectiveOf({ case: attacked, z, fz }: AttackTrial): number {
  return attackObjective(attacked, z ?? [], fz);
}

function excess(trial: AttackTrial): number {
  return objectiveOf(trial) - trial.best.objective;
}

function recognise(evidence: AttackEvidence, tolerances: AttackTolerances): Mistake | undefined {
  const { trials, facts } = evidence;
  if (facts.inputRequiresGrad) return 'gradient-through-x';
  if (facts.accumulates) return 'no-zero-grad';
  if (trials.some(({ z }) => z?.some((value) => !Number.isFinite(value)))) return 'not-finite';
  return nearestMistake(trials) ?? (overshoots(trials, tolerances) ? 'step-too-large' : undefined);
}

/** The mistaken program whose z lies close to the student's, much closer than the right one's. */
function nearestMistake(trials: readonly AttackTrial[]): MistakenProgramName | undefined {
  const toBest = meanDistance(trials, ({ best }) => best.z);
  const ranked = (Object.keys(MISTAKEN_PROGRAMS) as MistakenProgramName[])
    .map((name) => ({ name, distance: meanDistance(trials, ({ mistaken }) => mistaken[name]) }))
    .toSorted((a, b) => a.distance - b.distance);
  const nearest = ranked[0];
  return nearest !== undefined && nearest.distance < toBest / 3 ? nearest.name : undefined;
}

/** Near the best points, but not on them. */
function overshoots(trials: readonly AttackTrial[], { objective }: AttackTolerances): boolean {
  const near = trials.filter((trial) => trial.case.role === 'near');
  return (
    near.some((trial) => excess(trial) > objective) &&
    near.every((trial) => excess(trial) < 10 * objective)
  );
}

function meanDistance(
  trials: readonly AttackTrial[],
  target: (trial: AttackTrial) => readonly number[],
): number {
  const distances = trials.map((trial) => Math.sqrt(squaredDistance(target(trial), trial.z ?? [])));
  return distances.reduce((sum, d) => sum + d, 0) / Math.max(1, distances.length);
}
