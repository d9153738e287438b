/** The two letters of the plane among the declared ones: two numbers, or the two components of a vector. */

import { type Result, failure, success } from '../result.ts';
import { type Complaint } from '../math/complaint.ts';
import { type Declarations } from '../math/declarations.ts';
import { type SymbolUse } from '../math/expression.ts';
import { readExpression } from '../math/read/readStatement.ts';
import { fixedNumber } from '../math/shape/sizes.ts';

type Axis = 0 | 1;

/** A quantity that the plane gives a value, and which axis each of its components is. */
interface PlaneQuantity {
  readonly dims: readonly number[];
  readonly axes: readonly Axis[];
}

/** name → what it is on the plane */
export type Axes = ReadonlyMap<string, PlaneQuantity>;

interface Use {
  readonly name: string;
  /** which component, from 0; undefined: it is a number */
  readonly component: number | undefined;
}

export function axesOf(
  letters: readonly [string, string],
  declarations: Declarations,
): Result<Axes, Complaint> {
  const right = useOf(letters[0], declarations);
  if (!right.ok) return right;
  const up = useOf(letters[1], declarations);
  if (!up.ok) return up;
  return together(right.value, up.value) ?? complaint(letters[1], unpaired(letters));
}

function together(right: Use, up: Use): Result<Axes, Complaint> | undefined {
  if (right.component === undefined && up.component === undefined) {
    if (right.name === up.name) return undefined;
    return success(new Map([scalar(right.name, 0), scalar(up.name, 1)]));
  }
  if (right.name !== up.name || right.component === up.component) return undefined;
  if (right.component === undefined || up.component === undefined) return undefined;
  return success(
    new Map([[right.name, { dims: [2], axes: right.component === 0 ? [0, 1] : [1, 0] }]]),
  );
}

function scalar(name: string, axis: Axis): [string, PlaneQuantity] {
  return [name, { dims: [], axes: [axis] }];
}

function unpaired([right, up]: readonly [string, string]): string {
  return `The axes have to be two different numbers, or the two components of one vector: found $${right}$ and $${up}$.`;
}

function useOf(letter: string, declarations: Declarations): Result<Use, Complaint> {
  const read = readExpression(letter, declarations);
  if (!read.ok) return failure(read.error[0]);
  const use = read.value.kind === 'symbol' ? declaredUse(read.value, declarations) : undefined;
  if (use !== undefined) return success(use);
  return complaint(
    letter,
    `An axis has to be a declared number without a definition, or a component of a declared vector of size 2: found $${letter}$.`,
  );
}

function declaredUse({ name, indices }: SymbolUse, declarations: Declarations): Use | undefined {
  const declared = declarations.symbols.get(name);
  if (declared === undefined) {
    return declarations.undeclaredScalars ? { name, component: undefined } : undefined;
  }
  if (declared.kind !== 'quantity' || declared.definition !== undefined) return undefined;
  const [index, ...others] = indices;
  const [size, ...more] = declared.shape.map(fixedNumber);
  if (declared.shape.length === 0)
    return index === undefined ? { name, component: undefined } : undefined;
  if (size !== 2 || more.length > 0 || others.length > 0 || index?.kind !== 'number')
    return undefined;
  return { name, component: Number(index.digits) - 1 };
}

function complaint(text: string, message: string): Result<never, Complaint> {
  return failure({ kind: 'unknown-name', message, span: { start: 0, end: text.length } });
}
