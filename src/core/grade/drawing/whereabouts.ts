/** Places of the window in words: enough to look there, too little to draw by. */

import {
  type PlanePoint,
  type PlaneWindow,
  type Segment,
  pointBetween,
} from '../../plane/plane.ts';
import { lengthOf } from './fit.ts';

const COLUMNS = ['left', '', 'right'] as const;
const ROWS = ['lower', '', 'upper'] as const;
/** Of a border: often enough to find the thirds through which it goes. */
const STEPS = 24;
/** More would be a list, not a help. */
const MOST_PLACES = 3;

/** As in “the upper left”; thirds of the window each way. */
function regionOf(point: PlanePoint, { low, high }: PlaneWindow): string {
  const third = (axis: 0 | 1): number => {
    const share = (point[axis] - low[axis]) / (high[axis] - low[axis]);
    return Math.min(2, Math.max(0, Math.floor(3 * share)));
  };
  const [column, row] = [COLUMNS[third(0)] ?? '', ROWS[third(1)] ?? ''];
  if (column !== '' && row !== '') return `the ${row} ${column}`;
  if (column !== '') return `the ${column} side`;
  if (row !== '') return row === 'upper' ? 'the top' : 'the bottom';
  return 'the middle';
}

function at(region: string): string {
  if (region === 'the middle') return `in ${region}`;
  return region.endsWith(' side') ? `on ${region.slice(0, -5)}` : `at ${region}`;
}

/** Where the longest of them have their middles: as in “at the lower left and the upper right”. */
export function placesOf(stretches: readonly Segment[], window: PlaneWindow): string {
  const longest = stretches.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const regions = longest.map(({ from, to }) => regionOf(pointBetween(from, to, 0.5), window));
  const places = [...new Set(regions)].slice(0, MOST_PLACES).map(at);
  const short = places.map((place, index) =>
    index > 0 && place.slice(0, 3) === places[index - 1]?.slice(0, 3) ? place.slice(3) : place,
  );
  const last = short.at(-1) ?? '';
  return short.length < 2 ? last : `${short.slice(0, -1).join(', ')} and ${last}`;
}

/** Of every border the part of the window in which it runs longest, if there is one where no other runs. */
export function distinctPlaces(
  borders: readonly (readonly Segment[])[],
  window: PlaneWindow,
): string[] {
  const runs = borders.map((border) => regionsOf(border, window));
  return runs.map((own, index) => {
    const others = runs.filter((_, other) => other !== index);
    const alone = own.find((region) => !others.some((other) => other.includes(region)));
    return alone ?? own[0] ?? 'the window';
  });
}

/** Those in which it runs longest first. */
function regionsOf(border: readonly Segment[], window: PlaneWindow): string[] {
  const lengths = new Map<string, number>();
  for (const segment of border) {
    for (let step = 0; step < STEPS; step++) {
      const region = regionOf(pointBetween(segment.from, segment.to, (step + 0.5) / STEPS), window);
      lengths.set(region, (lengths.get(region) ?? 0) + lengthOf(segment) / STEPS);
    }
  }
  const byLength = [...lengths].toSorted(([, one], [, other]) => other - one);
  return byLength.map(([region]) => region);
}
