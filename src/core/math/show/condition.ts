/** Conditions, and what depends on them: indicators and case distinctions. */

import { type Comparator, type Condition, type ExpressionOf } from '../expression.ts';
import { type Pen } from './pen.ts';

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '=': '=',
  '!=': String.raw`\neq`,
  '<': '<',
  '<=': String.raw`\le`,
  '>': '>',
  '>=': String.raw`\ge`,
};

/** Parts of `all` and `any` that are themselves joined stand in brackets. */
export function writeCondition(condition: Condition, pen: Pen): string {
  if (condition.kind === 'compare') {
    const { left, comparator, right } = condition;
    return `${pen.write(left)} ${COMPARATORS[comparator]} ${pen.write(right)}`;
  }
  const parts = condition.of.map((part) => {
    const latex = pen.writeCondition(part);
    return part.kind === 'compare' ? latex : String.raw`\left(${latex}\right)`;
  });
  return parts.join(condition.kind === 'all' ? String.raw` \land ` : String.raw` \lor `);
}

export function writeIndicator({ condition }: ExpressionOf<'indicator'>, pen: Pen): string {
  return String.raw`\mathbf{1}_{${pen.writeCondition(condition)}}`;
}

export function writeCases({ branches, otherwise }: ExpressionOf<'cases'>, pen: Pen): string {
  const lines = branches.map(
    ({ value, when }) => String.raw`${pen.write(value)} & \text{if } ${pen.writeCondition(when)}`,
  );
  const last = otherwise && String.raw`${pen.write(otherwise)} & \text{otherwise}`;
  const all = last === undefined ? lines : [...lines, last];
  return String.raw`\begin{cases}${all.join(String.raw` \\ `)}\end{cases}`;
}
