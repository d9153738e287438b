/**
 * How arrows run: straight, unless a node stands in the way or another arrow joins the same two nodes; then they bend.
 * An arrow from a node to itself is a loop above it.
 */

import { type NodeRole } from '../../../src/protocol/messages.ts';
import { type Arrow, type Graph } from './graph.ts';
import { outlineOf } from './outline.ts';
import { type Box, type Point } from './plane.ts';

export interface Course {
  /** SVG path of the line */
  readonly line: string;
  /** SVG path of the arrowhead */
  readonly head: string;
  /** where its label stands */
  readonly middle: Point;
}

export interface NodeShape extends Box {
  readonly id: string;
  readonly role: NodeRole | undefined;
}

const plus = ([x, y]: Point, [dx, dy]: Point, times = 1): Point => [x + times * dx, y + times * dy];
const minus = ([x, y]: Point, [dx, dy]: Point): Point => [x - dx, y - dy];
const cross = ([a, b]: Point, [c, d]: Point): number => a * d - b * c;

function unit([x, y]: Point): Point {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}

/** Where the way from the middle of a node towards a place leaves its outline. */
function exit({ role, middle, ...size }: NodeShape, towards: Point): Point {
  const way = unit(minus(towards, middle));
  const points = outlineOf(role, size);
  for (const [index, from] of points.entries()) {
    const side = minus(points[(index + 1) % points.length] ?? from, from);
    const slope = cross(way, side);
    const along = cross(from, side) / slope;
    const across = cross(from, way) / slope;
    if (slope !== 0 && along > 0 && across >= 0 && across <= 1) return plus(middle, way, along);
  }
  return middle;
}

const HEAD = { length: 9, half: 4 } as const;
const AIR = 2;

const write = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

function headPath(tip: Point, way: Point): string {
  const back = plus(tip, way, -HEAD.length);
  const normal: Point = [-way[1], way[0]];
  return `M${write(tip)}L${write(plus(back, normal, HEAD.half))}L${write(plus(back, normal, -HEAD.half))}Z`;
}

