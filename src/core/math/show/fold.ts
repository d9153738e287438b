/** Sums, products, maxima and minima over index letters, each with its range. */

import { type Condition, type Expression, type ExpressionOf, type Range } from '../expression.ts';
import { looseEnd } from '../looseEnd.ts';
import { latexOfLetter } from './name.ts';
import { type Pen, bracketed } from './pen.ts';

const SIGNS: Readonly<Record<ExpressionOf<'fold'>['operation'], string>> = {
  sum: String.raw`\sum`,
  product: String.raw`\prod`,
  max: String.raw`\max`,
  min: String.raw`\min`,
};

export function writeFold(fold: ExpressionOf<'fold'>, pen: Pen): string {
  const { operation, ranges, body } = fold;
  const sign = SIGNS[operation];
  const latex = pen.write(body);
  const signs = ranges.some(isLimited)
    ? ranges.map((range) => `${sign}${limits(range, conditionAt(fold, range), pen)}`).join(' ')
    : `${sign}_{${below(fold, pen)}}`;
  return `${signs} ${swallows(fold, body) ? bracketed(latex) : latex}`;
}

/** A fold ends with its term, and two signs of the same kind side by side are one fold over two letters. */
function swallows(fold: ExpressionOf<'fold'>, body: Expression): boolean {
  const { operation, where } = fold;
  if (looseEnd(fold) !== undefined) return true;
  if (body.kind === 'fold') return body.operation === operation && where === undefined;
  return body.kind === 'sum' || body.kind === 'negate';
}

function isLimited({ from, to }: Range): boolean {
  return from !== undefined || to !== undefined;
}

/** The condition stands below the last sign, where all letters are known. */
function conditionAt({ ranges, where }: ExpressionOf<'fold'>, range: Range): Condition | undefined {
  return range === ranges.at(-1) ? where : undefined;
}

function limits({ index, from, to }: Range, where: Condition | undefined, pen: Pen): string {
  const letter = latexOfLetter(index, pen.declarations);
  const start = from === undefined ? letter : `${letter}=${pen.write(from)}`;
  const lower = where === undefined ? start : `${start}, ${pen.writeCondition(where)}`;
  return `_{${lower}}${to === undefined ? '' : `^{${pen.write(to)}}`}`;
}

/** Letters without limits. A condition names its first letter itself: `j \neq i`. */
function below({ ranges, where }: ExpressionOf<'fold'>, pen: Pen): string {
  const letters = ranges.map(({ index }) => latexOfLetter(index, pen.declarations)).join(', ');
  if (where === undefined) return letters;
  const condition = pen.writeCondition(where);
  return introduces(where, ranges) ? condition : `${letters}, ${condition}`;
}

function introduces(where: Condition, ranges: readonly Range[]): boolean {
  if (ranges.length > 1 || where.kind !== 'compare') return false;
  const { left } = where;
  return left.kind === 'index' && left.name === ranges[0]?.index;
}
