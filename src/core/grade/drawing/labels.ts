/**
 * Formulas on the pieces of a drawing. A label is right if it is the linear function that belongs to the piece on which
 * it stands, everywhere: the question's function itself, which is right on every piece, says nothing about any of them.
 */

import { type DrawnLabel } from '../../answer/answer.ts';
import { type Complaint, complaintProse } from '../../math/complaint.ts';
import { type Affine, affineAt } from '../../plane/halfPlane.ts';
import { pieceAt } from '../../plane/borders.ts';
import { type LinearPieces } from '../../plane/linearPieces.ts';
import { type PlanePoint } from '../../plane/plane.ts';
import { type PlaneFunction, planeFunctionOf } from '../../plane/planeFunction.ts';
import { seededRandom, uniform } from '../../random.ts';
import { type Result } from '../../result.ts';
import { readChain } from '../expression/readChain.ts';
import { type Asked } from './truth.ts';

export interface LabelMark {
  /** its place in the answer, from 0 */
  readonly label: number;
  readonly verdict: 'right' | 'wrong' | 'misplaced' | 'undecided' | 'unreadable';
  readonly message: string;
  /** the piece on which it stands */
  readonly piece?: number | undefined;
}

export interface LabelComplaint {
  readonly label: number;
  readonly text: string;
  readonly complaint: Complaint;
}

interface ReadLabel {
  readonly label: number;
  readonly at: PlanePoint;
  readonly f: PlaneFunction;
}

export interface ReadLabels {
  readonly labels: readonly ReadLabel[];
  readonly complaints: readonly LabelComplaint[];
}

/** Fields that were left empty are no labels. */
export function readLabels(labels: readonly DrawnLabel[], asked: Asked): ReadLabels {
  const read: ReadLabel[] = [];
  const complaints: LabelComplaint[] = [];
  for (const [label, { at, latex: text }] of labels.entries()) {
    if (text.trim() === '') continue;
    const f = functionIn(text, asked);
    if (f.ok) read.push({ label, at, f: f.value });
    else complaints.push({ label, text, complaint: f.error });
  }
  return { labels: read, complaints };
}

function functionIn(text: string, asked: Asked): Result<PlaneFunction, Complaint> {
  const chain = readChain(text, { declarations: asked.declarations, asked: asked.function });
  return chain.ok ? planeFunctionOf(chain.value.last, asked) : chain;
}

/** Of labels among which some cannot be read: which, and that nothing is said of the others. */
export function unreadableMarks(complaints: readonly LabelComplaint[]): LabelMark[] {
  return complaints.map(({ label, complaint }) => ({
    label,
    verdict: 'unreadable',
    message: complaintProse(complaint),
  }));
}

/** @param clearance how far from the borders a label has to stand */
export function marksOf(
  labels: readonly ReadLabel[],
  pieces: LinearPieces,
  clearance: number,
): LabelMark[] {
  const everywhere = pointsAround(pieces);
  return labels.map(({ label, at, f }) => {
    const piece = pieceAt(pieces, at, clearance);
    return piece === undefined
      ? { label, verdict: 'undecided', message: placeless(at, pieces) }
      : { label, piece, ...judged({ f, piece, pieces, everywhere }) };
  });
}

function placeless(at: PlanePoint, { window: { low, high } }: LinearPieces): string {
  const isInside = at.every((x, axis) => x >= (low[axis] ?? x) && x <= (high[axis] ?? x));
  return isInside
    ? 'This stands on a border: which piece is meant? Move it into the piece.'
    : 'This stands outside the window: move it into the piece that is meant.';
}

interface Given {
  readonly f: PlaneFunction;
  readonly piece: number;
  readonly pieces: LinearPieces;
  readonly everywhere: readonly PlanePoint[];
}

function judged({ f, piece, pieces, everywhere }: Given): Pick<LabelMark, 'verdict' | 'message'> {
  const own = pieces.pieces[piece];
  if (own === undefined) throw new Error(`no piece ${piece}`);
  if (agree(f, own.affine, everywhere)) return { verdict: 'right', message: 'Right.' };
  if (agree(f, own.affine, [own.inner, ...own.cells.flatMap(pointsIn)])) {
    return {
      verdict: 'undecided',
      message:
        'This has the right value on this piece, but is not linear itself: work out what remains of it here.',
    };
  }
  const other = pieces.pieces.some(({ affine }) => agree(f, affine, everywhere));
  return other
    ? { verdict: 'misplaced', message: 'This belongs to another piece.' }
    : { verdict: 'wrong', message: 'This is not what the function is on this piece.' };
}

/** As compared values of doubles are: relative to the larger ones. */
const SAME = 1e-7;

function agree(f: PlaneFunction, affine: Affine, points: readonly PlanePoint[]): boolean {
  return points.every((point) => {
    const expected = affineAt(affine, point);
    return Math.abs(f.value(point) - expected) <= SAME * (1 + Math.abs(expected));
  });
}

const SEED = 1;
const POINTS = 24;

/** In the window and beyond, where kinks outside of it show as well. */
function pointsAround({ window: { low, high } }: LinearPieces): PlanePoint[] {
  const random = seededRandom(SEED);
  const [width, height] = [high[0] - low[0], high[1] - low[1]];
  return Array.from({ length: POINTS }, () => [
    uniform(random, low[0] - width, high[0] + width),
    uniform(random, low[1] - height, high[1] + height),
  ]);
}

/** Between the middle of a convex cell and each of its corners. */
function pointsIn(cell: readonly PlanePoint[]): PlanePoint[] {
  const [x, y] = cell.reduce((sum, corner) => [sum[0] + corner[0], sum[1] + corner[1]], [0, 0]);
  const middle: PlanePoint = [x / cell.length, y / cell.length];
  return cell.map((corner) => [
    0.2 * middle[0] + 0.8 * corner[0],
    0.2 * middle[1] + 0.8 * corner[1],
  ]);
}
