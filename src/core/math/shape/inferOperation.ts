/** Sums, quotients, powers, transposes, norms and written matrices. */

import { type Expression, type ExpressionOf } from '../expression.ts';
import { type Shape } from '../size.ts';
import {
  type Inference,
  type Inferred,
  inferNumber,
  leadingShape,
  number,
  type Rule,
} from './inference.ts';
import { Misfit } from './misfit.ts';
import { fixedSize, isRow, NUMBER, rowOf, usedShape } from './sizes.ts';

export const inferNegation: Rule<'negate'> = (node, inference) => {
  const of = inference.infer(node.of);
  return { expression: { ...node, of: of.expression }, shape: of.shape };
};

export const inferSum: Rule<'sum'> = (node, inference) => {
  const terms = node.terms.map((term) => inference.infer(term));
  const shape = leadingShape(terms);
  terms.forEach((term, place) => {
    if (!inference.fit(term, shape)) throw unlikeTerms(node, place, [shape, term.shape], inference);
  });
  return { expression: { ...node, terms: terms.map(({ expression }) => expression) }, shape };
};

function unlikeTerms(
  node: ExpressionOf<'sum'>,
  place: number,
  [first, other]: readonly [Shape, Shape],
  { quote, say, sizes }: Inference,
): Misfit {
  const both = node.terms.filter((_, index) => index === 0 || index === place);
  const found = `${quote({ kind: 'sum', terms: both })} adds ${say(first)} and ${say(other)}.`;
  const turned = sizes.unifyShapes(transposed(first), other);
  const hint = turned ? ' Transpose one of them.' : onesHint(first, other);
  return new Misfit(`${found}${hint}`, node.terms[place] ?? node);
}

function onesHint(first: Shape, other: Shape): string {
  const isVectorAndNumber = first.length + other.length === 1;
  if (!isVectorAndNumber) return '';
  return String.raw` Write $\mathbf 1$ for a vector of ones if every component is meant.`;
}

export const inferQuotient: Rule<'quotient'> = (node, inference) => {
  const numerator = inference.infer(node.numerator);
  const denominator = inference.infer(node.denominator);
  if (denominator.shape.length > 0) {
    const found = inference.say(denominator.shape);
    throw new Misfit(
      `${inference.quote(node)} divides by ${found}. Only a number can divide; write it for one component.`,
      node,
    );
  }
  const parts = { numerator: numerator.expression, denominator: denominator.expression };
  return { expression: { ...node, ...parts }, shape: numerator.shape };
};

export const inferPower: Rule<'power'> = (node, inference) => {
  const base = inference.infer(node.base);
  const exponent = inference.infer(node.exponent);
  const expression = { ...node, base: base.expression, exponent: exponent.expression };
  if (exponent.shape.length === 0) {
    requirePower(node, base.shape, inference);
    return { expression, shape: base.shape };
  }
  if (isEuler(node.base)) return { expression, shape: exponent.shape };
  if (node.componentwise === true && inference.sizes.unifyShapes(base.shape, exponent.shape)) {
    return { expression, shape: base.shape };
  }
  throw new Misfit(
    `In ${inference.quote(node)} the exponent is ${inference.say(exponent.shape)}; it has to be a number.`,
    node.exponent,
  );
};

/** `e^x` is exp(x), so it works component by component too. */
export function isEuler(base: Expression): boolean {
  return base.kind === 'constant' && base.name === 'e';
}

function requirePower(node: ExpressionOf<'power'>, shape: Shape, inference: Inference): void {
  if (shape.length === 0 || node.componentwise === true) return;
  const [rows, columns] = shape;
  const { quote, say } = inference;
  if (rows === undefined || columns === undefined || isRow(shape))
    throw powerOfVector(node, shape, inference);
  if (!inference.sizes.unify(rows, columns)) {
    throw new Misfit(`${quote(node)} is a power of ${say(shape)}, which is not square.`, node);
  }
  const { exponent } = node;
  if (
    exponent.kind === 'quotient' ||
    (exponent.kind === 'number' && !Number.isInteger(Number(exponent.digits)))
  ) {
    throw new Misfit(`A matrix has whole powers only, so ${quote(node)} has no value.`, exponent);
  }
}

function powerOfVector(
  node: ExpressionOf<'power'>,
  shape: Shape,
  { quote, say }: Inference,
): Misfit {
  const of = quote(node.base).slice(1, -1);
  const hint = isTwo(node.exponent)
    ? String.raw` Write $\|${of}\|^2$ or $${of} \odot ${of}$.`
    : String.raw` Write $${of}^{\odot …}$ for the power of each component.`;
  return new Misfit(`${quote(node)} is a power of ${say(shape)}.${hint}`, node);
}

function isTwo(exponent: Expression): boolean {
  return exponent.kind === 'number' && Number(exponent.digits) === 2;
}

export const inferTranspose: Rule<'transpose'> = (node, inference) => {
  const of = inference.infer(node.of);
  return { expression: { ...node, of: of.expression }, shape: transposed(of.shape) };
};

function transposed([rows, columns]: Shape): Shape {
  if (rows === undefined) return NUMBER;
  return columns === undefined ? rowOf(rows) : usedShape([columns, rows]);
}

export const inferNorm: Rule<'norm'> = (node, inference) => {
  const of = inference.infer(node.of);
  const isMatrix = of.shape.length === 2 && !isRow(of.shape);
  if (isMatrix && node.order !== 'frobenius') {
    const frobenius = inference.quote({ ...node, order: 'frobenius' });
    throw new Misfit(
      `Which norm of the matrix is meant? Only ${frobenius} is known.`,
      node,
      'ambiguous',
    );
  }
  const order =
    typeof node.order === 'object'
      ? inferNumber(node.order, inference, 'The order of a norm')
      : node.order;
  return number({ ...node, of: of.expression, order });
};

export const inferInner: Rule<'inner'> = (node, inference) => {
  const [left, right] = [inference.infer(node.left), inference.infer(node.right)];
  if (!inference.sizes.unifyShapes(left.shape, right.shape)) {
    const both = `${inference.say(left.shape)} and ${inference.say(right.shape)}`;
    throw new Misfit(`${inference.quote(node)} is the inner product of ${both}.`, node);
  }
  return number({ ...node, left: left.expression, right: right.expression });
};

export const inferMatrix: Rule<'matrix'> = (node, inference) => {
  const columns = node.rows[0]?.length ?? 0;
  if (columns === 0) throw new Misfit('A matrix needs at least one entry.', node);
  const uneven = node.rows.findIndex((row) => row.length !== columns);
  if (uneven >= 0) {
    const found = node.rows[uneven]?.length ?? 0;
    throw new Misfit(
      `Row ${uneven + 1} of the matrix has ${found} entries, the first has ${columns}.`,
      node,
    );
  }
  const rows = node.rows.map((row) =>
    row.map((entry) => inferNumber(entry, inference, 'An entry of a matrix')),
  );
  return matrixOf(node, rows, columns);
};

function matrixOf(
  node: ExpressionOf<'matrix'>,
  rows: readonly (readonly Expression[])[],
  columns: number,
): Inferred {
  const shape = usedShape([fixedSize(rows.length), fixedSize(columns)]);
  return { expression: { ...node, rows }, shape };
}
