/** How a formula is read before anything is judged: for the line beside the field in which it is written. */

import { type Complaint, complaintProse } from '../math/complaint.ts';
import { splitStep } from '../math/derivation/stepText.ts';
import { readStatement } from '../math/read/readStatement.ts';
import { checkStatement } from '../math/shape/checkExpression.ts';
import { latexOfStatement } from '../math/show/latexOf.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { diagramEcho } from './diagram/echo.ts';
import { type Echo } from './echo.ts';
import { withoutDressing } from './expression/dressing.ts';
import { readChain } from './expression/readChain.ts';

const EMPTY: Echo = { kind: 'empty' };

/** @throws if the question is not answered with formulas */
export function echoOf(question: Question, text: string): Echo {
  if (question.kind === 'expression') return expressionEcho(question, text);
  if (question.kind === 'derivation') return stepEcho(question, text);
  if (question.kind === 'diagram') return diagramEcho(question, text);
  throw new Error(`Question ${question.id} is not answered with formulas.`);
}

function expressionEcho({ declarations, asked }: QuestionOf<'expression'>, text: string): Echo {
  const bare = withoutDressing(text, asked);
  if (bare.trim() === '') return EMPTY;
  const chain = readChain(text, { declarations, asked });
  if (!chain.ok) return complaintEcho(chain.error, 0);
  const statement = readStatement(bare, declarations);
  return statement.ok
    ? { kind: 'read', latex: latexOfStatement(statement.value, declarations) }
    : complaintEcho(statement.error[0], 0);
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
