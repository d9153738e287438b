/** What of the plane a board shows, and where: data units to pixels and back. Both axes have the same scale. */

import { type PlanePoint, type PlaneWindow } from '../../../src/protocol/messages.ts';

/** Pixels from the upper left corner of the picture, to the right and down. */
export type Pixel = readonly [number, number];

/** The box of the picture in which the plane is seen, in pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the board looks: 1 shows the window of the question, larger shows less of it. */
export interface Camera {
  readonly center: PlanePoint;
  readonly zoom: number;
}

export interface Sight {
  readonly frame: Frame;
  readonly view: PlaneWindow;
  /** pixels for one data unit */
  readonly scale: number;
}

/** Room for the numbers at the axes, in pixels. */
const MARGIN = { left: 34, right: 9, top: 9, bottom: 24 };

/** Height by width. A window that is flatter or steeper is shown with some of the plane around it. */
const RATIO = { least: 0.45, most: 1.25 };

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

export const middleOf = ({ low, high }: PlaneWindow): PlanePoint => [
  (low[0] + high[0]) / 2,
  (low[1] + high[1]) / 2,
];

const sizeOf = ({ low, high }: PlaneWindow): PlanePoint => [high[0] - low[0], high[1] - low[1]];

function ratioOf(window: PlaneWindow): number {
  const [across, up] = sizeOf(window);
  return clamp(up / across, RATIO.least, RATIO.most);
}

/** @param width of the whole picture */
export function frameFor(window: PlaneWindow, width: number): Frame {
  const inner = Math.max(80, width - MARGIN.left - MARGIN.right);
  const height = Math.round(inner * ratioOf(window));
  return { left: MARGIN.left, top: MARGIN.top, width: inner, height };
}

/** Of a picture that is no higher than what one sees of the page, with room for what stands around it; as CSS. */
export function mostWidth(window: PlaneWindow): string {
  const beside = MARGIN.left + MARGIN.right;
  const above = MARGIN.top + MARGIN.bottom;
  return `max(13rem, ${beside}px + (80vh - ${above}px) / ${ratioOf(window)})`;
}

export const pictureHeight = ({ top, height }: Frame): number => top + height + MARGIN.bottom;

export function sightOf(window: PlaneWindow, { center, zoom }: Camera, frame: Frame): Sight {
  const [across, up] = sizeOf(window);
  const scale = Math.min(frame.width / across, frame.height / up) * zoom;
  const [halfAcross, halfUp] = [frame.width / scale / 2, frame.height / scale / 2];
  const view = {
    low: [center[0] - halfAcross, center[1] - halfUp],
    high: [center[0] + halfAcross, center[1] + halfUp],
  } as const;
  return { frame, view, scale };
}

export const toPixel = ({ frame, view, scale }: Sight, [x, y]: PlanePoint): Pixel => [
  frame.left + (x - view.low[0]) * scale,
  frame.top + (view.high[1] - y) * scale,
];

export const toPoint = ({ frame, view, scale }: Sight, [x, y]: Pixel): PlanePoint => [
  view.low[0] + (x - frame.left) / scale,
  view.high[1] - (y - frame.top) / scale,
];

const ZOOM = { least: 0.5, most: 32 };

/** @param around stays where it is */
export function zoomed({ center, zoom }: Camera, factor: number, around: PlanePoint): Camera {
  const next = clamp(zoom * factor, ZOOM.least, ZOOM.most);
  const share = zoom / next;
  return {
    zoom: next,
    center: [
      around[0] + (center[0] - around[0]) * share,
      around[1] + (center[1] - around[1]) * share,
    ],
  };
}

/** Moves by as little as it takes to have a point in sight. */
export function showing(camera: Camera, { view }: Sight, [x, y]: PlanePoint): Camera {
  const shift = (value: number, low: number, high: number): number =>
    Math.min(0, value - low) + Math.max(0, value - high);
  return {
    ...camera,
    center: [
      camera.center[0] + shift(x, view.low[0], view.high[0]),
      camera.center[1] + shift(y, view.low[1], view.high[1]),
    ],
  };
}
