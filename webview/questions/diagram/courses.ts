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

const BENDS = [0, 0.16, -0.16, 0.3, -0.3, 0.45, -0.45] as const;
const SAMPLES = 14;
const CLEARANCE = 6;

const contains = ({ middle: [x, y], width, height }: Box, [px, py]: Point): boolean =>
  Math.abs(px - x) < width / 2 + CLEARANCE && Math.abs(py - y) < height / 2 + CLEARANCE;

/** On how much of its way it runs across other nodes. */
function hits(run: Bow, others: readonly NodeShape[]): number {
  const points = Array.from({ length: SAMPLES }, (_none, index) =>
    onBow(run, (index + 0.5) / SAMPLES),
  );
  return points.filter((point) => others.some((other) => contains(other, point))).length;
}

function freest(from: NodeShape, to: NodeShape, others: readonly NodeShape[]): Bow {
  const runs = BENDS.map((bend) => bow(from, to, bend));
  const counts = runs.map((run) => hits(run, others));
  return runs[counts.indexOf(Math.min(...counts))] ?? bow(from, to, 0);
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
  const courses = new Map<number, Course>();
  for (const bundle of bundles(graph.arrows)) {
    for (const [nth, { from, to, key }] of bundle.entries()) {
      const [start, end] = [shapes.get(from), shapes.get(to)];
      if (!start || !end) continue;
      courses.set(key, course({ start, end, shapes, nth, count: bundle.length }));
    }
  }
  return courses;
}

interface Run {
  readonly start: NodeShape;
  readonly end: NodeShape;
  readonly shapes: ReadonlyMap<string, NodeShape>;
  readonly nth: number;
  /** of the arrows that join the two */
  readonly count: number;
}

function course({ start, end, shapes, nth, count }: Run): Course {
  if (start === end) return loop(start, nth);
  if (count > 1) {
    const side = start.id < end.id ? 1 : -1;
    return courseOf(bow(start, end, side * APART * (nth - (count - 1) / 2)));
  }
  const others = [...shapes.values()].filter((shape) => shape !== start && shape !== end);
  return courseOf(freest(start, end, others));
}
