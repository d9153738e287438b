/**
 * Trees as short text for tables: `(* w[:j] a[:j])`. Indices are `:j`, sizes `@d`; a joint that is not “beside” stands
 * before its factor.
 */

import {
  type Condition,
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
  type Joint,
  type Range,
  type Statement,
} from '../../../../src/core/math/expression.ts';

export function statementText({ first, links }: Statement): string {
  return [treeText(first), ...links.map(({ relation, to }) => `${relation} ${treeText(to)}`)].join(
    ' ',
  );
}

export function treeText(expression: Expression): string {
  return textOf(expression.kind, expression);
}

function textOf<K extends ExpressionKind>(kind: K, node: ExpressionOf<K>): string {
  return TEXTS[kind](node);
}

const list = (parts: readonly Expression[]): string => parts.map(treeText).join(' ');
const indexed = (name: string, indices: readonly Expression[]): string =>
  indices.length === 0 ? name : `${name}[${list(indices)}]`;
const JOINTS: Readonly<Record<Joint, string>> = {
  beside: '',
  dot: '·',
  star: '*',
  cross: '×',
  componentwise: '⊙',
};

const TEXTS: { readonly [K in ExpressionKind]: (node: ExpressionOf<K>) => string } = {
  number: ({ digits }) => digits,
  constant: ({ name, size }) =>
    size === undefined ? `<${name}>` : `<${name} ${JSON.stringify(size)}>`,
  symbol: ({ name, indices }) => indexed(name, indices),
  index: ({ name }) => `:${name}`,
  size: ({ name }) => `@${name}`,
  component: ({ of, indices }) => indexed(treeText(of), indices),
  negate: ({ of }) => `(- ${treeText(of)})`,
  sum: ({ terms }) => `(+ ${list(terms)})`,
  product: ({ factors, joints }) =>
    `(* ${factors.map((each, at) => `${at === 0 ? '' : JOINTS[joints[at - 1] ?? 'beside']}${treeText(each)}`).join(' ')})`,
  quotient: ({ numerator, denominator }) => `(/ ${treeText(numerator)} ${treeText(denominator)})`,
  power: ({ base, exponent, componentwise }) =>
    `(${componentwise === true ? '⊙' : ''}^ ${treeText(base)} ${treeText(exponent)})`,
  transpose: ({ of }) => `(T ${treeText(of)})`,
  norm: ({ of, order }) =>
    `(norm ${treeText(of)}${order === undefined ? '' : ` ${typeof order === 'string' ? order : treeText(order)}`})`,
  inner: ({ left, right }) => `(inner ${treeText(left)} ${treeText(right)})`,
  call: ({ name, primes, arguments: given }) => `(${name}${"'".repeat(primes)} ${list(given)})`,
  fold: ({ operation, ranges, where, body }) =>
    `(${operation} ${ranges.map(rangeText).join(' ')}${where === undefined ? '' : ` | ${conditionText(where)}`} of ${treeText(body)})`,
  indicator: ({ condition }) => `[${conditionText(condition)}]`,
  cases: ({ branches, otherwise }) => {
    const cases = branches.map(({ value, when }) => `${treeText(value)} if ${conditionText(when)}`);
    return `(cases ${[...cases, ...(otherwise === undefined ? [] : [`else ${treeText(otherwise)}`])].join(', ')})`;
  },
  matrix: ({ rows }) => `(matrix ${rows.map((row) => `[${list(row)}]`).join(' ')})`,
};

function rangeText({ index, from, to }: Range): string {
  if (from === undefined && to === undefined) return index;
  return `${index}=${from === undefined ? '' : treeText(from)}..${to === undefined ? '' : treeText(to)}`;
}

function conditionText(condition: Condition): string {
  if (condition.kind === 'compare') {
    return `${treeText(condition.left)} ${condition.comparator} ${treeText(condition.right)}`;
  }
  return `(${condition.of.map(conditionText).join(condition.kind === 'all' ? ' and ' : ' or ')})`;
}
