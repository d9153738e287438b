/** What a derivation question asks for, read: the claim, and the facts with the worlds that tell them. */

import { type Declarations } from '../declarations.ts';
import { type RelationSign } from '../expression.ts';
import { readStatement } from '../read/readStatement.ts';
import { checkStatement } from '../shape/checkExpression.ts';
import { type Result, failure, success } from '../../result.ts';
import { type Terms } from './credit.ts';
import { type Fact } from './facts.ts';

import { type Claim } from './proof.ts';
import { type WrittenWorld, readWorld } from './world.ts';

/** As authors write it. */
export interface WrittenTask {
  readonly start: string;
  readonly relation: RelationSign;
  readonly goal: string;
  readonly facts: readonly WrittenFact[];
  readonly factsPerStep: number;
}

interface WrittenFact {
  readonly name: string;
  readonly slackIn?: WrittenWorld | undefined;
  readonly introduces?: string | undefined;
  readonly reasons: readonly string[];
}

export type Task = Terms & { readonly claim: Claim };

/** @returns the task, or a sentence for its author on what is wrong with it */
export function readTask(written: WrittenTask, declarations: Declarations): Result<Task, string> {
  const claim = readClaim(written, declarations);
  if (!claim.ok) return claim;
  const facts: Fact[] = [];
  for (const { name, slackIn, introduces, reasons } of written.facts) {
    const world = slackIn && readWorld(slackIn, declarations);
    if (world?.ok === false) return failure(`fact '${name}': ${world.error}`);
    facts.push({ name, world: world?.value, introduces, reasons });
  }
  return success({ claim: claim.value, facts, factsPerStep: written.factsPerStep });
}

function readClaim(
  { start, relation, goal }: WrittenTask,
  declarations: Declarations,
): Result<Claim, string> {
  const [first, last] = [readStatement(start, declarations), readStatement(goal, declarations)];
  if (!first.ok) return failure(`start: ${first.error[0]?.message ?? 'unreadable'}`);
  if (!last.ok) return failure(`goal: ${last.error[0]?.message ?? 'unreadable'}`);
  const links = [{ relation, to: last.value.first }];
  const checked = checkStatement({ first: first.value.first, links }, declarations);
  if (!checked.ok) return failure(`start and goal: ${checked.error.message}`);
  const [link] = checked.value.links;
  if (link === undefined) throw new Error('a claim lost its goal');
  return success({ start: checked.value.first, relation, goal: link.to });
}
