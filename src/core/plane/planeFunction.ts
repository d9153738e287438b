/** A formula as a function of the plane: the two letters of the axes, and nothing else that is open. */

import { type Result, failure, success } from '../result.ts';
import { subjectOf } from '../math/compare/subject.ts';
import { type Complaint } from '../math/complaint.ts';
import { type Declarations } from '../math/declarations.ts';
import { type Expression } from '../math/expression.ts';
import { readFormula } from '../math/readFormula.ts';
import { type Checked } from '../math/shape/checked.ts';
import { type Arithmetic } from '../math/value/arithmetic.ts';
import { Budget, BudgetSpent } from '../math/value/budget.ts';
import { compilerFor } from '../math/value/compiler.ts';
import { doubles } from '../math/value/doubles.ts';
import { type Axes, axesOf } from './axes.ts';
import { type PlanePoint } from './plane.ts';
import { PlanePlace } from './planePlace.ts';

export interface PlaneLetters {
  /** as written: scalars such as `x`, `x_1`, or the components of a vector of size 2; to the right, and up */
  readonly axes: readonly [string, string];
  readonly declarations: Declarations;
}

/** In additions of doubles; a function that takes more at one point is refused. */
const OPERATIONS = 1e6;

export class PlaneFunction {
  readonly checked: Checked;
  readonly declarations: Declarations;
  readonly #axes: Axes;
  #double: ((axes: PlanePoint) => number) | undefined;

  constructor(checked: Checked, declarations: Declarations, axes: Axes) {
    this.checked = checked;
    this.declarations = declarations;
    this.#axes = axes;
  }

  /** NaN where there is no value, infinite where it is too large. */
  value(point: PlanePoint): number {
    this.#double ??= this.in(doubles);
    return this.#double(point);
  }

  /** In any numbers, those of the axes among them. */
  in<N>(arithmetic: Arithmetic<N>): (axes: readonly [N, N]) => N {
    return this.part(this.checked.expression, arithmetic);
  }

  /** The same of a part of the formula that is a number. */
  part<N>(part: Expression, arithmetic: Arithmetic<N>): (axes: readonly [N, N]) => N {
    const program = compilerFor(this.declarations, arithmetic).program(part);
    const none = arithmetic.of(NaN);
    return (values) => {
      const place = new PlanePlace(arithmetic, this.#axes, values, new Budget(OPERATIONS));
      return program({ place, letters: [], arguments: [] }).data[0] ?? none;
    };
  }
}

/** Complains of what cannot be read, is no number, is too costly, or depends on more than the two letters. */
export function planeFunction(
  text: string,
  { axes, declarations }: PlaneLetters,
): Result<PlaneFunction, Complaint> {
  const read = readFormula(text, declarations);
  return read.ok ? planeFunctionOf(read.value, { axes, declarations }) : read;
}

/** The same of a formula that was read before. */
export function planeFunctionOf(
  checked: Checked,
  letters: PlaneLetters,
): Result<PlaneFunction, Complaint> {
  const axes = axesOf(letters.axes, letters.declarations);
  return axes.ok ? functionOf(checked, letters.declarations, axes.value) : axes;
}

function functionOf(
  checked: Checked,
  declarations: Declarations,
  axes: Axes,
): Result<PlaneFunction, Complaint> {
  const span = checked.expression.span ?? { start: 0, end: 0 };
  if (checked.shape.length > 0) {
    return failure({
      kind: 'shape',
      message: 'Expected a number here, found more than one.',
      span,
    });
  }
  const open = openIn(checked, declarations, axes);
  if (open !== undefined) {
    const message = `Expected a function of the two letters of the plane only; this also depends on $${open}$.`;
    return failure({ kind: 'unknown-name', message, span });
  }
  const made = new PlaneFunction(checked, declarations, axes);
  return isAffordable(made) ? success(made) : failure({ kind: 'limit', message: COSTLY, span });
}

const COSTLY = 'This takes too many operations at a single point.';

/** What has no value on the plane, as LaTeX. */
function openIn(checked: Checked, declarations: Declarations, axes: Axes): string | undefined {
  const subject = subjectOf(checked, checked, declarations);
  const open = subject.drawn.find(({ name }) => !axes.has(name));
  const [index] = subject.indices.keys();
  const [size] = subject.sizes.keys();
  return open?.latex ?? index ?? size ?? subject.unknownFunctions[0];
}

function isAffordable(made: PlaneFunction): boolean {
  try {
    made.value([0.5, 0.25]);
    return true;
  } catch (error) {
    if (error instanceof BudgetSpent) return false;
    throw error;
  }
}
