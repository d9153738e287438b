/** What a grid of signs does not show: a value that is touched without being crossed, and loops between the corners. */

import { type PlanePoint, type PlaneWindow } from '../plane.ts';
import { type Corner, type SignGrid, isPositive } from './signGrid.ts';

const AROUND = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

/** So much closer to 0 than around it, and it is taken for touched. */
const TOUCHED = 1e-9;
const STEPS = 400;

/** A place near which the value is reached although the grid shows no change of sign there. */
export function hiddenIn(grid: SignGrid, window: PlaneWindow): PlanePoint | undefined {
  for (let row = 0; row <= grid.rows; row += 1) {
    for (let column = 0; column <= grid.columns; column += 1) {
      const low = lowAround(grid, [column, row]);
      if (low === undefined) continue;
      const found = reachedFrom(grid.pointOf([column, row]), { grid, window, scale: low });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** How large values are around a corner where they are smallest and all of one sign; undefined of any other. */
function lowAround(grid: SignGrid, corner: Corner): number | undefined {
  const own = grid.value(corner);
  if (!Number.isFinite(own)) return undefined;
  const around = AROUND.map(([right, up]) =>
    grid.value([corner[0] + right, corner[1] + up]),
  ).filter(Number.isFinite);
  const isLow = around.every(
    (value) => isPositive(value) === isPositive(own) && Math.abs(value) >= Math.abs(own),
  );
  const scale = Math.max(...around.map(Math.abs));
  return isLow && scale > 0 ? scale : undefined;
}

interface Descent {
  readonly grid: SignGrid;
  readonly window: PlaneWindow;
  readonly scale: number;
}

/** Downhill in ever smaller steps (Hooke and Jeeves 1961), until 0 is reached or nothing gets smaller. */
function reachedFrom(start: PlanePoint, { grid, window, scale }: Descent): PlanePoint | undefined {
  const sign = isPositive(grid.valueAt(start));
  let [at, size, reach] = [start, Math.abs(grid.valueAt(start)), 0.5];
  for (let step = 0; step < STEPS && reach > 1e-9; step += 1) {
    if (size <= TOUCHED * scale) return at;
    const lower = neighbours(at, reach, { grid, window })
      .map((point) => ({ point, value: grid.valueAt(point) }))
      .find(({ value }) => isPositive(value) !== sign || Math.abs(value) < size);
    if (lower === undefined) reach /= 2;
    else if (isPositive(lower.value) !== sign && Number.isFinite(lower.value)) return lower.point;
    else [at, size] = [lower.point, Math.abs(lower.value)];
  }
  return undefined;
}

function neighbours(
  [x, y]: PlanePoint,
  reach: number,
  { grid, window }: Pick<Descent, 'grid' | 'window'>,
): readonly PlanePoint[] {
  const [width, height] = grid.step;
  return AROUND.map(([right, up]): PlanePoint => [
    x + right * reach * width,
    y + up * reach * height,
  ]).filter((point) =>
    point.every(
      (value, axis) => value >= (window.low[axis] ?? 0) && value <= (window.high[axis] ?? 0),
    ),
  );
}
