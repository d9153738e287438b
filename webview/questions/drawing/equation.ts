/** A line as an equation: how its two points say it, and how what is typed becomes points. */

import { type LineEcho, type PlanePoint } from '../../../src/protocol/messages.ts';
import { READING_MS } from '../../task/readings.ts';
import { type Board } from './board.ts';
import { numberText } from './numbers.ts';
import { type Row, type Spot, isPoint, samePoint } from './sketch.ts';

/** An equation as it was typed, for as long as the line is the one that it was typed for. */
export interface Equation {
  readonly text: string;
  /** of the line */
  readonly points: readonly Spot[];
  /** of this text; undefined until it has been read */
  readonly echo?: LineEcho | undefined;
}

/** Numbers up to this are tried to have whole coefficients. */
const MOST_PARTS = 60;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** As whole and small as can be, the first one positive. */
function simple(coefficients: readonly number[]): readonly number[] {
  const [a = 0, b = 0] = coefficients;
  const largest = Math.max(Math.abs(a), Math.abs(b));
  const unit = coefficients.map((each) => each / largest);
  for (let parts = 1; parts <= MOST_PARTS; parts += 1) {
    const scaled = unit.map((each) => each * parts);
    if (scaled.every(isWhole)) return positive(scaled.map(Math.round));
  }
  return positive(unit);
}

function positive(coefficients: readonly number[]): readonly number[] {
  const first = coefficients.find((each) => each !== 0) ?? 0;
  return first < 0 ? coefficients.map((each) => 0 - each) : coefficients;
}

/** As plain text, such as `x_1 + 2x_2 = 1`. */
export function equationOf(
  [p, q]: readonly [PlanePoint, PlanePoint],
  axes: readonly [string, string],
): string {
  const normal = [q[1] - p[1], p[0] - q[0]] as const;
  const [a = 0, b = 0, c = 0] = simple([...normal, normal[0] * p[0] + normal[1] * p[1]]);
  return `${sum([term(a, axes[0]), term(b, axes[1])])} = ${numberText(c)}`;
}

function term(factor: number, letter: string): string {
  const text = numberText(factor);
  if (text === '0') return '';
  return `${text === '1' ? '' : text === '-1' ? '-' : text}${letter}`;
}

const sum = (terms: readonly string[]): string =>
  terms
    .filter((each) => each !== '')
    .join(' + ')
    .replace('+ -', '- ');

export const pointsOfLine = ({
  points: [p, q],
}: Row): readonly [PlanePoint, PlanePoint] | undefined =>
  p && q && isPoint(p) && isPoint(q) && !samePoint(p, q) ? [p, q] : undefined;

/** What was typed for this line as it stands. */
export function typedEquation(board: Board, row: Row): Equation | undefined {
  const typed = board.equations.get(row.id);
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
  board.equations.set(row.id, { text, points: row.points });
  clearTimeout(timers.get(board));
  timers.set(
    board,
    setTimeout(() => void read(board, row, text), READING_MS),
  );
  board.desk.redraw();
}

async function read(board: Board, row: Row, text: string): Promise<void> {
  const echo = await ask(board, text);
  const isStill = (id: number): boolean => board.equations.get(id)?.text === text;
  const now = board.sheet.rows.find(({ id }) => id === row.id);
  if (!isStill(row.id) || now === undefined) return;
  const points = echo.kind === 'line' ? echo.points : now.points;
  board.equations.set(row.id, { text, points, echo });
  if (echo.kind === 'line') board.putRow({ ...now, points }, { key: `equation ${row.id}` });
  else board.desk.redraw();
}

/** A host that does not answer is no fault of the equation. */
const ask = ({ desk }: Board, text: string): Promise<LineEcho> =>
  desk.host
    .request('readLine', { question: desk.id, text })
    .catch((): LineEcho => ({ kind: 'empty' }));
