/**
 * Whether the shapes fit. What leaves here can be evaluated: implied ranges are written out, every vector of ones has
 * its size, and what the used symbols stand for was checked too.
 */

import { type Complaint } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { type Expression, type RelationSign, type Statement } from '../expression.ts';
import { failure, type Result, success } from '../../result.ts';
import { type Checked, type CheckedStatement } from './checked.ts';
import { requireDefinition } from './checkDefinitions.ts';
import { type Inferred, leadingShape } from './inference.ts';
import { InferenceRun } from './inferenceRun.ts';
import { Misfit } from './misfit.ts';

export function checkExpression(
  expression: Expression,
  declarations: Declarations,
): Result<Checked, Complaint> {
  const checked = checkStatement({ first: expression, links: [] }, declarations);
  return checked.ok ? success(checked.value.first) : checked;
}

export function checkStatement(
  statement: Statement,
  declarations: Declarations,
): Result<CheckedStatement, Complaint> {
  try {
    return success(inferStatement(statement, declarations));
  } catch (problem) {
    if (problem instanceof Misfit) return failure(problem.complaint);
    throw problem;
  }
}

/** Sides are inferred together, so that one may tell the sizes of the other’s ones and free letters. */
function inferStatement({ first, links }: Statement, declarations: Declarations): CheckedStatement {
  const run = new InferenceRun(declarations, {
    requireDefinition: (name, at) => {
      requireDefinition(name, at, declarations);
    },
  });
  const start = run.side(first);
  const sides = links.map(({ relation, to }) => ({ relation, side: run.side(to) }));
  const shape = leadingShape([start, ...sides.map(({ side }) => side)]);
  run.fit(start, shape);
  for (const { relation, side } of sides)
    requireComparable({ ...start, shape }, relation, side, run);
  run.finish();
  return {
    first: start.checked(),
    links: sides.map(({ relation, side }) => ({ relation, to: side.checked() })),
  };
}

function requireComparable(
  first: Inferred,
  relation: RelationSign,
  other: Inferred,
  run: InferenceRun,
): void {
  if (!run.fit(other, first.shape)) {
    const [left, right] = [run.quote(first.expression), run.quote(other.expression)];
    const found = `${left} is ${run.say(first.shape)} and ${right} is ${run.say(other.shape)}`;
    throw new Misfit(`${found}, so they cannot be compared.`, other.expression);
  }
  if (relation === '=' || first.shape.length === 0) return;
  const found = run.say(first.shape);
  throw new Misfit(
    `Only numbers are smaller or greater; ${run.quote(first.expression)} is ${found}.`,
    other.expression,
  );
}
