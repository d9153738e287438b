/** A window of the plane as a picture: where its points stand, its grid, its axes. Both axes have one scale. */

import { type PlanePoint, type PlaneWindow } from '../../core/plane/plane.ts';
import { type Html, html } from '../html.ts';
import { type Point } from '../answers/evidence.ts';

export interface Frame {
  readonly window: PlaneWindow;
  /** of the whole picture, in its own units */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

const MARGIN = { left: 34, right: 10, top: 10, bottom: 24 } as const;
/** Height by width; flatter windows stand in a picture with room above and below. */
const HIGHEST = 1.4;

export function frameOf(window: PlaneWindow, width: number): Frame {
  const across = Math.max(1e-9, window.high[0] - window.low[0]);
  const up = Math.max(1e-9, window.high[1] - window.low[1]);
  const room = width - MARGIN.left - MARGIN.right;
  const scale = Math.min(room / across, (HIGHEST * room) / up);
  return { window, width, height: up * scale + MARGIN.top + MARGIN.bottom, scale };
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

export const toPicture = ({ window, scale }: Frame, [x, y]: Point): Point => [
  MARGIN.left + (x - window.low[0]) * scale,
  MARGIN.top + (window.high[1] - y) * scale,
];

export const pathOf = (frame: Frame, points: readonly PlanePoint[]): string =>
  points
    .map(
      (point, index) => `${index === 0 ? 'M' : 'L'}${toPicture(frame, point).map(short).join(' ')}`,
    )
    .join('');

/** @param step distance of the lines, in data units */
export function grid(frame: Frame, step: number): Html {
  const { low, high } = frame.window;
  const lines = [
    ...ticks(low[0], high[0], step).map((x) => line(frame, [x, low[1]], [x, high[1]], x === 0)),
    ...ticks(low[1], high[1], step).map((y) => line(frame, [low[0], y], [high[0], y], y === 0)),
  ];
  return html`${lines}${numbers(frame, step)}`;
}

const MOST_TICKS = 60;

function ticks(low: number, high: number, step: number): number[] {
  const wide = Math.max(step, (high - low) / MOST_TICKS);
  const first = Math.ceil(low / wide - 1e-9);
  const count = Math.max(0, Math.floor(high / wide + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, i) => Number(((first + i) * wide).toPrecision(12)));
}

function line(frame: Frame, from: Point, to: Point, isAxis: boolean): Html {
  return html`<path class="${isAxis ? 'axis' : 'grid'}" d="${pathOf(frame, [from, to])}" />`;
}

/** In the picture's units, between numbers at an axis. */
const APART = 26;

function numbers(frame: Frame, step: number): Html {
  const { low, high } = frame.window;
  const sparse = step * Math.max(1, Math.ceil(APART / (step * frame.scale)));
  const bottom = frame.height - MARGIN.bottom + 16;
  const across = ticks(low[0], high[0], sparse).map((x) => {
    const at = short(toPicture(frame, [x, 0])[0]);
    return html`<text x="${at}" y="${short(bottom)}" text-anchor="middle">${numberText(x)}</text>`;
  });
  const up = ticks(low[1], high[1], sparse).map((y) => {
    const at = short(toPicture(frame, [0, y])[1] + 4);
    return html`<text x="${MARGIN.left - 6}" y="${at}" text-anchor="end">${numberText(y)}</text>`;
  });
  return html`${across}${up}`;
}

const numberText = (value: number): string =>
  String(Number(value.toPrecision(4))).replace('-', '−');
