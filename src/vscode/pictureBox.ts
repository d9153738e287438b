/** Which part of the plane a picture shows. */
import { type Rows } from '../core/taskset/taskSet.ts';
import { type Box } from './attackEngine.ts';

/** How far beyond the box, in its own widths, points are still followed: a path that diverges is cut off. */
const FARTHEST = 1;
const MARGIN = 0.08;

/** Half as wide as the box in every direction, around the middle of the points: an attack's path is short. */
export function closeUp(box: Box, points: Rows): Box {
  const spans = box.low.map((low, axis) => {
    const quarter = ((box.high[axis] ?? low) - low) / 4;
    const values = points.map((point) => point[axis] ?? 0);
    const middle = (Math.min(...values) + Math.max(...values)) / 2;
    return [middle - quarter, middle + quarter] as const;
  });
  return { low: spans.map(([low]) => low), high: spans.map(([, high]) => high) };
}

/** The box, made wider where points lie outside of it. */
export function boxAround(box: Box, points: Rows): Box {
  const axes = box.low.map((low, axis) => {
    const values = points.map((point) => point[axis] ?? Number.NaN).filter(Number.isFinite);
    return widened([low, box.high[axis] ?? low], values);
  });
  return { low: axes.map(([low]) => low), high: axes.map(([, high]) => high) };
}

function widened(
  [low, high]: readonly [number, number],
  values: readonly number[],
): [number, number] {
  const width = high - low;
  const near = values.filter((v) => v > low - FARTHEST * width && v < high + FARTHEST * width);
  const least = near.reduce((a, b) => Math.min(a, b), low);
  const most = near.reduce((a, b) => Math.max(a, b), high);
  return [least < low ? least - MARGIN * width : low, most > high ? most + MARGIN * width : high];
}
