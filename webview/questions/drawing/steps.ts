/** How finely the plane is divided, by how closely one looks at it. */

const COARSE = [1, 2, 4, 10, 20, 40, 100, 200, 400, 1000];
const FINE = [0.01, 0.02, 0.04, 0.1, 0.2, 0.5];

/** Numbers at an axis need this much room, in pixels. */
const NUMBER_ROOM = 34;

const firstOf = (steps: readonly number[], leastFactor: number): number =>
  steps.find((step) => step >= leastFactor) ?? 1000;

/** A multiple of the grid that is at least so many pixels. */
export const stepOf = (scale: number, grid: number, least: number): number =>
  grid * firstOf(COARSE, least / (grid * scale));

/** From number to number at the axes; a part of the grid where there is room. */
export const numberStep = (scale: number, grid: number): number =>
  grid * firstOf([...FINE, ...COARSE], NUMBER_ROOM / (grid * scale));

/** Half the grid, or what is numbered once one looks closer. */
export const snapStep = (scale: number, grid: number): number =>
  Math.min(grid / 2, numberStep(scale, grid));
