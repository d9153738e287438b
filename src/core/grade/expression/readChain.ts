/** Reads what a student wrote: one expression, or a chain `asked = first form = … = last form`. */

import { type Complaint } from '../../math/complaint.ts';
import { type Declarations } from '../../math/declarations.ts';
import { type Expression, type Span, type Statement } from '../../math/expression.ts';
import { swapIndices } from '../../math/indices.ts';
import { readExpression, readStatement } from '../../math/read/readStatement.ts';
import { checkExpression } from '../../math/shape/checkExpression.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { type Result, failure, success } from '../../result.ts';
import { withoutDressing } from './dressing.ts';
import { withoutName } from './namedValue.ts';

/** What is judged, and the forms before it in the chain. */
export interface Chain {
  readonly last: Checked;
  readonly earlier: readonly Checked[];
}

export interface Asked {
  readonly declarations: Declarations;
  /** as the author wrote it */
  readonly asked?: string | undefined;
}

/** Only what is read: the rest is blank, and nothing moves. */
export function bareText(text: string, { asked, declarations }: Asked): string {
  return withoutName(withoutDressing(text, asked), declarations);
}

export function readChain(text: string, asked: Asked): Result<Chain, Complaint> {
  const statement = readStatement(bareText(text, asked), asked.declarations);
  if (!statement.ok) return failure(statement.error[0]);
  const inequality = statement.value.links.find(({ relation }) => relation !== '=');
  if (inequality !== undefined) return failure(notAnEquation(inequality.to.span));
  return checkParts(partsAsked(statement.value, asked), asked.declarations);
}

function checkParts(
  parts: readonly Expression[],
  declarations: Declarations,
): Result<Chain, Complaint> {
  const checked: Checked[] = [];
  for (const part of parts) {
    const outcome = checkExpression(part, declarations);
    if (!outcome.ok) return outcome;
    checked.push(outcome.value);
  }
  const last = checked.at(-1);
  return last === undefined
    ? failure(onlyTheQuestion)
    : success({ last, earlier: checked.slice(0, -1) });
}

/** Without what only repeats the question; `∂y/∂x_k = …` says that the writer's k is the question's index. */
function partsAsked({ first: head, links }: Statement, { asked, declarations }: Asked) {
  const parts = [head, ...links.map(({ to }) => to)];
  const wanted = asked === undefined ? undefined : readExpression(asked, declarations);
  if (wanted?.ok !== true) return parts;
  const renamings = lettersFor(head, wanted.value);
  if (renamings === undefined) return parts;
  return parts
    .slice(1)
    .map((part) => renamings.reduce((tree, [from, to]) => swapIndices(tree, from, to), part));
}

/** undefined: something else is written there */
function lettersFor(found: Expression, asked: Expression): [string, string][] | undefined {
  if (found.kind !== 'symbol' || asked.kind !== 'symbol' || found.name !== asked.name) {
    return undefined;
  }
  if (found.indices.length !== asked.indices.length) return undefined;
  const pairs: [string, string][] = [];
  for (const [place, index] of found.indices.entries()) {
    const meant = asked.indices[place];
    if (index.kind !== 'index' || meant?.kind !== 'index') return undefined;
    if (index.name !== meant.name) pairs.push([index.name, meant.name]);
  }
  return pairs;
}

const NOWHERE: Span = { start: 0, end: 1 };

const onlyTheQuestion: Complaint = {
  kind: 'unreadable',
  message: 'This only repeats what is asked for: what is it equal to?',
  span: NOWHERE,
};

function notAnEquation(span: Span = NOWHERE): Complaint {
  const message = 'Expected one expression, or a chain joined by =: found another relation.';
  return { kind: 'unreadable', message, span };
}
