/**
 * Checks a program that was changed to take several rows: the program before the change attacks each case alone, the
 * changed one attacks them alone and in batches, and the model server evaluates where all of them end.
 */
import { type CodeRun } from '../../core/grade/codeRun.ts';
import { batchesOf, tellingCases } from '../../core/grade/edits/batches.ts';
import {
  type BatchEnd,
  type BatchTolerances,
  type EditsEvidence,
  type KnownCase,
  type Outcome,
} from '../../core/grade/edits/evidence.ts';
import { isMixed, judgeEdits } from '../../core/grade/edits/judge.ts';
import { type AttackOutcome, type RunFailure } from '../attack/attack.ts';
import { RunError } from '../attack/failure.ts';
import { type ProgramInput } from '../attack/runProgram.ts';
import { matrix, rowsOf } from '../attack/rows.ts';
import { type AttackReference } from './attackReferences.ts';
import { type CheckedModel } from './descents.ts';
import { CAUSE_OF, PROGRAMS_FAULT } from './fault.ts';
import { runOfFindings } from './findings.ts';
import { type EndsKnown, mistakenEnds } from './mistakenBatches.ts';

type RunInputs = (inputs: readonly ProgramInput[]) => Promise<readonly AttackOutcome[]>;

export interface EditsCheck {
  readonly model: CheckedModel;
  readonly endsKnown: EndsKnown;
  readonly tolerances: BatchTolerances;
  /** optimizer steps of a mistaken program */
  readonly iterations: number;
  /** how many rows are run together */
  readonly sizes: readonly number[];
  /** runs the program before the edits; undefined where they change nothing */
  readonly before: RunInputs | undefined;
  readonly after: RunInputs;
  /** the same on single rows only, where batches have failed */
  readonly afterAlone: RunInputs;
  /** of the changed program; only good for wording a message */
  readonly text: string;
}

/** A fault of the program fails its checks; a fault of anything else is thrown as a RunError. */
export async function checkEdits(
  check: EditsCheck,
  references: readonly AttackReference[],
): Promise<CodeRun> {
  const cases = tellingCases(references);
  if (cases.length < 2) {
    return { ran: false, reason: 'The checks could not run: the model has no points to attack.' };
  }
  const batches = batchesOf(cases.length, check.sizes);
  const points = cases.map((known) => known.case.x);
  const fx = await check.model.evaluate(points);
  const ran = await runAll(check, cases, batches);
  const fxAfter = await check.model.evaluate(points);
  const modelUnchanged = fx.every((f, i) => Object.is(f, fxAfter[i]));
  const evidence = { cases, ...ran, modelUnchanged };
  const findings = judgeEdits(await withMistakes(check, evidence), check.tolerances);
  const run = runOfFindings(findings, (shown) => ({ ...shown }));
  const stuck = [ran.together, ran.alone, ran.before].find((outcome) => !outcome.ran);
  return stuck === undefined ? run : { ...run, cause: stuck.cause };
}

type Ran = Pick<EditsEvidence, 'before' | 'alone' | 'together'>;
type Batches = readonly (readonly number[])[];

async function runAll(
  check: EditsCheck,
  cases: readonly KnownCase[],
  batches: Batches,
): Promise<Ran> {
  const singles = cases.map((_, index) => [index]);
  const run = (program: RunInputs, groups: Batches) =>
    program(groups.map((group) => inputOf(group, cases)));
  const [before, after] = await Promise.all([
    check.before === undefined ? undefined : run(check.before, singles),
    run(check.after, [...batches, ...singles]),
  ]);
  const together = after.slice(0, batches.length);
  // a program that fails on a batch is gone: it is started again for the single rows
  const alone = together.every(({ ok }) => ok)
    ? after.slice(batches.length)
    : await run(check.afterAlone, singles);
  const { model } = check;
  const aloneEnds = await outcomeOf({ model, outcomes: alone, groups: singles, what: CHANGED });
  return {
    together: await outcomeOf({ model, outcomes: together, groups: batches, what: CHANGED }),
    alone: byCase(aloneEnds),
    before:
      before === undefined
        ? byCase(aloneEnds)
        : byCase(await outcomeOf({ model, outcomes: before, groups: singles, what: ORIGINAL })),
  };
}

const CHANGED = 'of the changed program';
const ORIGINAL = 'of the program before';

function inputOf(group: readonly number[], cases: readonly KnownCase[]): ProgramInput {
  const rows = group.flatMap((index) => cases[index]?.case ?? []);
  return { x: matrix(rows.map(({ x }) => x)), t: matrix(rows.map(({ t }) => [t])) };
}

interface Finished {
  readonly model: CheckedModel;
  readonly outcomes: readonly AttackOutcome[];
  readonly groups: Batches;
  /** whose lines are named */
  readonly what: string;
}

async function outcomeOf(finished: Finished): Promise<Outcome<BatchEnd>> {
  const { model, outcomes, groups, what } = finished;
  const failed = outcomes.find((outcome) => !outcome.ok);
  if (failed !== undefined) {
    const size = groups[outcomes.length - 1]?.length ?? 0;
    const why = whyOf(failed.failure, what);
    const unreadable = failed.failure.cause === 'syntax';
    const cause = CAUSE_OF[failed.failure.cause];
    return { ran: false, why, size, cause, ...(unreadable && { unreadable }) };
  }
  const rows = outcomes.flatMap((outcome) => (outcome.ok ? [rowsOf(outcome.result.z)] : []));
  const fz = await model.evaluate(rows.flat());
  let place = 0;
  const ends = rows.map((batch, index) => ({
    cases: groups[index] ?? [],
    rows: batch.map((z) => ({ z, fz: fz[place++] ?? Number.NaN })),
  }));
  return { ran: true, ends };
}

/** Batches of one row each. */
function byCase(outcome: Outcome<BatchEnd>): EditsEvidence['alone'] {
  return outcome.ran ? { ran: true, ends: outcome.ends.flatMap(({ rows }) => rows) } : outcome;
}

/** Without the advice that some messages end with: it would answer the question. */
function whyOf(failure: RunFailure, what: string): string {
  const { cause, message, at } = failure;
  if (!PROGRAMS_FAULT[cause]) throw new RunError(failure);
  const said = cause === 'exception' ? (message.split('; ')[0] ?? message) : message;
  const line = /:(\d+)/.exec(at ?? '')?.[1];
  const bare = at === undefined ? said : said.replace(` (${at})`, '');
  return line === undefined ? bare : `${bare} (line ${line} ${what})`;
}

/** Mistakes are made on purpose only where one has to be named. */
async function withMistakes(check: EditsCheck, evidence: EditsEvidence): Promise<EditsEvidence> {
  const { together } = evidence;
  if (!together.ran || !isMixed(evidence, check.tolerances)) return evidence;
  return { ...evidence, mistaken: await mistakenEnds(check, evidence.cases, together.ends) };
}
