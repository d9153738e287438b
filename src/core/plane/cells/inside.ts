/** Points of areas with holes, and the one that is furthest from all edges. */

import { type PlanePoint, type Polyline } from '../plane.ts';

/** By counting the edges to the right; rings are not closed. */
export function isInside([x, y]: PlanePoint, rings: readonly Polyline[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      const passes = fromY > y !== toY > y;
      if (passes && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside;
      [fromX, fromY] = [toX, toY];
    }
  }
  return inside;
}

export interface Inmost {
  readonly at: PlanePoint;
  /** distance to the nearest edge */
  readonly clearance: number;
}

/** A box around `centre`, and how far from all edges a point in it can be at most. */
interface Box extends Inmost {
  readonly half: number;
  readonly most: number;
}

const MOST_BOXES = 300;
/** Pairs of a box and an edge, so that areas with very many edges take no longer. */
const MOST_PAIRS = 1e6;

/**
 * To a tenth of its distance, or as soon as it is known to be less than `least`; by quartering boxes, the most promising first (Garcia-Castellanos and Lombardo 2007; Agafonkin,
 * “polylabel”, 2016).
 */
export function inmost(rings: readonly Polyline[], least: number): Inmost {
  const start = boxesOver(rings);
  let best = start.reduce<Box | undefined>(larger, undefined);
  const open = [...start];
  const edges = rings.reduce((sum, ring) => sum + ring.length, 0);
  const most = Math.min(MOST_BOXES, MOST_PAIRS / edges);
  for (let count = 0; count < most && best !== undefined; count += 1) {
    const place = indexOfMost(open);
    const box = open[place];
    if (box === undefined || box.most <= Math.max(least, 1.1 * best.clearance)) break;
    open.splice(place, 1);
    const quarters = quartersOf(box).map(({ at, half }) => boxAt(at, half, rings));
    best = quarters.reduce(larger, best);
    open.push(...quarters.filter(({ most }) => most > 0));
  }
  return best === undefined
    ? { at: [0, 0], clearance: 0 }
    : { at: best.at, clearance: Math.max(0, best.clearance) };
}

function larger(best: Box | undefined, box: Box): Box {
  return best === undefined || box.clearance > best.clearance ? box : best;
}

function indexOfMost(boxes: readonly Box[]): number {
  let most = 0;
  for (const [index, box] of boxes.entries()) {
    if (box.most > (boxes[most]?.most ?? -Infinity)) most = index;
  }
  return most;
}

function quartersOf({ at: [x, y], half }: Box): readonly { at: PlanePoint; half: number }[] {
  const step = half / 2;
  return [
    { at: [x - step, y - step], half: step },
    { at: [x + step, y - step], half: step },
    { at: [x - step, y + step], half: step },
    { at: [x + step, y + step], half: step },
  ];
}

/** Squares over all of the area, as large as its shorter side. */
function boxesOver(rings: readonly Polyline[]): readonly Box[] {
  const [xs, ys] = [
    rings.flatMap((ring) => ring.map(([x]) => x)),
    rings.flatMap((ring) => ring.map(([, y]) => y)),
  ];
  const [left, right] = extremes(xs);
  const [low, high] = extremes(ys);
  const side = Math.max(
    Math.min(right - left, high - low),
    Math.max(right - left, high - low) / 100,
  );
  const boxes: Box[] = [];
  for (let x = left; x < right; x += side) {
    for (let y = low; y < high; y += side)
      boxes.push(boxAt([x + side / 2, y + side / 2], side / 2, rings));
  }
  return boxes;
}

function extremes(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

function boxAt(at: PlanePoint, half: number, rings: readonly Polyline[]): Box {
  const distance = distanceToRings(at, rings);
  const clearance = isInside(at, rings) ? distance : -distance;
  return { at, half, clearance, most: clearance + half * Math.SQRT2 };
}

function distanceToRings([x, y]: PlanePoint, rings: readonly Polyline[]): number {
  let nearest = Infinity;
  for (const ring of rings) {
    let [fromX, fromY] = ring.at(-1) ?? [x, y];
    for (const [toX, toY] of ring) {
      const [dx, dy] = [toX - fromX, toY - fromY];
      const square = dx * dx + dy * dy;
      const along = ((x - fromX) * dx + (y - fromY) * dy) / square;
      const share = square === 0 ? 0 : Math.min(1, Math.max(0, along));
      const [besideX, besideY] = [fromX + share * dx - x, fromY + share * dy - y];
      nearest = Math.min(nearest, besideX * besideX + besideY * besideY);
      [fromX, fromY] = [toX, toY];
    }
  }
  return Math.sqrt(nearest);
}
