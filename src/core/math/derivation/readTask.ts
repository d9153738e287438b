/** What a derivation question asks for, read: the claim, and the facts with the worlds that tell them. */

import { type Complaint } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { type RelationSign, type Statement } from '../expression.ts';
import { readExpression } from '../read/readStatement.ts';
import { checkStatement } from '../shape/checkExpression.ts';
import { type Result, failure, success } from '../../result.ts';
import { type Terms } from './credit.ts';
import { type World } from './deciding.ts';
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
  readonly tightIn?: readonly WrittenWorld[] | undefined;
  readonly introduces?: string | undefined;
  readonly reasons: readonly string[];
}

export type Task = Terms & { readonly claim: Claim };

/** For authors. */
export interface TaskComplaint {
  /** where in the written task, as in `['facts', 0, 'introduces']` */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export function readTask(
  written: WrittenTask,
  declarations: Declarations,
): Result<Task, TaskComplaint> {
  const claim = readClaim(written, declarations);
  if (!claim.ok) return claim;
  const facts: Fact[] = [];
  for (const [place, each] of written.facts.entries()) {
    const fact = readFact(each, declarations);
    if (!fact.ok) {
      const { path, message } = fact.error;
      return failure({ path: ['facts', place, ...path], message });
    }
    facts.push(fact.value);
  }
  return success({ claim: claim.value, facts, factsPerStep: written.factsPerStep });
}

function readClaim(
  { start, relation, goal }: WrittenTask,
  declarations: Declarations,
): Result<Claim, TaskComplaint> {
  const [first, last] = [readExpression(start, declarations), readExpression(goal, declarations)];
  if (!first.ok) return failure(inText('start', start, first.error[0]));
  if (!last.ok) return failure(inText('goal', goal, last.error[0]));
  const statement: Statement = { first: first.value, links: [{ relation, to: last.value }] };
  const checked = checkStatement(statement, declarations);
  if (!checked.ok) return failure({ path: ['goal'], message: checked.error.message });
  const [link] = checked.value.links;
  if (link === undefined) throw new Error('a claim lost its goal');
  return success({ start: checked.value.first, relation, goal: link.to });
}

function inText(field: string, text: string, { span, message }: Complaint): TaskComplaint {
  return { path: [field], message: `at '${text.slice(span.start, span.end)}': ${message}` };
}

function readFact(
  { name, slackIn, tightIn = [], introduces, reasons }: WrittenFact,
  declarations: Declarations,
): Result<Fact, TaskComplaint> {
  const world = slackIn && readWorld(slackIn, declarations);
  if (world?.ok === false) return failure({ path: ['slackIn'], message: world.error });
  const tightWorlds: World[] = [];
  for (const [place, written] of tightIn.entries()) {
    const tight = readWorld(written, declarations);
    if (!tight.ok) return failure({ path: ['tightIn', place], message: tight.error });
    tightWorlds.push(tight.value);
  }
  const symbol = introduces === undefined ? undefined : symbolIn(introduces, declarations);
  if (introduces !== undefined && symbol === undefined) {
    const message = `expected the name of a size or of a declared quantity, found '${introduces}'`;
    return failure({ path: ['introduces'], message });
  }
  return success({ name, world: world?.value, tightWorlds, introduces: symbol, reasons });
}

function symbolIn(text: string, declarations: Declarations): string | undefined {
  const read = readExpression(text, declarations);
  if (!read.ok) return undefined;
  return read.value.kind === 'size' || read.value.kind === 'symbol' ? read.value.name : undefined;
}
