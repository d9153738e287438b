/** The cells into which the drawn lines cut the window, and on how many of them the function is linear. */

import { arrangement } from '../../plane/arrangement.ts';
import { isInside } from '../../plane/cells/inside.ts';
import { type LinearPiece } from '../../plane/linearPieces.ts';
import {
  type PlanePoint,
  type Polyline,
  distanceToSegment,
  pointBetween,
} from '../../plane/plane.ts';
import { type Sheet } from './sheet.ts';

export interface CutCells {
  readonly count: number;
  /** on how many of them the function is not linear, further than the tolerance from their edges */
  readonly bent: number;
}

/** Of more pieces nobody wants to know how many cells they make. */
const MOST_DRAWN = 200;

/** undefined: there is nothing to tell */
export function cellsCut({ drawn, truth, question }: Sheet): CutCells | undefined {
  const { window, tolerance } = question;
  if (truth.pieces === undefined || drawn.length > MOST_DRAWN) return undefined;
  const cut = arrangement(drawn, window, tolerance);
  if (!cut.ok) return undefined;
  const wide = cut.value.cells.filter(({ clearance }) => clearance > tolerance);
  const probes = truth.pieces.pieces.map((piece) =>
    probesIn(piece).filter((probe) =>
      drawn.every((segment) => distanceToSegment(probe, segment) > tolerance),
    ),
  );
  const bent = wide.filter(({ outline, holes }) => {
    const rings = [outline, ...holes];
    const found = probes.filter((own) => own.some((probe) => isInside(probe, rings)));
    return found.length > 1;
  });
  return { count: wide.length, bent: bent.length };
}

/** Points all over a piece: in every cell its middle, and on the way to each corner. */
function probesIn({ cells, inner }: LinearPiece): PlanePoint[] {
  return [inner, ...cells.flatMap(probesInCell)];
}

function probesInCell(cell: Polyline): PlanePoint[] {
  const [x, y] = cell.reduce((sum, corner) => [sum[0] + corner[0], sum[1] + corner[1]], [0, 0]);
  const middle: PlanePoint = [x / cell.length, y / cell.length];
  const shares = [0.3, 0.6, 0.85];
  return [
    middle,
    ...cell.flatMap((corner) => shares.map((share) => pointBetween(middle, corner, share))),
  ];
}
