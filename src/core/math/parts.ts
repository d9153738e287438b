/** The parts that a tree is made of, one level down: for walking it, and for making another tree of the same kind. */

import {
  type Condition,
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
  type Range,
} from './expression.ts';

type Change = (part: Expression) => Expression;

/** The same node with every part replaced by what `change` makes of it; parts come in reading order. */
export function mapParts(expression: Expression, change: Change): Expression {
  return mapKind(expression.kind, expression, change);
}

export function partsOf(expression: Expression): Expression[] {
  const parts: Expression[] = [];
  mapParts(expression, (part) => {
    parts.push(part);
    return part;
  });
  return parts;
}

/** The node itself and everything below it. */
export function* nodesOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* nodesOf(part);
}

/** From the leaves up: `change` sees nodes whose parts are changed already. */
export function rewrite(expression: Expression, change: Change): Expression {
  return change(mapParts(expression, (part) => rewrite(part, change)));
}

const same = <E extends Expression>(leaf: E): E => leaf;

const MAP: {
  readonly [K in ExpressionKind]: (node: ExpressionOf<K>, change: Change) => Expression;
} = {
  number: same,
  constant: same,
  index: same,
  size: same,
  symbol: (node, change) => ({ ...node, indices: node.indices.map(change) }),
  component: (node, change) => ({
    ...node,
    of: change(node.of),
    indices: node.indices.map(change),
  }),
  negate: (node, change) => ({ ...node, of: change(node.of) }),
  sum: (node, change) => ({ ...node, terms: node.terms.map(change) }),
  product: (node, change) => ({ ...node, factors: node.factors.map(change) }),
  quotient: (node, change) => ({
    ...node,
    numerator: change(node.numerator),
    denominator: change(node.denominator),
  }),
  power: (node, change) => ({
    ...node,
    base: change(node.base),
    exponent: change(node.exponent),
  }),
  transpose: (node, change) => ({ ...node, of: change(node.of) }),
  norm: (node, change) => ({
    ...node,
    of: change(node.of),
    order: typeof node.order === 'object' ? change(node.order) : node.order,
  }),
  inner: (node, change) => ({ ...node, left: change(node.left), right: change(node.right) }),
  call: (node, change) => ({ ...node, arguments: node.arguments.map(change) }),
  fold: (node, change) => {
    const [first, ...others] = node.ranges;
    return {
      ...node,
      ranges: [mapRange(first, change), ...others.map((range) => mapRange(range, change))],
      where: node.where && mapCondition(node.where, change),
      body: change(node.body),
    };
  },
  indicator: (node, change) => ({ ...node, condition: mapCondition(node.condition, change) }),
  cases: (node, change) => ({
    ...node,
    branches: node.branches.map(({ value, when }) => ({
      value: change(value),
      when: mapCondition(when, change),
    })),
    otherwise: node.otherwise && change(node.otherwise),
  }),
  matrix: (node, change) => ({ ...node, rows: node.rows.map((row) => row.map(change)) }),
};

/** Written over K, so that the table lookup type-checks for any kind. */
function mapKind<K extends ExpressionKind>(kind: K, node: ExpressionOf<K>, change: Change) {
  return MAP[kind](node, change);
}

function mapRange(range: Range, change: Change): Range {
  return { ...range, from: range.from && change(range.from), to: range.to && change(range.to) };
}

function mapCondition(condition: Condition, change: Change): Condition {
  if (condition.kind === 'compare') {
    return { ...condition, left: change(condition.left), right: change(condition.right) };
  }
  return { ...condition, of: condition.of.map((each) => mapCondition(each, change)) };
}
