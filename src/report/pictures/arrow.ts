/** An arrow between two boxes: straight, bent beside its opposite, or a loop. */

import { type Point } from '../answers/evidence.ts';
import { type Box } from './layout.ts';

export interface Arrow {
  /** SVG paths */
  readonly line: string;
  readonly head: string;
  /** where a label stands */
  readonly middle: Point;
}

const HEAD = { length: 9, half: 4 } as const;
const LOOP = { half: 13, rise: 38 } as const;

const text = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** @param bend how far its middle is off the straight line, as a share of that line's length */
export function arrowBetween(from: Box, to: Box, bend: number): Arrow {
  const [dx, dy] = [to.middle[0] - from.middle[0], to.middle[1] - from.middle[1]];
  const control: Point = [
    from.middle[0] + dx / 2 - 2 * bend * dy,
    from.middle[1] + dy / 2 + 2 * bend * dx,
  ];
  const [start, tip] = [exit(from, control), exit(to, control)];
  const { line, head } = withHead(start, control, tip);
  const middle: Point = [
    (start[0] + tip[0]) / 4 + control[0] / 2,
    (start[1] + tip[1]) / 4 + control[1] / 2,
  ];
  return { line, head, middle };
}

/** Above the box, and back into it. */
export function loopAt({ middle: [x, y], height }: Box): Arrow {
  const top = y - height / 2;
  const [start, tip]: [Point, Point] = [
    [x - LOOP.half, top],
    [x + LOOP.half, top],
  ];
  const { head, foot } = headAt(tip, [-0.2, 1]);
  const line = `M${text(start)}C${text([x - 2 * LOOP.half, top - LOOP.rise])} ${text([x + 2 * LOOP.half, top - LOOP.rise])} ${text(foot)}`;
  return { line, head, middle: [x, top - LOOP.rise] };
}

function withHead(start: Point, control: Point, tip: Point): Pick<Arrow, 'line' | 'head'> {
  const { head, foot } = headAt(tip, [tip[0] - control[0], tip[1] - control[1]]);
  return { line: `M${text(start)}Q${text(control)} ${text(foot)}`, head };
}

function headAt([x, y]: Point, [dx, dy]: Point): { readonly head: string; readonly foot: Point } {
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const foot: Point = [x - ux * HEAD.length, y - uy * HEAD.length];
  const side = (way: 1 | -1): Point => [
    foot[0] - way * uy * HEAD.half,
    foot[1] + way * ux * HEAD.half,
  ];
  return { head: `M${text([x, y])}L${text(side(1))}L${text(side(-1))}Z`, foot };
}

/** Where the way from the middle of a box towards a place leaves it. */
function exit({ middle: [x, y], width, height }: Box, [px, py]: Point): Point {
  const [dx, dy] = [px - x, py - y];
  const share = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2));
  return share === 0 ? [x, y] : [x + dx / share, y + dy / share];
}
