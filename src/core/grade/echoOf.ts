/** How a formula is read before anything is judged: for the line beside the field in which it is written. */

import { type QuestionKind } from '../answer/answer.ts';
import { type Complaint, complaintProse } from '../math/complaint.ts';
import { splitStep } from '../math/derivation/stepText.ts';
import { readStatement } from '../math/read/readStatement.ts';
import { checkStatement } from '../math/shape/checkExpression.ts';
import { latexOfStatement } from '../math/show/latexOf.ts';
import { planeFunctionOf } from '../plane/planeFunction.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { diagramEcho } from './diagram/echo.ts';
import { type Echo } from './echo.ts';
import { type Asked, bareText, readChain } from './expression/readChain.ts';

const EMPTY: Echo = { kind: 'empty' };

type EchoIn<K extends QuestionKind> = (question: QuestionOf<K>, text: string) => Echo;

/** Of the kinds that are answered with formulas. */
const ECHOES: { readonly [K in QuestionKind]?: EchoIn<K> } = {
  expression: expressionEcho,
  derivation: stepEcho,
  drawing: labelEcho,
  diagram: diagramEcho,
};

/** @throws if the question is not answered with formulas */
export function echoOf(question: Question, text: string): Echo {
  return echoIn(question.kind, question, text);
}

/** Written over K, so that the table lookup type-checks for any kind. */
function echoIn<K extends QuestionKind>(kind: K, question: QuestionOf<K>, text: string): Echo {
  const echo: EchoIn<K> | undefined = ECHOES[kind];
  if (echo === undefined) throw new Error(`Question ${question.id} is not answered with formulas.`);
  return echo(question, text);
}

function expressionEcho({ declarations, asked }: QuestionOf<'expression'>, text: string): Echo {
  return formulaEcho(text, { declarations, asked });
}

function formulaEcho(text: string, { declarations, asked }: Asked): Echo {
  const bare = bareText(text, { declarations, asked });
  if (bare.trim() === '') return EMPTY;
  const chain = readChain(text, { declarations, asked });
  if (!chain.ok) return complaintEcho(chain.error, 0);
  const statement = readStatement(bare, declarations);
  return statement.ok
    ? { kind: 'read', latex: latexOfStatement(statement.value, declarations) }
    : complaintEcho(statement.error[0], 0);
}

/** The formula on a piece of the plane, of its two letters. */
function labelEcho(question: QuestionOf<'drawing'>, text: string): Echo {
  const { declarations, function: asked } = question;
  const echo = formulaEcho(text, { declarations, asked });
  const chain = echo.kind === 'read' ? readChain(text, { declarations, asked }) : undefined;
  // where letters have lost what they stand for, nothing can be said of what a formula depends on
  if (chain?.ok !== true || question.withheld === true) return echo;
  const f = planeFunctionOf(chain.value.last, question);
  return f.ok ? echo : complaintEcho(f.error, 0);
}

/** By itself: what a step is joined to is seen when all are judged. */
function stepEcho({ declarations }: QuestionOf<'derivation'>, text: string): Echo {
  const { mathematics, offset } = splitStep(text);
  if (mathematics.trim() === '') return EMPTY;
  const statement = readStatement(mathematics, declarations);
  if (!statement.ok) return complaintEcho(statement.error[0], offset);
  const checked = checkStatement(statement.value, declarations);
  if (!checked.ok) return complaintEcho(checked.error, offset);
  return { kind: 'read', latex: latexOfStatement(statement.value, declarations) };
}

function complaintEcho(complaint: Complaint, offset: number): Echo {
  const { span } = complaint;
  const message = complaintProse(complaint);
  return { kind: 'complaint', message, start: span.start + offset, end: span.end + offset };
}
