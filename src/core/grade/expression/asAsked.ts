/** Turns an answer to the question's own letters and layout where the difference is a matter of convention. */

import { type Declarations } from '../../math/declarations.ts';
import { type Expression } from '../../math/expression.ts';
import { swapIndices } from '../../math/indices.ts';
import { checkExpression } from '../../math/shape/checkExpression.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { sameShape, sameSize } from '../../math/shape/sizes.ts';

export interface Reading {
  readonly answer: Checked;
  /** what was taken as a convention */
  readonly remarks: readonly string[];
}

export interface Convention {
  readonly right: Checked;
  readonly declarations: Declarations;
  /** of a derivative rows and columns may change places */
  readonly derivative: boolean;
}

export function asAsked(answer: Checked, convention: Convention): Reading {
  const named = withIndexOf(answer, convention) ??
    assembled(answer, convention) ?? { answer, remarks: [] };
  const turned = convention.derivative ? turnedAround(named.answer, convention) : undefined;
  return turned === undefined
    ? named
    : { answer: turned.answer, remarks: [...named.remarks, ...turned.remarks] };
}

function turnedAround(
  { expression, shape }: Checked,
  { right, declarations }: Convention,
): Reading | undefined {
  if (sameShape(shape, right.shape)) return undefined;
  const checked = checkExpression({ kind: 'transpose', of: expression }, declarations);
  if (!checked.ok || !sameShape(checked.value.shape, right.shape)) return undefined;
  const remark =
    'Rows and columns are the other way round here; for a derivative this convention is as good.';
  return { answer: checked.value, remarks: [remark] };
}

/** `−Σ_j w_j a_j sign(x_k − c_kj)` where the question says i. */
function withIndexOf(answer: Checked, { right, declarations }: Convention): Reading | undefined {
  const [[from, size] = [], ...others] = strangers(answer, right);
  const [[to, wanted] = [], ...missing] = strangers(right, answer);
  if (from === undefined || to === undefined || others.length + missing.length > 0) {
    return undefined;
  }
  if (size === undefined || wanted === undefined || !sameSize(size, wanted)) return undefined;
  const checked = checkExpression(swapIndices(answer.expression, from, to), declarations);
  if (!checked.ok) return undefined;
  return { answer: checked.value, remarks: [`Your index $${from}$ was read as $${to}$.`] };
}

/** `2(y − t) x_k`, one component, where the vector is asked: the vector of all of them. */
function assembled(answer: Checked, { right, declarations }: Convention): Reading | undefined {
  const [[letter, size] = [], ...others] = strangers(answer, right);
  const [length, ...more] = right.shape;
  const isComponent = answer.shape.length === 0 && others.length === 0;
  const isVector = more.length === 0 && strangers(right, answer).length === 0;
  if (letter === undefined || size === undefined || length === undefined) return undefined;
  if (!isComponent || !isVector || !sameSize(size, length)) return undefined;
  const checked = checkExpression(vectorOf(answer.expression, letter), declarations);
  if (!checked.ok || !sameShape(checked.value.shape, right.shape)) return undefined;
  return { answer: checked.value, remarks: [`Read as component $${letter}$ of the vector.`] };
}

/** The sum of the components times the unit vectors, which are the rows of the identity. */
function vectorOf(component: Expression, letter: string): Expression {
  const ones = { kind: 'constant', name: 'ones' } as const;
  const identity = { kind: 'call', name: 'diag', primes: 0, arguments: [ones] } as const;
  const index = { kind: 'index', name: letter } as const;
  const unit = { kind: 'component', of: identity, indices: [index] } as const;
  const body = { kind: 'product', factors: [component, unit], joints: ['beside'] } as const;
  return { kind: 'fold', operation: 'sum', ranges: [{ index: letter }], body };
}

function strangers({ freeIndices }: Checked, other: Checked) {
  return [...freeIndices].filter(([letter]) => !other.freeIndices.has(letter));
}
