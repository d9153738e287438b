/** Places and sizes on the canvas, in pixels at natural size, x to the right and y down; and how one looks at them. */

export type Point = readonly [number, number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A node's place is its middle. */
export interface Box extends Size {
  readonly middle: Point;
}

/** A place is seen at `zoom * place + (x, y)`. */
export interface Lens {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

const NATURAL: Lens = { zoom: 1, x: 0, y: 0 };

const ZOOMS = { least: 0.25, most: 3 } as const;

/** What fits is not made larger than it is, and not smaller than can be read. */
const FITTED = { least: 0.5, most: 1 } as const;
const MARGIN = 24;

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value));

export const placeSeenAt = ({ zoom, x, y }: Lens, [seenX, seenY]: Point): Point => [
  (seenX - x) / zoom,
  (seenY - y) / zoom,
];

export const seenAt = ({ zoom, x, y }: Lens, [left, top]: Point): Point => [
  left * zoom + x,
  top * zoom + y,
];

/** What is seen at that point stays there. */
export function zoomed(lens: Lens, by: number, [x, y]: Point): Lens {
  const zoom = within(lens.zoom * by, ZOOMS);
  const ratio = zoom / lens.zoom;
  return { zoom, x: x - (x - lens.x) * ratio, y: y - (y - lens.y) * ratio };
}

interface Extent {
  readonly across: Point;
  readonly down: Point;
}

const extentOf = (boxes: readonly Box[]): Extent => ({
  across: range(boxes.map(({ middle: [x], width }) => [x, width])),
  down: range(boxes.map(({ middle: [, y], height }) => [y, height])),
});

const zoomOf = ({ across, down }: Extent, canvas: Size): number =>
  Math.min(
    (canvas.width - 2 * MARGIN) / (across[1] - across[0]),
    (canvas.height - 2 * MARGIN) / (down[1] - down[0]),
  );

/** At which zoom all of it just fits. */
export const zoomToFit = (boxes: readonly Box[], canvas: Size): number =>
  zoomOf(extentOf(boxes), canvas);

/** All of it in the middle; the beginning of it, if it is too large for that. */
export function fitting(boxes: readonly Box[], canvas: Size): Lens {
  if (boxes.length === 0) return NATURAL;
  const extent = extentOf(boxes);
  const zoom = within(zoomOf(extent, canvas), FITTED);
  return {
    zoom,
    x: shift(extent.across, zoom, canvas.width),
    y: shift(extent.down, zoom, canvas.height),
  };
}

const range = (spans: readonly (readonly [middle: number, length: number])[]): Point => [
  Math.min(...spans.map(([middle, length]) => middle - length / 2)),
  Math.max(...spans.map(([middle, length]) => middle + length / 2)),
];

function shift([low, high]: Point, zoom: number, room: number): number {
  const slack = room - (high - low) * zoom;
  return Math.max(slack / 2, Math.min(MARGIN, room / 8)) - low * zoom;
}

/** Moved no further than it takes to see the box. */
export function revealing(lens: Lens, { middle, width, height }: Box, canvas: Size): Lens {
  const [x, y] = seenAt(lens, middle);
  const inX = nudge(x, (width / 2) * lens.zoom, canvas.width);
  const inY = nudge(y, (height / 2) * lens.zoom, canvas.height);
  return inX === 0 && inY === 0 ? lens : { ...lens, x: lens.x + inX, y: lens.y + inY };
}

function nudge(middle: number, half: number, room: number): number {
  const low = middle - half - MARGIN / 2;
  const high = middle + half + MARGIN / 2;
  if (low < 0) return -low;
  return high > room ? Math.max(room - high, -low) : 0;
}

export const GRID = 10;

export const onGrid = ([x, y]: Point): Point => [
  Math.round(x / GRID) * GRID,
  Math.round(y / GRID) * GRID,
];

export const overlap = (one: Box, two: Box, gap: number): boolean =>
  Math.abs(one.middle[0] - two.middle[0]) < (one.width + two.width) / 2 + gap &&
  Math.abs(one.middle[1] - two.middle[1]) < (one.height + two.height) / 2 + gap;
