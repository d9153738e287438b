/** What lies below a drawing: grid, axes, their numbers, and the edge of the window. */

import { type SVGTemplateResult, nothing, svg } from 'lit';
import { type PlaneWindow } from '../../../src/protocol/messages.ts';
import { numberWords, rounded } from './numbers.ts';
import { numberStep, stepOf } from './steps.ts';
import { type Sight, toPixel } from './viewport.ts';

/** Closer than this, lines would be a haze, in pixels. */
const LEAST = { line: 7, half: 16 };

/** More would be of no use to anybody. */
const MOST_LINES = 500;

/** Every line of the grid as long as they stand apart; between them there are more once one looks closer. */
const lineStep = ({ scale }: Sight, grid: number): number =>
  Math.min(numberStep(scale, grid), stepOf(scale, grid, LEAST.line));

function multiples(step: number, low: number, high: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  if (!(count > 0 && count <= MOST_LINES)) return [];
  return Array.from({ length: count }, (_, index) => rounded((first + index) * step));
}

const across = (sight: Sight, x: number): string => {
  const { top, height } = sight.frame;
  return `M${toPixel(sight, [x, 0])[0].toFixed(1)} ${top}v${height}`;
};

const along = (sight: Sight, y: number): string => {
  const { left, width } = sight.frame;
  return `M${left} ${toPixel(sight, [0, y])[1].toFixed(1)}h${width}`;
};

function lines(sight: Sight, step: number): string {
  const { low, high } = sight.view;
  return [
    ...multiples(step, low[0], high[0]).map((x) => across(sight, x)),
    ...multiples(step, low[1], high[1]).map((y) => along(sight, y)),
  ].join('');
}

export function gridView(sight: Sight, grid: number, window: PlaneWindow): SVGTemplateResult {
  const { low, high } = sight.view;
  const hasHalves = (grid / 2) * sight.scale >= LEAST.half;
  const axes = [
    low[0] < 0 && high[0] > 0 ? across(sight, 0) : '',
    low[1] < 0 && high[1] > 0 ? along(sight, 0) : '',
  ].join('');
  return svg`
    ${hasHalves ? svg`<path class="grid-half" d=${lines(sight, grid / 2)}></path>` : nothing}
    <path class="grid-line" d=${lines(sight, lineStep(sight, grid))}></path>
    <path class="axis" d=${axes}></path>
    ${edge(sight, window)}`;
}

/** All that is asked for lies within. */
function edge(sight: Sight, { low, high }: PlaneWindow): SVGTemplateResult {
  const [left, bottom] = toPixel(sight, low);
  const [right, top] = toPixel(sight, high);
  return svg`<rect class="window-edge" x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>`;
}

/** Outside of the frame, so that nothing that is drawn covers them. */
export function numbersView(sight: Sight, grid: number): SVGTemplateResult {
  const { frame, view } = sight;
  const step = numberStep(sight.scale, grid);
  const below = frame.top + frame.height + 15;
  return svg`<g class="axis-numbers">
    ${multiples(step, view.low[0], view.high[0]).map(
      (x) =>
        svg`<text x=${toPixel(sight, [x, 0])[0]} y=${below} text-anchor="middle">${numberWords(x)}</text>`,
    )}
    ${multiples(step, view.low[1], view.high[1]).map(
      (y) =>
        svg`<text x=${frame.left - 6} y=${toPixel(sight, [0, y])[1] + 4} text-anchor="end">${numberWords(y)}</text>`,
    )}
  </g>`;
}
