/** What a level set consists of. */

import { type LinearPieces } from './linearPieces.ts';
import { type PlanePoint, type Polyline } from './plane.ts';

/** A curve without branches. */
export interface LevelPart {
  /** a closed one ends where it starts */
  readonly points: Polyline;
  readonly closed: boolean;
  /** whether start and end lie on the window's edge */
  readonly atEdge: readonly [boolean, boolean];
  /** parts that touch have the same number, from 0 */
  readonly component: number;
  /** place of the linear piece on which it lies; on a border, of one of the two */
  readonly piece?: number | undefined;
}

export interface LevelSet {
  /** of a piecewise linear function straight, one for each piece and line, so that parts of several pieces touch */
  readonly parts: readonly LevelPart[];
  /** where the value is reached at a single point */
  readonly points: readonly PlanePoint[];
  /** places of the linear pieces on which the function has the value everywhere */
  readonly areas: readonly number[];
  /** where the function is piecewise linear */
  readonly pieces?: LinearPieces | undefined;
}
