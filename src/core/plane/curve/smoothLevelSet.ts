/** Where a function that is not piecewise linear equals a value, as polylines that stay close to the curve. */

import { type Result, failure, success } from '../../result.ts';
import { type LevelPart, type LevelSet } from '../levelParts.ts';
import { type PlanePoint, type PlaneWindow } from '../plane.ts';
import { type PlaneFunction } from '../planeFunction.ts';
import { spoken } from '../spoken.ts';
import { type Chain, chainsIn } from './chains.ts';
import { hiddenIn } from './hidden.ts';
import { rounded } from './rounded.ts';
import { SignGrid } from './signGrid.ts';

/** How far a polyline may be from the curve, as a part of the window's shorter side. */
const DEVIATION = 1e-4;

/**
 * Curves across which the sign changes, to a ten-thousandth of the window. A sentence says where the value is only
 * touched, or in a loop too small for the grid: there a drawing could not be judged.
 */
export function smoothLevelSet(
  f: PlaneFunction,
  value: number,
  window: PlaneWindow,
): Result<LevelSet, string> {
  const valueAt = (point: PlanePoint): number => f.value(point) - value;
  const grid = new SignGrid(valueAt, window);
  const hidden = hiddenIn(grid, window);
  if (hidden !== undefined) {
    return failure(
      `The function comes to ${value} near ${spoken(hidden)} without passing through it on a curve that can be followed.`,
    );
  }
  const [width, height] = [window.high[0] - window.low[0], window.high[1] - window.low[1]];
  const deviation = DEVIATION * Math.min(width, height);
  const parts = chainsIn(grid).map((chain, component) =>
    partOf(chain, component, (points) => rounded(points, valueAt, deviation)),
  );
  return success({ parts, points: [], areas: [] });
}

function partOf(
  { crossings, closed }: Chain,
  component: number,
  round: (points: readonly PlanePoint[]) => readonly PlanePoint[],
): LevelPart {
  const points = crossings.map(({ at }) => at);
  const [first, last] = [crossings[0], crossings.at(-1)];
  return {
    points: round(points),
    closed,
    atEdge: [first?.atEdge === true, last?.atEdge === true],
    component,
  };
}
