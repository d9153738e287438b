/**
 * What a right drawing shows, found from the question's function: straight strokes, in the parts that earn points. All
 * lengths and places are data units.
 */

import { type Path } from '../../taskset/yamlText.ts';
import { type DrawingFields, type NamedPiece } from '../../taskset/drawingQuestion.ts';
import { axesOf } from '../../plane/axes.ts';
import { bordersByLine, pieceAt } from '../../plane/borders.ts';
import { type LevelSet, levelSet } from '../../plane/levelSet.ts';
import { type LinearPieces, linearPieces } from '../../plane/linearPieces.ts';
import { type PlaneFunction, planeFunction } from '../../plane/planeFunction.ts';
import { type Segment, segmentsOf } from '../../plane/plane.ts';
import { type Result, failure, success } from '../../result.ts';
import { distinctPlaces } from './whereabouts.ts';

/** What earns points together: a straight border, or the level set on one piece. */
export interface TruePart {
  readonly name: string;
  readonly points: number;
  /** none: nothing is to be drawn on this piece */
  readonly strokes: readonly Segment[];
  /** the piece that it is on: what is drawn there too much counts against it */
  readonly piece?: number | undefined;
  /** of a border: as in “the lower left” */
  readonly place?: string | undefined;
}

export interface Truth {
  /** the straight borders, or the parts of a level set */
  readonly earns: 'borders' | 'level-set';
  readonly f: PlaneFunction;
  readonly parts: readonly TruePart[];
  /** undefined: the function is not piecewise linear */
  readonly pieces: LinearPieces | undefined;
}

/** What the author has to mend, and where in the question. */
export interface TruthComplaint {
  readonly at: Path;
  readonly message: string;
}

export type Asked = Pick<
  DrawingFields,
  'axes' | 'declarations' | 'function' | 'window' | 'ask' | 'pieces'
> & { readonly points: number };

type Found<T> = Result<T, TruthComplaint>;

export function truthOf(asked: Asked): Found<Truth> {
  const axes = axesOf(asked.axes, asked.declarations);
  if (!axes.ok) return complaint('axes', axes.error.message);
  const f = planeFunction(asked.function, asked);
  if (!f.ok) return complaint('function', f.error.message);
  return asked.ask.kind === 'pieces'
    ? bordersOf(asked, f.value)
    : levelSetOf(asked, f.value, asked.ask.value);
}

function bordersOf(asked: Asked, f: PlaneFunction): Found<Truth> {
  const pieces = linearPieces(f, asked.window);
  if (!pieces.ok) return complaint('function', pieces.error);
  const lines = bordersByLine(pieces.value);
  if (lines.length === 0) return complaint('function', 'it has a single piece in the window');
  const names = namesOf(asked.pieces, pieces.value);
  if (!names.ok) return names;
  const { points, ask } = asked;
  const share = (points - (ask.kind === 'pieces' ? ask.labelPoints : 0)) / lines.length;
  const places = distinctPlaces(lines, asked.window);
  const parts = lines.map((strokes, index) => {
    const place = places[index] ?? '';
    return { name: `border through ${place}`, points: share, strokes, place };
  });
  return success({ earns: 'borders', f, parts, pieces: pieces.value });
}

function levelSetOf(asked: Asked, f: PlaneFunction, value: number): Found<Truth> {
  const found = levelSet(f, value, asked.window);
  if (!found.ok) return complaint('function', found.error);
  const { parts, areas, points, pieces } = found.value;
  if (areas.length > 0) {
    return complaint(
      'ask',
      `the function is ${value} on a whole piece: nothing can be drawn there`,
    );
  }
  if (points.length > 0 && parts.length === 0) {
    return complaint('ask', `the function is ${value} at single points only`);
  }
  if (parts.length === 0) return complaint('ask', `the function is nowhere ${value} in the window`);
  const earning =
    pieces === undefined ? componentsOf(asked, found.value) : byPiece(asked, pieces, parts);
  return earning.ok ? success({ earns: 'level-set', f, parts: earning.value, pieces }) : earning;
}

/** Of a function that is not piecewise linear: every connected part earns the same. */
function componentsOf({ points, pieces }: Asked, { parts }: LevelSet): Found<TruePart[]> {
  if (pieces.length > 0) {
    return complaint('pieces', 'the function is not piecewise linear: it has no pieces to name');
  }
  const components = [...new Set(parts.map(({ component }) => component))];
  return success(
    components.map((component, index) => ({
      name: components.length === 1 ? 'the curve' : `curve ${index + 1}`,
      points: points / components.length,
      strokes: strokesOf(parts.filter((part) => part.component === component)),
    })),
  );
}

/** Every named piece earns, those too on which nothing is to be drawn; unnamed ones only with something on them. */
function byPiece(asked: Asked, pieces: LinearPieces, parts: LevelSet['parts']): Found<TruePart[]> {
  const named = namesOf(asked.pieces, pieces);
  if (!named.ok) return named;
  const on = (piece: number) => strokesOf(parts.filter((part) => part.piece === piece));
  const earning = pieces.pieces
    .map((_, piece) => ({ piece, strokes: on(piece), named: named.value.get(piece) }))
    .filter((each) => each.named !== undefined || each.strokes.length > 0);
  return success(
    earning.map(({ piece, strokes, named: given }, index) => ({
      name: given?.name ?? `piece ${index + 1}`,
      points: given?.points ?? asked.points / earning.length,
      strokes,
      piece,
    })),
  );
}

function strokesOf(parts: LevelSet['parts']): Segment[] {
  return parts.flatMap(({ points }) => segmentsOf(points));
}

/** piece → what the author calls it: all of them, or none */
function namesOf(
  named: readonly NamedPiece[],
  pieces: LinearPieces,
): Found<ReadonlyMap<number, NamedPiece>> {
  const names = new Map<number, NamedPiece>();
  for (const [index, each] of named.entries()) {
    const piece = pieceAt(pieces, each.at);
    if (piece === undefined) {
      return complaint(['pieces', index, 'at'], 'it lies on a border or outside the window');
    }
    const other = names.get(piece);
    if (other !== undefined) {
      return complaint(['pieces', index, 'at'], `it lies in the same piece as '${other.name}'`);
    }
    names.set(piece, each);
  }
  const count = pieces.pieces.length;
  if (names.size === 0 || names.size === count) return success(names);
  return complaint(
    'pieces',
    `name all pieces of the function in the window, or none: expected ${count}, found ${names.size}`,
  );
}

function complaint(at: Path | string, message: string): { ok: false; error: TruthComplaint } {
  return failure({ at: typeof at === 'string' ? [at] : at, message });
}
