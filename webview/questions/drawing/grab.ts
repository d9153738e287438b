/** Finding objects by their place, and moving them: whole, by a point, or a label. */

import { type PlanePoint } from '../../../src/protocol/messages.ts';
import { type Board } from './board.ts';
import { rounded } from './numbers.ts';
import { type Row, type Sheet, type Spot, isPoint, itemOf, itemsOf, samePoint } from './sketch.ts';
import { distance, distanceTo, stretchesIn } from './stretch.ts';
import { pointWords } from './words.ts';

/** A row, one of its points, or a label. */
export interface Target {
  readonly id: number;
  readonly point?: number;
}

export interface Grab {
  readonly target: Target;
  readonly from: PlanePoint;
  /** as it was before */
  readonly sheet: Sheet;
  readonly key: string;
}

interface Found extends Target {
  readonly away: number;
}

const nearest = (found: readonly Found[], reach: number): Found | undefined =>
  found.filter(({ away }) => away <= reach).sort((one, two) => one.away - two.away)[0];

/** @param reach in data units. Points come before lines, for they are smaller; what is selected comes first. */
export function targetAt(board: Board, place: PlanePoint, reach: number): Target | undefined {
  const items = itemsOf(board.sheet);
  const points = items.flatMap(({ row, item }) =>
    item.points.map((each, point) => ({
      id: row.id,
      point,
      away: distance(each, place) * (row.id === board.selected ? 0.5 : 1),
    })),
  );
  const tags = board.sheet.tags.flatMap(({ id, at }) =>
    isPoint(at) ? [{ id, away: distance(at, place) }] : [],
  );
  const rows = items.flatMap(({ row, item }) =>
    stretchesIn(board.sight.view, item).map((each) => ({
      id: row.id,
      away: distanceTo(each, place),
    })),
  );
  return nearest([...points, ...tags], reach) ?? nearest(rows, reach);
}

let grabs = 0;

export function grab(board: Board, target: Target, from: PlanePoint): Grab {
  grabs += 1;
  board.selected = target.id;
  board.desk.redraw();
  return { target, from, sheet: board.sheet, key: `grab ${grabs}` };
}

/** Saved a moment later, for a hand goes on moving. */
const MOVING_MS = 400;

export function moveTo(board: Board, { target, from, sheet, key }: Grab, to: PlanePoint): void {
  const shift = ([x, y]: PlanePoint): PlanePoint => [
    rounded(x + to[0] - from[0]),
    rounded(y + to[1] - from[1]),
  ];
  const move = (spot: Spot, index: number): Spot => {
    if (target.point === undefined) return isPoint(spot) ? shift(spot) : spot;
    return target.point === index ? to : spot;
  };
  const rows = sheet.rows.map((row) =>
    row.id === target.id ? { ...row, points: row.points.map(move) } : row,
  );
  const tags = sheet.tags.map((tag) =>
    tag.id === target.id ? { ...tag, at: move(tag.at, 0) } : tag,
  );
  if (isAsBefore(board, { rows, tags }) || isTooShort(rows, target)) return;
  board.change({ rows, tags }, { key, afterMs: MOVING_MS });
}

const isAsBefore = ({ sheet }: Board, { rows, tags }: Sheet): boolean =>
  JSON.stringify([rows, tags]) === JSON.stringify([sheet.rows, sheet.tags]);

/** Two neighbouring points in one place would be a length of nothing. */
function isTooShort(rows: readonly Row[], { id }: Target): boolean {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return false;
  return row.points.some((point, index) => samePoint(point, row.points[index + 1])) || !itemOf(row);
}

/** Says where it is now, if it was moved. */
export function drop(board: Board, { target, sheet }: Grab): void {
  if (sheet === board.sheet) return;
  void board.desk.draft.flush();
  board.tell(target.id, 'now');
  const tag = board.sheet.tags.find(({ id }) => id === target.id);
  if (tag && isPoint(tag.at)) board.desk.say(`Label now at ${pointWords(tag.at)}`);
}

/** Back to where it was. */
export function letGo(board: Board, { sheet }: Grab): void {
  if (sheet !== board.sheet) board.undo();
}
