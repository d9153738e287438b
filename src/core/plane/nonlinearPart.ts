/** Which part of a formula is to blame where it is not linear in pieces. */

import { type Expression } from '../math/expression.ts';
import { partsOf } from '../math/parts.ts';
import { shapeOf } from '../math/shape/shapeOf.ts';
import { latexOf } from '../math/show/latexOf.ts';
import { type AffineRun } from './affineNumbers.ts';
import { type PlanePoint } from './plane.ts';
import { type PlaneFunction } from './planeFunction.ts';

/** The smallest number in it that is not, as LaTeX; what stands below a sum over letters cannot be looked at alone. */
export function nonlinearPart(f: PlaneFunction, run: AffineRun, at: PlanePoint): string {
  const isNonlinear = (part: Expression): boolean => {
    if (shapeOf(part).length > 0) return false;
    f.part(part, run.arithmetic)(run.start(at));
    return !run.isLinear;
  };
  let smallest = f.checked.expression;
  for (;;) {
    const part =
      smallest.kind === 'fold' || smallest.kind === 'symbol'
        ? undefined
        : partsOf(smallest).find(isNonlinear);
    if (part === undefined) return latexOf(smallest, f.declarations);
    smallest = part;
  }
}
