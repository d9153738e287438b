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

/** As in “at the upper left”; thirds of the window each way. */
function whereIs(point: PlanePoint, { low, high }: PlaneWindow): string {
  const third = (axis: 0 | 1): number => {
    const share = (point[axis] - low[axis]) / (high[axis] - low[axis]);
    return Math.min(2, Math.max(0, Math.floor(3 * share)));
  };
  const [column, row] = [COLUMNS[third(0)] ?? '', ROWS[third(1)] ?? ''];
  if (column !== '' && row !== '') return `at the ${row} ${column}`;
  if (column !== '') return `on the ${column}`;
  if (row !== '') return row === 'upper' ? 'at the top' : 'at the bottom';
  return 'in the middle';
}

/** Where the longest of them has its middle. */
export function placeOf(stretches: readonly Segment[], window: PlaneWindow): string {
  const [longest] = stretches.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  return longest === undefined ? '' : whereIs(pointBetween(longest.from, longest.to, 0.5), window);
}
