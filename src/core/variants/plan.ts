/** From what an author wrote to a plan of draws, or to what is wrong with it. */

import { type Result, failure, success } from '../result.ts';
import { type AuthoredParameter, type DrawingOrder } from '../taskset/schema/parametersSchema.ts';
import { ParameterNames } from './calculation.ts';
import { type Draw, type DrawingPlan, drawFrom, writable } from './drawing.ts';
import { type Value, rangeOf } from './range.ts';
import { type Requirement, readRequirement } from './requirement.ts';

interface Misplanned {
  /** from the top of the file */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface Planned extends DrawingPlan {
  /** the parameters that formulas may use, those from outside included */
  readonly numeric: readonly string[];
}

/** The field that says what no draw fulfils. */
export function blamed({ requirements }: Planned): 'require' | 'parameters' {
  return requirements.size > 0 ? 'require' : 'parameters';
}

/** @param outer numeric parameters of the set, which its tasks may use */
export function planDrawing(
  { parameters = {}, require = [] }: DrawingOrder,
  outer: readonly string[],
): Result<Planned, Misplanned[]> {
  const draws = new Map<string, Draw>();
  const problems: Misplanned[] = [];
  const numeric = [...outer];
  for (const [name, parameter] of Object.entries(parameters)) {
    const read = readDraw(name, parameter, new ParameterNames(numeric));
    if (read.ok) draws.set(name, read.value);
    else problems.push({ path: ['parameters', name], message: read.error });
    // a task may use the set's name for another thing
    if (numeric.includes(name)) numeric.splice(numeric.indexOf(name), 1);
    if (isNumeric(parameter)) numeric.push(name);
  }
  const requirements = readRequirements(require, new ParameterNames(numeric), problems);
  return problems.length > 0 ? failure(problems) : success({ draws, requirements, numeric });
}

function readRequirements(
  require: readonly string[],
  names: ParameterNames,
  problems: Misplanned[],
): Map<string, Requirement> {
  const requirements = new Map<string, Requirement>();
  for (const [place, text] of require.entries()) {
    const read = readRequirement(text, names);
    if (read.ok) requirements.set(text, read.value);
    else problems.push({ path: ['require', place], message: quoting(text, read.error) });
  }
  return requirements;
}

function readDraw(
  name: string,
  parameter: AuthoredParameter,
  names: ParameterNames,
): Result<Draw, string> {
  const range = rangeOf(parameter);
  if (typeof range === 'string') return failure(range);
  if (range === undefined) return readFormulaDraw(parameter, names);
  const { at } = parameter;
  if (at !== undefined) return readChoiceAt(range, at, names);
  return success((chance) => drawFrom(range, name, chance));
}

function readFormulaDraw(
  { formula = '', places }: AuthoredParameter,
  names: ParameterNames,
): Result<Draw, string> {
  const read = names.read(formula);
  if (!read.ok) return failure(quoting(formula, read.error));
  return success((_, before, budget) => writable(read.value(before, budget), places));
}

function readChoiceAt(
  range: readonly Value[],
  at: string,
  names: ParameterNames,
): Result<Draw, string> {
  const read = names.read(at);
  if (!read.ok) return failure(quoting(at, read.error));
  return success((_, before, budget) => range[read.value(before, budget) - 1]);
}

function isNumeric({ choice }: AuthoredParameter): boolean {
  return choice?.every((value) => typeof value === 'number') ?? true;
}

function quoting(formula: string, sentence: string): string {
  return `in '${formula}': ${sentence}`;
}
