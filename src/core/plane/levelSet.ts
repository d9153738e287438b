/** Where a function of the plane equals a value, inside a window. */

import { type Result, success } from '../result.ts';
import { smoothLevelSet } from './curve/smoothLevelSet.ts';
import { linearLevelSet } from './linearLevelSet.ts';
import { type LevelSet } from './levelParts.ts';
import { linearPieces } from './linearPieces.ts';
import { type PlaneWindow } from './plane.ts';
import { type PlaneFunction } from './planeFunction.ts';

export type { LevelSet } from './levelParts.ts';

/** Exact up to rounding where the function is piecewise linear; else polylines that follow the curve closely. */
export function levelSet(
  f: PlaneFunction,
  value: number,
  window: PlaneWindow,
): Result<LevelSet, string> {
  const pieces = linearPieces(f, window);
  if (pieces.ok) return success(linearLevelSet(f, value, pieces.value));
  return smoothLevelSet(f, value, window);
}
