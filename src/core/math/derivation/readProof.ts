/**
 * Steps as a student typed them → chains whose shapes fit. A step without a relation begins a new chain, a step may hold
 * a chain itself, and a first step that begins with a relation sign goes on from the start of the claim.
 */

import { type Complaint } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { type RelationSign, type Statement } from '../expression.ts';
import { readStatement } from '../read/readStatement.ts';
import { type CheckedStatement } from '../shape/checked.ts';
import { checkStatement } from '../shape/checkExpression.ts';
import { type Result, failure, success } from '../../result.ts';
import { type Chain, type Claim, type Link, type Proof } from './proof.ts';
import { type StepText, splitStep } from './stepText.ts';

export interface WrittenStep {
  readonly relation?: RelationSign | undefined;
  readonly latex: string;
  readonly reason?: string | undefined;
}

export interface StepComplaint {
  /** 0-based */
  readonly step: number;
  /** its span is in the step's `latex` */
  readonly complaint: Complaint;
}

/** More than this is no derivation of an exam, and every link costs time. */
const MOST_LINKS = 60;
const MOST_STEPS = 100;

export function readProof(
  claim: Claim,
  steps: readonly WrittenStep[],
  declarations: Declarations,
): Result<Proof, StepComplaint> {
  const chains: OpenChain[] = [];
  for (const [step, { relation, latex }] of steps.entries()) {
    const split = splitStep(latex);
    const read = readLine(split, relation, declarations);
    if (!read.ok) return failure({ step, complaint: placed(read.error, split) });
    const open = read.value.relation === undefined ? undefined : (chains.pop() ?? from(claim));
    const extended = extend(open, read.value, step, declarations);
    if (!extended.ok) return failure({ step, complaint: placed(extended.error, split) });
    chains.push(extended.value);
    if (step >= MOST_STEPS || linkCount(chains) > MOST_LINKS) {
      return failure({ step, complaint: tooLong(latex) });
    }
  }
  return success({ claim, chains: chains.map(chainOf), reasons: steps.map(reasonOf) });
}

function linkCount(chains: readonly OpenChain[]): number {
  return chains.reduce((sum, { steps }) => sum + steps.length, 0);
}

/** Given in its own place, or written behind the mathematics. */
function reasonOf({ latex, reason = '' }: WrittenStep): string {
  return [reason, splitStep(latex).reason ?? ''].join(' ').trim();
}

/** What one step says; its relation ties it to what stands before it. */
interface Line {
  readonly relation?: RelationSign | undefined;
  readonly statement: Statement;
}

function readLine(
  { relation: leading, mathematics }: StepText,
  given: RelationSign | undefined,
  declarations: Declarations,
): Result<Line, Complaint> {
  if (leading !== undefined && given !== undefined && leading !== given) {
    return failure(twoRelations(given, leading));
  }
  const statement = readStatement(mathematics, declarations);
  if (statement.ok) return success({ relation: given ?? leading, statement: statement.value });
  return failure(withAdvice(statement.error[0], mathematics));
}

function twoRelations(given: RelationSign, leading: RelationSign): Complaint {
  const message = `The step is marked “${given}” but begins with “${leading}”: which of the two is meant?`;
  return { kind: 'ambiguous', message, span: { start: 0, end: 1 } };
}

/** Words between formulas are the usual cause; there is a place for them. */
function withAdvice(complaint: Complaint, mathematics: string): Complaint {
  if (!/\\text|\\mbox|[A-Za-z]{3,} [A-Za-z]{2,} /.test(mathematics)) return complaint;
  const message = `${complaint.message} If these are words, write them in the step's reason.`;
  return { ...complaint, message };
}

function tooLong(latex: string): Complaint {
  const message = `A derivation may have at most ${MOST_STEPS} steps and ${MOST_LINKS} relations.`;
  return { kind: 'limit', message, span: { start: 0, end: Math.max(1, latex.length) } };
}

/** From the mathematics of the step back to its source. */
function placed(complaint: Complaint, { offset, mathematics }: StepText): Complaint {
  const start = Math.min(complaint.span.start, Math.max(0, mathematics.length - 1));
  const end = Math.max(start + 1, Math.min(complaint.span.end, mathematics.length));
  return { ...complaint, span: { start: start + offset, end: end + offset } };
}

interface OpenChain {
  readonly statement: Statement;
  readonly checked: CheckedStatement;
  /** of every link */
  readonly steps: readonly number[];
}

function from({ start }: Claim): OpenChain {
  return {
    statement: { first: start.expression, links: [] },
    checked: { first: start, links: [] },
    steps: [],
  };
}

/** The whole chain is checked anew, since one side may tell the sizes of another. */
function extend(
  open: OpenChain | undefined,
  { relation, statement }: Line,
  step: number,
  declarations: Declarations,
): Result<OpenChain, Complaint> {
  const longer =
    open === undefined || relation === undefined ? statement : joined(open, relation, statement);
  const checked = checkStatement(longer, declarations);
  if (!checked.ok) return checked;
  const before = open?.steps ?? [];
  const added = Array.from({ length: longer.links.length - before.length }, () => step);
  return success({ statement: longer, checked: checked.value, steps: [...before, ...added] });
}

function joined(open: OpenChain, relation: RelationSign, { first, links }: Statement): Statement {
  return {
    first: open.statement.first,
    links: [...open.statement.links, { relation, to: first }, ...links],
  };
}

function chainOf({ checked, steps }: OpenChain): Chain {
  const sides = [checked.first, ...checked.links.map(({ to }) => to)];
  const links = checked.links.map(({ relation, to }, index): Link => {
    const left = sides[index];
    const step = steps[index];
    if (left === undefined || step === undefined) throw new Error('a link without its step');
    return { left, relation, right: to, step };
  });
  return { first: checked.first, links };
}
