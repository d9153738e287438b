/** Products: which joints mean what between vectors and matrices, and which mean nothing certain. */

import { type Complaint } from '../complaint.ts';
import { type Expression, type Joint, type Product } from '../expression.ts';
import { type Shape } from '../size.ts';
import { type Inference, type Rule, ELIDED } from './inference.ts';
import { Misfit } from './misfit.ts';
import { asMatrix, isRow, NUMBER, usedShape } from './sizes.ts';

export const inferProduct: Rule<'product'> = (node, inference) => {
  const factors = node.factors.map((factor) => inference.infer(factor));
  const [first, ...rest] = factors;
  let shape = first?.shape ?? NUMBER;
  rest.forEach((factor, place) => {
    const joint = node.joints[place] ?? 'beside';
    const pair = { node, place, joint, left: shape, right: factor.shape };
    shape = joinedShape(pair, inference);
  });
  return { expression: { ...node, factors: factors.map(({ expression }) => expression) }, shape };
};

/** What stands before the joint, folded, and the factor after it. */
interface Pair {
  readonly node: Product;
  /** of the joint */
  readonly place: number;
  readonly joint: Joint;
  readonly left: Shape;
  readonly right: Shape;
}

function joinedShape(pair: Pair, inference: Inference): Shape {
  if (pair.left.length === 0) return pair.right;
  if (pair.right.length === 0) return pair.left;
  return JOINS[pair.joint](pair, inference);
}

const JOINS: Readonly<Record<Joint, (pair: Pair, inference: Inference) => Shape>> = {
  beside: matrixProduct,
  dot: (pair, inference) =>
    isInner(pair) ? innerProduct(pair, inference) : matrixProduct(pair, inference),
  star: certainProduct,
  cross: certainProduct,
  componentwise(pair, inference) {
    if (inference.sizes.unifyShapes(pair.left, pair.right)) return pair.left;
    throw misfit(pair, inference, ['multiplies component by component', 'and']);
  },
};

/** A dot between two vectors, or between two rows, is the inner product. */
export function isInner({ left, right }: { readonly left: Shape; readonly right: Shape }): boolean {
  return (left.length === 1 && right.length === 1) || (isRow(left) && isRow(right));
}

/** Of factors that fit. */
export function productShape(joint: Joint, left: Shape, right: Shape): Shape {
  if (left.length === 0) return right;
  if (right.length === 0 || joint === 'componentwise') return left;
  if (joint === 'dot' && isInner({ left, right })) return NUMBER;
  return usedShape([asMatrix(left)[0], asMatrix(right)[1]]);
}

function innerProduct(pair: Pair, inference: Inference): Shape {
  if (inference.sizes.unifyShapes(pair.left, pair.right)) return NUMBER;
  throw misfit(pair, inference, ['is the inner product of', 'and']);
}

function matrixProduct(pair: Pair, inference: Inference): Shape {
  const [rows, inner] = asMatrix(pair.left);
  const [outer, columns] = asMatrix(pair.right);
  if (isInner(pair) || !inference.sizes.unify(inner, outer)) {
    throw misfit(pair, inference, ['multiplies', 'by']);
  }
  return usedShape([rows, columns]);
}

/** `W * x` can only be the matrix product; of two of one shape, `*` may also mean component by component. */
function certainProduct(pair: Pair, inference: Inference): Shape {
  if (!inference.sizes.unifyShapes(pair.left, pair.right)) return matrixProduct(pair, inference);
  const sign = pair.joint === 'star' ? '*' : String.raw`\times`;
  throw misfit(pair, inference, [`puts $${sign}$ between`, 'and'], 'ambiguous');
}

function misfit(
  pair: Pair,
  inference: Inference,
  [does, and]: readonly [string, string],
  kind: Complaint['kind'] = 'shape',
): Misfit {
  const [left, right] = [inference.say(pair.left), inference.say(pair.right)];
  const both = `${left} ${and} ${left === right ? 'another' : right}`;
  return new Misfit(
    `${inference.quote(soFar(pair, 2))} ${does} ${both}.${suggestion(pair, inference)}`,
    spanned(pair),
    kind,
  );
}

/** The factors before the joint (1) or with the one behind it (2). */
function soFar({ node, place }: Pair, more: 1 | 2): Expression {
  const factors = node.factors.slice(0, place + more);
  const [only] = factors;
  if (factors.length === 1 && only !== undefined) return only;
  return { kind: 'product', factors, joints: node.joints.slice(0, place + more - 1) };
}

function spanned({ node, place }: Pair): Pick<Expression, 'span'> {
  const [start, end] = [node.factors[0]?.span?.start, node.factors[place + 1]?.span?.end];
  if (start === undefined || end === undefined) return node;
  return { span: { start, end } };
}

function suggestion(pair: Pair, inference: Inference): string {
  const { left, right, joint } = pair;
  if (left.length !== 1 || right.length !== 1 || joint === 'componentwise') return '';
  const factor = pair.node.factors[pair.place + 1];
  if (factor === undefined || !inference.sizes.unifyShapes(left, right)) return '';
  const before = soFar(pair, 1);
  const inner = product([{ kind: 'transpose', of: before }, factor], 'beside');
  const each = product([before, factor], 'componentwise');
  const written = [inner, each].map((way) => inference.quote(way));
  const [top, dot] = written.includes(ELIDED) ? UV : written;
  return ` Write ${top} for the inner product or ${dot} for the product component by component.`;
}

/** Of two vectors u and v. */
const UV = [String.raw`$u^{\top} v$`, String.raw`$u \odot v$`];

function product(factors: readonly Expression[], joint: Joint): Expression {
  return { kind: 'product', factors, joints: [joint] };
}
