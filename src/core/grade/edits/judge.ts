/**
 * Judges a program that was changed to take several rows: every row of a batch has to end as well as it does alone, and a
 * single row has to work as before. Plain values in, check results out.
 */

import { short, vector } from '../attack/numbers.ts';
import { type BatchTolerances, type EditsEvidence, type RowEnd } from './evidence.ts';
import { BATCH_MISTAKES, type BatchMistake, recogniseMistake } from './mistake.ts';
import { type Held, expectedZ, holds, objectiveAt, standardOf } from './standard.ts';

export const BATCH_CHECKS = ['shape', 'rows', 'single-row', 'model'] as const;
export type BatchCheck = (typeof BATCH_CHECKS)[number];

/** A row that does not end as it should, among `size` rows. */
export interface ShownRow {
  readonly x: readonly number[];
  readonly t: number;
  readonly z: readonly number[];
  readonly output: number;
  readonly objective: number;
  readonly size: number;
  /** where it should end: as alone before the change, or as the best known attack does */
  readonly expected: { readonly z: readonly number[]; readonly objective: number };
}

export interface BatchFinding {
  readonly check: BatchCheck;
  readonly passed: boolean | 'not-run';
  /** Markdown with LaTeX */
  readonly message: string;
  readonly mistake?: BatchMistake | undefined;
  readonly shown?: ShownRow | undefined;
}

export function judgeEdits(evidence: EditsEvidence, tolerances: BatchTolerances): BatchFinding[] {
  const { together } = evidence;
  if (!together.ran && together.unreadable === true) return unreadable(together.why);
  const held = { evidence, standard: standardOf(evidence, tolerances), tolerances };
  const findings = BATCH_CHECKS.map((check) => ({ check, ...JUDGES[check](held) }));
  return findings.map((finding) => explained(finding, held));
}

/** One complaint, once: nothing was run, so nothing else can be said. */
function unreadable(why: string): BatchFinding[] {
  const [first, ...others] = BATCH_CHECKS;
  const message = 'Not reached, because the program cannot be read.';
  return [
    { check: first, passed: false, message: `The program cannot be read: ${why}.` },
    ...others.map((check) => ({ check, passed: 'not-run' as const, message })),
  ];
}

/** Whether some row of some batch ends elsewhere: then it is worth knowing where mistaken programs end. */
export function isMixed(evidence: EditsEvidence, tolerances: BatchTolerances): boolean {
  const rows = judgeEdits(evidence, tolerances).find(({ check }) => check === 'rows');
  return rows?.passed === false;
}

type Judgement = Omit<BatchFinding, 'check' | 'mistake'>;

const JUDGES: { readonly [C in BatchCheck]: (held: Held) => Judgement } = {
  shape: judgeShape,
  rows: judgeRows,
  'single-row': judgeSingleRow,
  model: ({ evidence: { modelUnchanged } }) => ({
    passed: modelUnchanged,
    message: modelUnchanged
      ? 'The model is unchanged.'
      : 'The model was altered while the program ran.',
  }),
};

/** Names the mistake where it shows, and says what was compared with. */
function explained(finding: BatchFinding, held: Held): BatchFinding {
  const { check, passed, message } = finding;
  if (passed !== false || check === 'model') return finding;
  const mistake = check === 'single-row' ? 'single-row-broken' : recogniseMistake(held);
  const words = mistake === undefined || check === 'single-row' ? [] : [BATCH_MISTAKES[mistake]];
  const remark = check === 'shape' ? [] : [held.standard.remark ?? ''];
  const said = [message, ...words, ...remark].filter((part) => part !== '').join(' ');
  return { ...finding, message: said, ...(mistake !== undefined && { mistake }) };
}

function judgeShape({ evidence: { together } }: Held): Judgement {
  return together.ran
    ? { passed: true, message: '$z$ has the shape of $x$ and is finite for every number of rows.' }
    : {
        passed: false,
        message: `With ${together.size} rows the changed program gives no result: ${together.why}.`,
      };
}

function judgeRows(held: Held): Judgement {
  const { together } = held.evidence;
  if (!together.ran) {
    return {
      passed: 'not-run',
      message: 'Not reached, because there is no result for several rows.',
    };
  }
  const placed = together.ends.flatMap(({ cases, rows }) =>
    rows.map((end, row) => ({ end, index: cases[row] ?? 0, size: rows.length })),
  );
  const failing = placed.filter(({ end, index }) => !holds(end, index, held));
  const shown = worstOf(failing, held);
  if (shown === undefined) {
    return { passed: true, message: 'Every row ends as well among others as it does alone.' };
  }
  return {
    passed: false,
    message: `Rows do not end among others as they do alone: ${shownText(shown)}`,
    shown,
  };
}

function judgeSingleRow(held: Held): Judgement {
  const { alone } = held.evidence;
  if (!alone.ran) {
    return {
      passed: false,
      message: `With a single row the changed program gives no result: ${alone.why}.`,
    };
  }
  const placed = alone.ends.map((end, index) => ({ end, index, size: 1 }));
  const shown = worstOf(
    placed.filter(({ end, index }) => !holds(end, index, held)),
    held,
  );
  if (shown === undefined) return { passed: true, message: 'A single row works as before.' };
  return {
    passed: false,
    message: `A single row does not end as before the change: ${shownText(shown)}`,
    shown,
  };
}

interface Placed {
  readonly end: RowEnd;
  readonly index: number;
  readonly size: number;
}

/** The one that is furthest above the objective that it should reach, in the smallest batch. */
function worstOf(failing: readonly Placed[], held: Held): ShownRow | undefined {
  const smallest = Math.min(...failing.map(({ size }) => size));
  const [worst] = failing
    .filter(({ size }) => size === smallest)
    .map((placed) => shownRow(placed, held))
    .filter((row) => row !== undefined)
    .toSorted((a, b) => b.objective - b.expected.objective - (a.objective - a.expected.objective));
  return worst;
}

function shownRow({ end, index, size }: Placed, held: Held): ShownRow | undefined {
  const known = held.evidence.cases[index];
  if (known === undefined) return undefined;
  const before = held.standard.before?.[index];
  const { x, t } = known.case;
  const objective = before === undefined ? known.best.objective : objectiveAt(before, known);
  return {
    ...{ x, t, z: end.z, output: end.fz, size },
    objective: objectiveAt(end, known),
    expected: { z: expectedZ(index, known, held.standard), objective },
  };
}

function shownText({ x, t, z, size, objective, expected }: ShownRow): string {
  const company = size === 1 ? '' : ` among ${size} rows`;
  return `for $x = ${vector(x)}$, $t = ${t}$ it is $z = ${vector(z)}$${company}, with the objective ${short(objective)}; expected was $z \\approx ${vector(expected.z)}$, with ${short(expected.objective)}.`;
}
