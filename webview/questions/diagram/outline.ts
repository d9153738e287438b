/** The shape of a node by its role, as a polygon around its middle: colour alone would not tell roles apart. */

import { type NodeRole } from '../../../src/protocol/messages.ts';
import { type Point, type Size } from './plane.ts';

export interface RoleWords {
  readonly word: string;
  readonly outline: (size: Size) => readonly Point[];
}

const SLANT = 8;

/** Corners in order, from the upper left. */
const corners = ({ width, height }: Size): readonly [Point, Point, Point, Point] => [
  [-width / 2, -height / 2],
  [width / 2, -height / 2],
  [width / 2, height / 2],
  [-width / 2, height / 2],
];

const ARC = 6;

/** Corners rounded with that radius, as far as there is room. */
function rounded(size: Size, wanted: number): readonly Point[] {
  const radius = Math.min(wanted, size.width / 2, size.height / 2);
  const inner = corners({ width: size.width - 2 * radius, height: size.height - 2 * radius });
  return inner.flatMap(([x, y], corner) =>
    Array.from({ length: ARC + 1 }, (_none, step): Point => {
      const angle = Math.PI * (1 + corner / 2) + (step / ARC) * (Math.PI / 2);
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

const slanted = ({ width, height }: Size): readonly Point[] => [
  [-width / 2 + SLANT, -height / 2],
  [width / 2, -height / 2],
  [width / 2 - SLANT, height / 2],
  [-width / 2, height / 2],
];

const hexagon = ({ width, height }: Size): readonly Point[] => [
  [-width / 2 + SLANT, -height / 2],
  [width / 2 - SLANT, -height / 2],
  [width / 2, 0],
  [width / 2 - SLANT, height / 2],
  [-width / 2 + SLANT, height / 2],
  [-width / 2, 0],
];

const octagon = ({ width, height }: Size): readonly Point[] => {
  const [cutX, cutY] = [Math.min(SLANT + 1, width / 3.4), Math.min(SLANT + 1, height / 3.4)];
  return [
    [-width / 2 + cutX, -height / 2],
    [width / 2 - cutX, -height / 2],
    [width / 2, -height / 2 + cutY],
    [width / 2, height / 2 - cutY],
    [width / 2 - cutX, height / 2],
    [-width / 2 + cutX, height / 2],
    [-width / 2, height / 2 - cutY],
    [-width / 2, -height / 2 + cutY],
  ];
};

const ellipse = ({ width, height }: Size): readonly Point[] =>
  Array.from({ length: 36 }, (_none, step): Point => {
    const angle = (step / 36) * 2 * Math.PI;
    return [(width / 2) * Math.cos(angle), (height / 2) * Math.sin(angle)];
  });

const flag = ({ width, height }: Size): readonly Point[] => [
  [-width / 2, -height / 2],
  [width / 2 - SLANT, -height / 2],
  [width / 2, 0],
  [width / 2 - SLANT, height / 2],
  [-width / 2, height / 2],
];

export const ROLES: { readonly [R in NodeRole]: RoleWords } = {
  input: { word: 'input', outline: slanted },
  parameter: { word: 'parameter', outline: hexagon },
  state: { word: 'state', outline: (size) => rounded(size, Infinity) },
  operation: { word: 'operation', outline: ellipse },
  output: { word: 'output', outline: flag },
  loss: { word: 'loss', outline: octagon },
};

export const ROLE_NAMES = Object.keys(ROLES).filter((name): name is NodeRole => isRole(name));

export function isRole(text: string): text is NodeRole {
  return Object.hasOwn(ROLES, text);
}

export const outlineOf = (role: NodeRole | undefined, size: Size): readonly Point[] =>
  role === undefined ? rounded(size, 7) : ROLES[role].outline(size);

export const pathOf = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
