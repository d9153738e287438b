/** Where an attack began and where it ended, for the case that shows a check best. */

import { type Point, field, numberOf, pointOf, polylinesIn } from '../answers/evidence.ts';
import { plainText } from '../../core/plainText.ts';
import { type Html, html } from '../html.ts';
import { proseLine } from '../prose.ts';
import { decimal } from '../words.ts';
import { frameOf, grid, pathOf, toPicture } from './frame.ts';

interface Shown {
  /** Markdown with LaTeX */
  readonly title: string;
  readonly evidence: unknown;
}

interface Window {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const WIDTH = 300;

/** Nothing where the evidence has no case, or none of two dimensions. */
export function attackPicture({ title, evidence }: Shown, window: Window): Html | undefined {
  const [x, z] = [pointOf(field(evidence, 'x')), pointOf(field(evidence, 'z'))];
  const [low, high] = [pointOf(window.low), pointOf(window.high)];
  if (x === undefined || z === undefined || low === undefined || high === undefined)
    return undefined;
  const known = field(evidence, 'best') ?? field(evidence, 'expected');
  const best = pointOf(field(known, 'z'));
  const boundary = polylinesIn(field(evidence, 'boundary'));
  const frame = frameOf(around([low, high], [x, z, ...(best ? [best] : [])]), WIDTH);
  const [[sx, sy], [ex, ey]] = [toPicture(frame, x), toPicture(frame, z)];
  const ring = best && toPicture(frame, best);
  return html`<figure class="picture">
    <svg
      viewBox="0 0 ${WIDTH} ${Math.round(frame.height)}"
      role="img"
      aria-label="${plainText(title)}: from x = ${spoken(x)} to z = ${spoken(z)}"
    >
      ${grid(frame, stepFor(frame.window))}
      ${boundary.map((line) => html`<path class="boundary" d="${pathOf(frame, line)}" />`)}
      ${ring && html`<circle class="best" cx="${ring[0].toFixed(1)}" cy="${ring[1].toFixed(1)}" r="9" />`}
      <path class="way" d="${pathOf(frame, [x, z])}" />
      <circle class="start" cx="${sx.toFixed(1)}" cy="${sy.toFixed(1)}" r="4" />
      <circle class="end" cx="${ex.toFixed(1)}" cy="${ey.toFixed(1)}" r="4.5" />
    </svg>
    <figcaption>
      <strong>${proseLine(title)}</strong><span>● x = ${spoken(x)}</span
      ><span>◦ z = ${spoken(z)}</span
      >${output(evidence)}${best && html`<span>green ring: best known, ${spoken(best)}</span>`}${boundary.length > 0 && html`<span>dashed: decision boundary</span>`}
    </figcaption>
  </figure>`;
}

function output(evidence: unknown): Html | undefined {
  const value = numberOf(field(evidence, 'output'));
  return value === undefined ? undefined : html`<span>f(z) = ${decimal(value, 3)}</span>`;
}

const spoken = ([x, y]: Point): string => `(${decimal(x, 3)}, ${decimal(y, 3)})`;

/** A path that diverges is cut off this far beyond the window, in its widths. */
const FARTHEST = 1;

function around([low, high]: readonly [Point, Point], points: readonly Point[]) {
  const axis = (i: 0 | 1): readonly [number, number] => {
    const width = high[i] - low[i];
    const [least, most] = [low[i] - FARTHEST * width, high[i] + FARTHEST * width];
    const values = points.map((point) => Math.min(most, Math.max(least, point[i])));
    return [Math.min(low[i], ...values), Math.max(high[i], ...values)];
  };
  const [across, up] = [axis(0), axis(1)];
  return { low: [across[0], up[0]], high: [across[1], up[1]] } as const;
}

/** About six lines: 1, 2 or 5 times a power of ten. */
function stepFor({ low, high }: { readonly low: Point; readonly high: Point }): number {
  const rough = Math.max(1e-9, high[0] - low[0]) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
}
