/** The equation of a line as it is typed, and how it becomes points. */

import { type LineEcho, type PlanePoint } from '../../../src/protocol/messages.ts';
import { READING_MS } from '../../task/readings.ts';
import { type Board } from './board.ts';
import { equationOf } from './lineEquation.ts';
import { type Row, isPoint, samePoint } from './sketch.ts';
import { type Equation } from './typed.ts';

export const pointsOfLine = ({
  points: [p, q],
}: Row): readonly [PlanePoint, PlanePoint] | undefined =>
  p && q && isPoint(p) && isPoint(q) && !samePoint(p, q) ? [p, q] : undefined;

/** What was typed for this line as it stands. */
export function typedEquation(board: Board, row: Row): Equation | undefined {
  const typed = board.equationOf(row.id);
  return typed?.points.every((point, index) => samePoint(point, row.points[index]))
    ? typed
    : undefined;
}

export function equationText(board: Board, row: Row): string {
  const line = pointsOfLine(row);
  return typedEquation(board, row)?.text ?? (line ? equationOf(line, board.question.axes) : '');
}

const timers = new WeakMap<Board, ReturnType<typeof setTimeout>>();

/** Has the host read it, a moment after the last key. */
export function typeEquation(board: Board, row: Row, text: string): void {
  board.noteEquation(row.id, { text, points: row.points });
  clearTimeout(timers.get(board));
  timers.set(
    board,
    setTimeout(() => void read(board, row, text), READING_MS),
  );
  board.desk.redraw();
}

async function read(board: Board, row: Row, text: string): Promise<void> {
  const echo = await ask(board, text);
  const isStill = (id: number): boolean => board.equationOf(id)?.text === text;
  const now = board.sheet.rows.find(({ id }) => id === row.id);
  if (!isStill(row.id) || now === undefined) return;
  const points = echo.kind === 'line' ? echo.points : now.points;
  board.noteEquation(row.id, { text, points, echo });
  if (echo.kind === 'line') board.putRow({ ...now, points }, { key: `equation ${row.id}` });
  else board.desk.redraw();
}

/** A host that does not answer is no fault of the equation. */
const ask = ({ desk }: Board, text: string): Promise<LineEcho> =>
  desk.host
    .request('readLine', { question: desk.id, text })
    .catch((): LineEcho => ({ kind: 'empty' }));
