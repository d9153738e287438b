/** What symbols stand for, checked once per declarations: `a_j = …` has to give what `a` is declared to be. */

import { type Complaint } from '../complaint.ts';
import {
  type Declarations,
  type Declared,
  type DeclaredQuantity,
  type Definition,
} from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { failure, type Result, success } from '../../result.ts';
import { type Size } from '../size.ts';
import { type Checked } from './checked.ts';
import { InferenceRun } from './inferenceRun.ts';
import { Misfit } from './misfit.ts';
import { axesOf, NUMBER, partShape, sameSize, sizeText } from './sizes.ts';

export interface CheckedDefinition {
  readonly parameters: readonly string[];
  readonly body: Checked;
}

type Definable = Exclude<Declared, { kind: 'index' }>;
type Outcome = Result<CheckedDefinition, Complaint>;

const outcomes = new WeakMap<Declarations, Map<string, Outcome | 'under way'>>();

/** Everything that is wrong with what the symbols stand for; spans are in the texts of the definitions. */
export function checkDefinitions(declarations: Declarations): readonly Complaint[] {
  return [...declarations.symbols.keys()].flatMap((name) => {
    const outcome = definitionOf(name, declarations);
    return outcome === undefined || outcome.ok ? [] : [outcome.error];
  });
}

/** Undefined where nothing defines the name. */
export function definitionOf(name: string, declarations: Declarations): Outcome | undefined {
  const declared = declarations.symbols.get(name);
  if (declared === undefined || declared.kind === 'index') return undefined;
  const { definition } = declared;
  if (definition === undefined) return undefined;
  const known = outcomesOf(declarations);
  const before = known.get(name);
  if (before === 'under way') return failure(circle(declared, definition));
  if (before !== undefined) return before;
  known.set(name, 'under way');
  const outcome = check(declared, definition, declarations);
  known.set(name, outcome);
  return outcome;
}

/** Throws where the definition does not fit; the complaint is put where the symbol is used. */
export function requireDefinition(
  name: string,
  at: Pick<Expression, 'span'>,
  declarations: Declarations,
): void {
  const outcome = definitionOf(name, declarations);
  if (outcome === undefined || outcome.ok) return;
  throw new Misfit(outcome.error.message, at, outcome.error.kind);
}

function outcomesOf(declarations: Declarations): Map<string, Outcome | 'under way'> {
  const known = outcomes.get(declarations) ?? new Map<string, Outcome | 'under way'>();
  outcomes.set(declarations, known);
  return known;
}

function check(declared: Definable, definition: Definition, declarations: Declarations): Outcome {
  try {
    return success(inferDefinition(declared, definition, declarations));
  } catch (problem) {
    if (!(problem instanceof Misfit)) throw problem;
    const { message } = problem.complaint;
    const about = message.startsWith(PREFIX)
      ? message
      : `${PREFIX} $${declared.latex}$: ${message}`;
    return failure({ ...problem.complaint, message: about });
  }
}

const PREFIX = 'In the definition of';

function inferDefinition(
  declared: Definable,
  { parameters, body }: Definition,
  declarations: Declarations,
): CheckedDefinition {
  const isFunction = declared.kind === 'function';
  const run = new InferenceRun(declarations, {
    parameters: new Set(isFunction ? parameters : []),
    given: isFunction ? new Map() : parameterSizes(declared, parameters, body),
    requireDefinition: (name, at) => {
      requireDefinition(name, at, declarations);
    },
  });
  const side = run.side(body);
  run.expect(side, isFunction ? NUMBER : partShape(declared.shape, parameters.length));
  run.finish();
  const checked = side.checked();
  requireClosed(checked, body);
  return { parameters, body: checked };
}

/** What each parameter runs over; one that stands for two indices makes the value 0 where they differ. */
function parameterSizes(
  { latex, shape }: DeclaredQuantity,
  parameters: readonly string[],
  body: Expression,
): ReadonlyMap<string, Size> {
  if (parameters.length > shape.length) {
    throw new Misfit(
      `$${latex}$ is declared with ${shape.length} indices, not ${parameters.length}.`,
      body,
    );
  }
  const sizes = new Map<string, Size>();
  axesOf(shape, parameters.length).forEach((size, place) => {
    const name = parameters[place] ?? '';
    const before = sizes.get(name);
    if (before !== undefined && !sameSize(before, size)) throw twice(name, before, size, body);
    sizes.set(name, size);
  });
  return sizes;
}

function twice(name: string, before: Size, size: Size, body: Expression): Misfit {
  const both = `${sizeText(before)} and over ${sizeText(size)}`;
  return new Misfit(`The parameter $${name}$ would have to run over ${both}.`, body);
}

function requireClosed({ freeIndices }: Checked, body: Expression): void {
  const [free] = freeIndices.keys();
  if (free === undefined) return;
  throw new Misfit(`$${free}$ is not one of the indices that are defined here.`, body);
}

function circle({ latex }: Definable, { body }: Definition): Complaint {
  const span = body.span ?? { start: 0, end: 0 };
  return { kind: 'unreadable', message: `$${latex}$ is defined by itself.`, span };
}
