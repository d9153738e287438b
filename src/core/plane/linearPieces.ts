/** The pieces of the plane on which a function is linear, and the borders between them, inside a window. */

import { type Result, success } from '../result.ts';
import { type Affine, areaOf, middleOf } from './halfPlane.ts';
import { Joined } from './joined.ts';
import { joinedBorders } from './joinedBorders.ts';
import { type LinearCell, linearCells } from './linearCells.ts';
import { type PlanePoint, type PlaneWindow, type Polyline, type Segment } from './plane.ts';
import { type PlaneFunction } from './planeFunction.ts';
import { sharedEdges } from './sharedEdges.ts';

/** Connected: two cells that touch in a point only are two pieces, even of the same function. It may have dents and holes. */
export interface LinearPiece {
  readonly affine: Affine;
  /** convex, counter-clockwise, not closed; they do not overlap */
  readonly cells: readonly Polyline[];
  readonly area: number;
  /** away from its borders */
  readonly inner: PlanePoint;
}

/** A straight part between the same two pieces, as long as possible. */
export interface Border extends Segment {
  /** places of the pieces, the lower one first */
  readonly between: readonly [number, number];
}

export interface LinearPieces {
  readonly window: PlaneWindow;
  readonly pieces: readonly LinearPiece[];
  readonly borders: readonly Border[];
}

/** Values that differ by less than this part of the largest are the same. */
const SAME = 1e-9;

/** Exact up to rounding. A sentence says why the function is not piecewise linear, or has no values. */
export function linearPieces(f: PlaneFunction, window: PlaneWindow): Result<LinearPieces, string> {
  const cut = linearCells(f, window);
  if (!cut.ok) return cut;
  const cells = cut.value;
  const { vertices, edges } = sharedEdges(cells, window);
  const same = sameness(cells, window);
  const joined = new Joined(cells.length);
  for (const { cells: pair } of edges) if (same(...pair)) joined.join(...pair);
  const { groups, groupOf } = joined.groups();
  const between = edges.map(({ ends, cells: [one, other] }) => ({
    ends,
    between: inOrder(groupOf(one), groupOf(other)),
  }));
  const borders = joinedBorders(
    between.filter(({ between: [one, other] }) => one !== other),
    vertices,
  );
  return success({ window, pieces: groups.map((group) => pieceOf(group, cells)), borders });
}

function inOrder(one: number, other: number): readonly [number, number] {
  return one < other ? [one, other] : [other, one];
}

function sameness(
  cells: readonly LinearCell[],
  { low, high }: PlaneWindow,
): (one: number, other: number) => boolean {
  const reach = Math.max(...[...low, ...high].map(Math.abs));
  const size = (affine: Affine): number =>
    (Math.abs(affine.gradient[0]) + Math.abs(affine.gradient[1])) * reach + Math.abs(affine.offset);
  const tolerance = SAME * cells.reduce((most, { affine }) => Math.max(most, size(affine)), 0);
  return (one, other) => {
    const [left, right] = [cells[one]?.affine, cells[other]?.affine];
    return left !== undefined && right !== undefined && size(apart(left, right)) <= tolerance;
  };
}

function apart(left: Affine, right: Affine): Affine {
  return {
    gradient: [left.gradient[0] - right.gradient[0], left.gradient[1] - right.gradient[1]],
    offset: left.offset - right.offset,
  };
}

function pieceOf(group: readonly number[], cells: readonly LinearCell[]): LinearPiece {
  const own = group.flatMap((cell) => cells[cell] ?? []);
  const [largest] = own.toSorted((one, other) => areaOf(other.polygon) - areaOf(one.polygon));
  if (largest === undefined) throw new Error('a piece without cells');
  return {
    affine: largest.affine,
    cells: own.map(({ polygon }) => polygon),
    area: own.reduce((sum, { polygon }) => sum + areaOf(polygon), 0),
    inner: middleOf(largest.polygon),
  };
}
