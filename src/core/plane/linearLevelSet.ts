/** Where a piecewise linear function equals a value: one straight part for each piece, exact up to rounding. */

import { coverage } from './coverage.ts';
import { type Affine, affineAt, unitLine } from './halfPlane.ts';
import { Joined } from './joined.ts';
import { type LevelPart, type LevelSet } from './levelParts.ts';
import { type LinearPiece, type LinearPieces } from './linearPieces.ts';
import {
  type PlanePoint,
  type PlaneWindow,
  type Polyline,
  type Segment,
  distanceToSegment,
  pointBetween,
  roundingIn,
} from './plane.ts';
import { type PlaneFunction } from './planeFunction.ts';
import { joinedOnLine } from './lines.ts';
import { Vertices } from './vertices.ts';

/** What is no further apart, in roundings, touches. */
const TOUCHING = 100;

/** Values that differ by less than this part of the largest are the same. */
const SAME = 1e-9;

interface Placed extends Segment {
  readonly piece: number;
}

export function linearLevelSet(f: PlaneFunction, value: number, pieces: LinearPieces): LevelSet {
  const level = new Level(f, value, pieces);
  for (const [index, piece] of pieces.pieces.entries()) level.add(piece, index);
  return {
    parts: partsOf(level.segments, pieces.window),
    points: level.lonePoints(),
    areas: level.areas,
    pieces,
  };
}

class Level {
  readonly segments: Placed[] = [];
  readonly areas: number[] = [];
  readonly #touched: PlanePoint[] = [];
  readonly #has: (point: PlanePoint) => boolean;
  readonly #value: number;
  readonly #same: number;
  readonly #reach: number;
  readonly #rounding: number;

  constructor(f: PlaneFunction, value: number, { pieces, window }: LinearPieces) {
    this.#reach = Math.max(...[...window.low, ...window.high].map(Math.abs));
    const sizes = pieces.map(({ affine }) => this.#slope(affine) + Math.abs(affine.offset));
    this.#same = SAME * sizes.reduce((most, size) => Math.max(most, size), Math.abs(value));
    this.#has = (point) => Math.abs(f.value(point) - value) <= this.#same;
    this.#value = value;
    this.#rounding = roundingIn(window);
  }

  add({ affine, cells }: LinearPiece, piece: number): void {
    const { gradient, offset } = affine;
    if (this.#slope(affine) <= this.#same) {
      if (Math.abs(offset - this.#value) <= this.#same) this.areas.push(piece);
      return;
    }
    const line = unitLine({ gradient, offset: offset - this.#value });
    const cuts = cells.map((cell) => cutOf(cell, line, this.#rounding));
    const through = cuts.flatMap(({ through }) => through ?? []);
    const along = cuts.flatMap(({ along }) => along ?? []).filter((edge) => this.#isLevel(edge));
    const found = joinedOnLine([...through, ...this.#fresh(along)], TOUCHING * this.#rounding);
    this.segments.push(...found.map((segment) => ({ ...segment, piece })));
    this.#touched.push(...cuts.flatMap(({ touched }) => touched));
  }

  /** Corners that the level touches while no segment goes there. */
  lonePoints(): readonly PlanePoint[] {
    const near = TOUCHING * this.#rounding;
    const lone = new Vertices(near);
    for (const point of this.#touched) {
      const isOnSegment = this.segments.some((each) => distanceToSegment(point, each) <= near);
      if (!isOnSegment && this.#has(point)) lone.of(point);
    }
    return lone.points;
  }

  #slope({ gradient }: Affine): number {
    return (Math.abs(gradient[0]) + Math.abs(gradient[1])) * this.#reach;
  }

  /** At a jump the value that comes from one side may not be reached. */
  #isLevel({ from, to }: Segment): boolean {
    return this.#has(pointBetween(from, to, 0.5));
  }

  /** Two pieces meet along such a segment: it is of the first. */
  #fresh(along: readonly Segment[]): readonly Segment[] {
    const limits = { tolerance: TOUCHING * this.#rounding, angle: SAME };
    return coverage(along, this.segments, limits).uncovered;
  }
}

interface Cut {
  /** inside the cell */
  readonly through?: Segment;
  /** on its edge */
  readonly along?: Segment;
  /** corners, where the line has no more of the cell */
  readonly touched: readonly PlanePoint[];
}

function cutOf(cell: Polyline, line: Affine, rounding: number): Cut {
  const sides = cell.map((corner) => {
    const side = affineAt(line, corner);
    return Math.abs(side) <= rounding ? 0 : side;
  });
  const ends = cell.flatMap((corner, index) => {
    const after = (index + 1) % cell.length;
    const [next, here, there] = [cell[after] ?? corner, sides[index] ?? 0, sides[after] ?? 0];
    if (here === 0) return [corner];
    return here * there < 0 ? [pointBetween(corner, next, here / (here - there))] : [];
  });
  const [from, to] = [ends[0], ends.at(-1)];
  if (from === undefined || to === undefined) return { touched: [] };
  if (ends.length === 1) return { touched: [from] };
  const isThrough = sides.some((side) => side < 0) && sides.some((side) => side > 0);
  return isThrough ? { through: { from, to }, touched: [] } : { along: { from, to }, touched: [] };
}

function partsOf(segments: readonly Placed[], window: PlaneWindow): readonly LevelPart[] {
  const near = TOUCHING * roundingIn(window);
  const ends = new Vertices(near);
  const pairs = segments.map(({ from, to }) => [ends.of(from), ends.of(to)] as const);
  const joined = new Joined(ends.points.length);
  for (const pair of pairs) joined.join(...pair);
  const { groupOf } = joined.groups();
  return segments.map(({ from, to, piece }, index) => ({
    points: [from, to],
    closed: false,
    atEdge: [isAtEdge(from, window, near), isAtEdge(to, window, near)],
    component: groupOf(pairs[index]?.[0] ?? 0),
    piece,
  }));
}

/** Of a point of the window. */
function isAtEdge(point: PlanePoint, { low, high }: PlaneWindow, near: number): boolean {
  return ([0, 1] as const).some(
    (axis) => point[axis] - low[axis] <= near || high[axis] - point[axis] <= near,
  );
}