interface Bow {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

const onBow = ({ start, control, end }: Bow, part: number): Point => {
  const rest = 1 - part;
  const both = plus([rest * rest * start[0], rest * rest * start[1]], end, part * part);
  return plus(both, control, 2 * rest * part);
};

/** @param bend how far its middle is off the straight line, as a share of that line's length */
function bow(from: NodeShape, to: NodeShape, bend: number): Bow {
  const way = minus(to.middle, from.middle);
  const half = plus(from.middle, way, 0.5);
  const control = plus(half, [-way[1], way[0]], 2 * bend);
  const start = exit(from, control);
  const end = exit(to, control);
  return { start, control: bend === 0 ? plus(start, minus(end, start), 0.5) : control, end };
}

function courseOf(run: Bow): Course {
  const way = unit(minus(run.end, run.control));
  const tip = plus(run.end, way, -AIR);
  const foot = plus(tip, way, -HEAD.length);
  return {
    line: `M${write(run.start)}Q${write(run.control)} ${write(foot)}`,
    head: headPath(tip, way),
    middle: onBow(run, 0.5),
  };
}

const LOOP = { half: 13, rise: 40, more: 22, label: 14 } as const;

/** What a loop and its label take above the node. */
export const LOOP_ROOM = 54;

/** @param nth of the loops at that node, from 0 */
function loop({ middle: [x, y], height }: NodeShape, nth: number): Course {
  const top = y - height / 2;
  const rise = LOOP.rise + nth * LOOP.more;
  const half = LOOP.half + nth * 4;
  const way = unit([-half * 0.9, rise]);
  const tip: Point = [x + half * 0.55, top - AIR];
  const foot = plus(tip, way, -HEAD.length);
  return {
    line: `M${write([x - half * 0.55, top])}C${write([x - 2 * half, top - rise])} ${write([x + 2 * half, top - rise])} ${write(foot)}`,
    head: headPath(tip, way),
    // on top of it
    middle: [x, top - rise * 0.75 - LOOP.label],
  };
}

/** The straightest first, either way: what little frees it is better than a wide way round. */
const BENDS = [0, 0.05, 0.1, 0.16, 0.23, 0.3, 0.38, 0.45, 0.6, 0.8, 1].flatMap((bend) =>
  bend === 0 ? [0] : [bend, -bend],
);
/** Between places that are looked at, in pixels. */
const SAMPLING = 5;
const CLEARANCE = 3;

const contains = ({ middle: [x, y], width, height }: Box, [px, py]: Point): boolean =>
  Math.abs(px - x) < width / 2 + CLEARANCE && Math.abs(py - y) < height / 2 + CLEARANCE;

/** The length of its way across other nodes, in samples. */
function hits(run: Bow, others: readonly NodeShape[]): number {
  const length =
    Math.hypot(...minus(run.control, run.start)) + Math.hypot(...minus(run.end, run.control));
  const samples = Math.min(200, Math.ceil(length / SAMPLING));
  const points = Array.from({ length: samples }, (_none, index) =>
    onBow(run, (index + 0.5) / samples),
  );
  return points.filter((point) => others.some((other) => contains(other, point))).length;
}

/** All of a bundle bend by as much beside what sets them apart: as little as keeps them off other nodes. */
function freest(choices: Iterable<readonly Bow[]>, others: readonly NodeShape[]): readonly Bow[] {
  let best: readonly Bow[] = [];
  let least = Infinity;
  for (const runs of choices) {
    const count = runs.reduce((sum, run) => sum + hits(run, others), 0);
    if (count < least) [best, least] = [runs, count];
    if (least === 0) break;
  }
  return best;
}

/** Arrows that join the same two nodes, in either direction. */
function bundles(arrows: readonly Arrow[]): readonly (readonly Arrow[])[] {
  const byEnds = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const ends = JSON.stringify([arrow.from, arrow.to].sort());
    byEnds.set(ends, [...(byEnds.get(ends) ?? []), arrow]);
  }
  return [...byEnds.values()];
}

const APART = 0.22;

/** The course of each arrow by its key; an arrow that begins or ends nowhere has none. */
export function coursesOf(
  graph: Graph,
  shapes: ReadonlyMap<string, NodeShape>,
): ReadonlyMap<number, Course> {
  return new Map(bundles(graph.arrows).flatMap((bundle) => bundleCourses(bundle, shapes)));
}

type Shapes = ReadonlyMap<string, NodeShape>;

function bundleCourses(bundle: readonly Arrow[], shapes: Shapes): readonly [number, Course][] {
  const keys = bundle.map(({ key }) => key);
  const runs = bundle.flatMap(({ from, to }): Ends[] => {
    const [start, end] = [shapes.get(from), shapes.get(to)];
    return start && end ? [{ start, end }] : [];
  });
  const [first] = runs;
  if (first === undefined) return [];
  const courses =
    first.start === first.end
      ? runs.map(({ start }, nth) => loop(start, nth))
      : freest(bows(runs), othersThan(first, shapes)).map(courseOf);
  return courses.flatMap((course, nth) => {
    const key = keys[nth];
    return key === undefined ? [] : [[key, course]];
  });
}

interface Ends {
  readonly start: NodeShape;
  readonly end: NodeShape;
}

const othersThan = ({ start, end }: Ends, shapes: Shapes): readonly NodeShape[] =>
  [...shapes.values()].filter((shape) => shape !== start && shape !== end);

/** For each bend, the runs of arrows that join the same two nodes: apart, whichever way they lead. */
function* bows(runs: readonly Ends[]): Generator<readonly Bow[]> {
  for (const bend of BENDS) {
    yield runs.map(({ start, end }, nth) => {
      const side = start.id < end.id ? 1 : -1;
      return bow(start, end, side * (bend + APART * (nth - (runs.length - 1) / 2)));
    });
  }
}
