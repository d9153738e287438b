/** The straight line that an equation between the two letters of the plane describes. */

import { type Complaint, complaintProse } from '../math/complaint.ts';
import { nodesOf } from '../math/parts.ts';
import { type Span, type Statement } from '../math/expression.ts';
import { readStatement } from '../math/read/readStatement.ts';
import { checkExpression, checkStatement } from '../math/shape/checkExpression.ts';
import { type Checked } from '../math/shape/checked.ts';
import { latexOfStatement } from '../math/show/latexOf.ts';
import { latexOfLetter } from '../math/show/name.ts';
import { type Result, failure, success } from '../result.ts';
import { AffineRun } from './affineNumbers.ts';
import { axesOf } from './axes.ts';
import { type Affine } from './halfPlane.ts';
import { type LineEcho } from './lineEcho.ts';
import { nicePoints } from './nicePoints.ts';
import { type PlaneWindow } from './plane.ts';
import { type PlaneFunction, type PlaneLetters, planeFunctionOf } from './planeFunction.ts';

export interface LineSetting extends PlaneLetters {
  readonly window: PlaneWindow;
  /** distance of the grid lines, on which points are looked for first */
  readonly grid: number;
}

/** The whole line, whatever part of it the window shows; complaints have their place in the text. */
export function readLine(text: string, setting: LineSetting): LineEcho {
  if (text.trim() === '') return { kind: 'empty' };
  const statement = readStatement(text, setting.declarations);
  if (!statement.ok) return complaintEcho(statement.error[0]);
  const whole = { start: 0, end: text.length };
  const line = lineOf(statement.value, setting, whole);
  if (!line.ok) return complaintEcho(line.error);
  const points = nicePoints(line.value, setting);
  if (points === undefined) return complaintEcho(complaint(FAR, whole));
  return { kind: 'line', latex: latexOfStatement(statement.value, setting.declarations), points };
}

const FAR = 'This line is too far away to be drawn.';

function complaintEcho(found: Complaint): LineEcho {
  const { start, end } = found.span;
  return { kind: 'complaint', message: complaintProse(found), start, end };
}

function complaint(message: string, span: Span): Complaint {
  return { kind: 'unreadable', message, span };
}

function lineOf(
  statement: Statement,
  setting: LineSetting,
  whole: Span,
): Result<Affine, Complaint> {
  const difference = differenceOf(statement, setting, whole);
  if (!difference.ok) return difference;
  const f = planeFunctionOf(difference.value, setting);
  if (!f.ok) return failure({ ...f.error, span: whole, message: openMessage(f.error, setting) });
  return affineOf(f.value, setting, whole);
}

function openMessage({ kind, message }: Complaint, { axes }: LineSetting): string {
  if (kind !== 'unknown-name') return message;
  return `Expected an equation between $${axes[0]}$ and $${axes[1]}$ only: ${message.split('; ')[1] ?? message}`;
}

/** The left side minus the right one. */
function differenceOf(
  statement: Statement,
  { axes, declarations }: LineSetting,
  whole: Span,
): Result<Checked, Complaint> {
  const [link, ...more] = statement.links;
  const example = `$${axes[0]} + ${axes[1]} = 1$`;
  if (link === undefined) {
    return failure(complaint(`Expected an equation such as ${example}; there is no “=”.`, whole));
  }
  if (more.length > 0 || link.relation !== '=') {
    return failure(
      complaint(`Expected one equation with a single “=”, such as ${example}.`, whole),
    );
  }
  const checked = checkStatement(statement, declarations);
  if (!checked.ok) return checked;
  const terms = [statement.first, { kind: 'negate', of: link.to }] as const;
  return checkExpression({ kind: 'sum', terms, span: whole }, declarations);
}

function affineOf(f: PlaneFunction, setting: LineSetting, whole: Span): Result<Affine, Complaint> {
  const { low, high } = setting.window;
  const run = new AffineRun(Math.max(...[...low, ...high].map(Math.abs)));
  const difference = f.in(run.arithmetic)(run.start([low[0] + 0.37, low[1] + 0.59]));
  const [right, up] = setting.axes;
  if (!run.isLinear || run.kinks.length > 0) {
    const foreign = foreignLetter(f, setting);
    if (foreign !== undefined) return failure(complaint(foreign, whole));
    const expected = `Expected the equation of a straight line, linear in $${right}$ and $${up}$`;
    return failure(complaint(`${expected}; this one is not.`, whole));
  }
  if (!Number.isFinite(difference.offset)) {
    return failure(complaint('A part of this has no value, such as a division by 0.', whole));
  }
  if (!run.isConstant(difference)) return success(difference);
  const holds = run.sign(difference) === 0 ? 'everywhere' : 'nowhere';
  const expected = `it has to depend on $${right}$ or $${up}$`;
  return failure(complaint(`This holds ${holds}, so it is no line: ${expected}.`, whole));
}

/** Letters with a definition may stand in a line, but where it is none they are what was mistaken for an axis. */
function foreignLetter({ checked }: PlaneFunction, setting: LineSetting): string | undefined {
  const { axes, declarations } = setting;
  const own = axesOf(axes, declarations);
  for (const node of nodesOf(checked.expression)) {
    if (!own.ok || node.kind !== 'symbol' || own.value.has(node.name)) continue;
    const letter = latexOfLetter(node.name, declarations);
    return `$${letter}$ is no letter of this plane: expected $${axes[0]}$ and $${axes[1]}$.`;
  }
  return undefined;
}
