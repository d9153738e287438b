/** Objects as they stand on the board: ink, ends, arrow heads, numbers. */

import { type SVGTemplateResult, nothing, svg } from 'lit';
import { type DrawnItem, type Polyline } from '../../../src/protocol/messages.ts';
import { type Stretch, distance, pointAlong, stretchesIn } from './stretch.ts';
import { type Pixel, type Sight, toPixel } from './viewport.ts';

const at = ([x, y]: Pixel): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

export const pathOf = (sight: Sight, points: Polyline): string =>
  points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(toPixel(sight, point))}`).join('');

export const inkOf = (sight: Sight, item: DrawnItem): string =>
  stretchesIn(sight.view, item)
    .map((stretch) => pathOf(sight, stretch))
    .join('');

export interface ItemLook {
  readonly item: DrawnItem;
  /** as it is counted */
  readonly number: number;
  readonly isNumbered: boolean;
  readonly isSelected: boolean;
  /** whether its points can be taken hold of */
  readonly isOpen: boolean;
}

export function itemView(
  sight: Sight,
  { item, number, isNumbered, isSelected, isOpen }: ItemLook,
): SVGTemplateResult {
  const ink = inkOf(sight, item);
  return svg`<g class="item" data-object=${number} ?data-selected=${isSelected}>
    ${isSelected ? svg`<path class="halo" d=${ink}></path>` : nothing}
    <path class="ink" d=${ink}></path>
    ${arrow(sight, item)} ${isOpen ? handles(sight, item) : ends(sight, item)}
    ${isNumbered ? tally(sight, item, number) : nothing}
  </g>`;
}

const ARROW = { length: 11, half: 4.5 };

/** Where a ray leaves the picture. */
function arrow(sight: Sight, item: DrawnItem): SVGTemplateResult | typeof nothing {
  const [stretch] = item.type === 'ray' ? stretchesIn(sight.view, item) : [];
  if (stretch === undefined) return nothing;
  const [from, to] = [toPixel(sight, stretch[0]), toPixel(sight, stretch[1])];
  const length = distance(from, to);
  if (length < ARROW.length) return nothing;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [bx, by] = [to[0] - ux * ARROW.length, to[1] - uy * ARROW.length];
  const side = (way: 1 | -1): Pixel => [bx - way * uy * ARROW.half, by + way * ux * ARROW.half];
  return svg`<path class="arrow" d=${`M${at(to)}L${at(side(1))}L${at(side(-1))}z`}></path>`;
}

const isInSight = ({ view: { low, high } }: Sight, [x, y]: Pixel): boolean =>
  x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1];

const dots = (sight: Sight, points: Polyline, name: string): readonly SVGTemplateResult[] =>
  points
    .filter((point) => isInSight(sight, point))
    .map((point) => {
      const [x, y] = toPixel(sight, point);
      return svg`<circle class=${name} cx=${x} cy=${y} r=${name === 'handle' ? 5 : 2.5}></circle>`;
    });

const handles = (sight: Sight, { points }: DrawnItem): unknown => dots(sight, points, 'handle');

/** Where it really ends: a line has none, a ray has one. */
function ends(sight: Sight, { type, points }: DrawnItem): unknown {
  if (type === 'line') return nothing;
  return dots(sight, type === 'ray' ? points.slice(0, 1) : points, 'end');
}

/** Along the longest stretch, off the middle, where lines tend to meet; beside it, in pixels. */
const TALLY = { share: 0.79, aside: 11 };

function tally(sight: Sight, item: DrawnItem, number: number): SVGTemplateResult | typeof nothing {
  const stretch = [...stretchesIn(sight.view, item)].sort(
    (one, two) => length(two) - length(one),
  )[0];
  if (stretch === undefined) return nothing;
  const [from, to] = [toPixel(sight, stretch[0]), toPixel(sight, stretch[1])];
  const size = Math.max(1, distance(from, to));
  const [x, y] = toPixel(sight, pointAlong(stretch, TALLY.share));
  const [right, down] = [
    (-(to[1] - from[1]) / size) * TALLY.aside,
    ((to[0] - from[0]) / size) * TALLY.aside,
  ];
  return svg`<text class="tally" x=${x + right} y=${y + down + 4} text-anchor="middle">${number}</text>`;
}

const length = ([from, to]: Stretch): number => distance(from, to);
