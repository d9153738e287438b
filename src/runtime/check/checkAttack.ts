/**
 * Checks a student's attack: runs it on cases that are drawn from a seed, lets the model server evaluate where it ends,
 * and judges the values. What the program itself says decides nothing.
 */
import { type CheckResult, type CodeRun } from '../../core/grade/codeRun.ts';
import {
  ATTACK_CHECKS,
  type AttackEvidence,
  type AttackTolerances,
  type AttackTrial,
  judgeAttack,
  objectiveOf,
} from '../../core/grade/attack/judge.ts';
import { MISTAKE_MESSAGES } from '../../core/grade/attack/mistake.ts';
import { type TensorData } from '../../engine/tensor.ts';
import { type AttackOutcome, type AttackResult, type RunFailure } from '../attack/attack.ts';
import { matrix } from '../attack/rows.ts';
import { CAUSE_OF, PROGRAMS_FAULT } from './fault.ts';
import { runOfFindings } from './findings.ts';
import { type AttackReference } from './attackReferences.ts';
import { type CheckedModel } from './descents.ts';

export interface AttackCheck {
  readonly model: CheckedModel;
  readonly tolerances: AttackTolerances;
  /** Runs the program on each input: x is 1×d, t is 1×1. */
  readonly attack: (inputs: readonly AttackInput[]) => Promise<readonly AttackOutcome[]>;
}

export interface AttackInput {
  readonly x: TensorData;
  readonly t: TensorData;
}

/** A fault of the program fails its checks; a fault of anything else means that nothing can be said. */
export async function checkAttack(
  check: AttackCheck,
  references: readonly AttackReference[],
): Promise<CodeRun> {
  const points = references.map((reference) => reference.case.x);
  const before = await check.model.evaluate(points);
  const inputs = references.map(({ case: { x, t } }) => ({ x: matrix([x]), t: matrix([[t]]) }));
  const outcomes = await check.attack(inputs);
  const failed = outcomes.find((outcome) => !outcome.ok);
  if (failed !== undefined) return runOfFailure(failed.failure);
  const results = outcomes.filter((outcome) => outcome.ok).map(({ result }) => result);
  const after = await check.model.evaluate(points);
  const evidence = {
    trials: await trialsOf(check.model, references, results),
    modelUnchanged: before.every((f, i) => Object.is(f, after[i])),
    facts: factsOf(results),
  };
  return runOfFindings(judgeAttack(evidence, check.tolerances), trialEvidence);
}

async function trialsOf(
  model: CheckedModel,
  references: readonly AttackReference[],
  results: readonly AttackResult[],
): Promise<AttackTrial[]> {
  const ends = results.map(({ z }) => [...z.data]);
  const fz = await model.evaluate(ends.map((z) => z.map((v) => (Number.isFinite(v) ? v : 0))));
  return references.map((reference, i) => {
    const z = ends[i];
    const finite = z?.every(Number.isFinite) ?? false;
    return {
      ...reference,
      z,
      fz: finite ? (fz[i] ?? Number.NaN) : Number.NaN,
      iterations: results[i]?.iterations ?? 0,
    };
  });
}

/** Gradients add up when they are reset in fewer than half of the iterations. */
function factsOf(results: readonly AttackResult[]): AttackEvidence['facts'] {
  return {
    accumulates: results.some(
      ({ facts }) => facts.stepCalls > 2 && facts.zeroGradCalls < facts.stepCalls / 2,
    ),
    inputRequiresGrad: results.some(({ facts }) => facts.inputRequiresGrad),
  };
}

function trialEvidence(trial: AttackTrial): Readonly<Record<string, unknown>> {
  return {
    x: trial.case.x,
    t: trial.case.t,
    z: trial.z,
    output: trial.fz,
    objective: objectiveOf(trial),
    best: trial.best,
    iterations: trial.iterations,
  };
}

function runOfFailure({ cause, message, at }: RunFailure): CodeRun {
  const place = at === undefined ? '' : ` (${at})`;
  if (!PROGRAMS_FAULT[cause])
    return { ran: false, reason: `The checks could not run: ${message}${place}` };
  const [first, ...others] = ATTACK_CHECKS;
  const mistake = cause === 'not-finite' ? cause : undefined;
  const why = mistake === undefined ? '' : ` ${MISTAKE_MESSAGES[mistake]}`;
  const complaint = cause === 'syntax' ? 'The program cannot be read' : 'There is no $z$ to check';
  const results: CheckResult[] = [
    { check: first, passed: false, message: `${complaint}: ${message}${place}.${why}` },
    ...others.map((check) => ({
      check,
      passed: 'not-run' as const,
      message: 'Not reached, because the program gave no result.',
    })),
  ];
  return {
    ran: true,
    checks: results,
    cause: CAUSE_OF[cause],
    ...(mistake !== undefined && { mistake }),
  };
}
