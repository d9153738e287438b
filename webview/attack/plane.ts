/** The picture for two inputs: f as a coloured field, its boundary f = 0, x, and the path of z. */

import * as Plot from '@observablehq/plot';
import { type AttackRow, type FieldPicture } from '../../src/protocol/messages.ts';
import { type Colours } from './colours.ts';
import { fieldColours } from './fieldColours.ts';
import { type Drawn, freeOfStyles } from './drawn.ts';
import { describePlane, endOf } from './planeWords.ts';

export interface PlaneOptions {
  readonly width: number;
  readonly colours: Colours;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export function drawPlane(
  field: FieldPicture,
  row: AttackRow,
  { width, colours }: PlaneOptions,
): Drawn {
  const margins = { marginLeft: 44, marginRight: 16, marginTop: 26, marginBottom: 38 };
  const inner = Math.min(width, 560) - margins.marginLeft - margins.marginRight;
  const [spanX, spanY] = [field.x1[1] - field.x1[0], field.x2[1] - field.x2[0]];
  const height = Math.max(160, Math.min(640, (inner * spanY) / spanX));
  const plot = Plot.plot({
    ...margins,
    width: inner + margins.marginLeft + margins.marginRight,
    height: height + margins.marginTop + margins.marginBottom,
    ariaLabel: describePlane(field, row),
    style: { background: 'transparent', color: colours.foreground },
    x: { label: 'x₁', domain: [...field.x1], tickSpacing: 70, labelOffset: 34 },
    y: { label: 'x₂', domain: [...field.x2], tickSpacing: 50 },
    color: fieldColours(field.values, colours),
    marks: [
      ...fieldMarks(field, colours),
      ...pathMarks(row, colours),
      ...spotMarks(row, colours),
      Plot.frame({ stroke: colours.quiet }),
    ],
  });
  return freeOfStyles(plot);
}

/** Plot puts values into the middle of cells; the outermost points stand on the frame, so cells reach beyond it. */
function cells([low, high]: readonly [number, number], count: number): [number, number] {
  const half = (high - low) / (count - 1) / 2;
  return [low - half, high + half];
}

function fieldMarks(field: FieldPicture, colours: Colours): Plot.Markish[] {
  const { columns: width, rows: height } = field;
  const [x1, x2] = cells(field.x1, width);
  const [y1, y2] = cells(field.x2, height);
  const place = { width, height, x1, y1, x2, y2, clip: true };
  return [
    Plot.raster(field.values, { ...place, fill: Plot.identity, imageRendering: 'auto' }),
    Plot.contour(field.values, {
      ...place,
      thresholds: 14,
      stroke: colours.foreground,
      strokeOpacity: 0.16,
      strokeWidth: 0.75,
      blur: 0,
    }),
    Plot.contour(field.values, {
      ...place,
      thresholds: [0],
      stroke: colours.foreground,
      strokeWidth: 2,
    }),
  ];
}

/** A line with a rim, so that it shows on every colour of the field. */
function pathMarks({ path = [] }: AttackRow, colours: Colours): Plot.Markish[] {
  const points = path.map(([x = NaN, y = NaN]) => ({ x, y }));
  const way = { x: 'x', y: 'y', clip: true, strokeLinejoin: 'round' } as const;
  return [
    Plot.line(points, { ...way, stroke: colours.background, strokeWidth: 4.5 }),
    Plot.line(points, { ...way, stroke: colours.line, strokeWidth: 2 }),
  ];
}

function spotMarks(row: AttackRow, colours: Colours): Plot.Markish[] {
  const start = spotAt(row.x, 'x');
  const end = spotAt(endOf(row), 'z');
  const rim = { stroke: colours.background, strokeWidth: 1.5, r: 5.5 };
  const words = { fill: colours.foreground, stroke: colours.background };
  return [
    start ? Plot.dot([start], { x: 'x', y: 'y', fill: colours.foreground, ...rim }) : null,
    end
      ? Plot.dot([end], { x: 'x', y: 'y', symbol: 'diamond', fill: colours.line, ...rim, r: 6.5 })
      : null,
    start ? label([start], { dx: -9, dy: 13, ...words }) : null,
    end ? label([end], { dx: 11, dy: -11, ...words }) : null,
  ];
}

/** The letter of a point, with a rim; x below and z above, for they start in one place. */
const label = (spots: readonly Spot[], options: Plot.TextOptions): Plot.Markish =>
  Plot.text(spots, {
    x: 'x',
    y: 'y',
    text: 'name',
    fontSize: 14,
    fontStyle: 'italic',
    fontWeight: 600,
    strokeWidth: 4,
    ...options,
  });

function spotAt([x, y]: readonly number[] = [], name: string): Spot | undefined {
  return x === undefined || y === undefined ? undefined : { x, y, name };
}
