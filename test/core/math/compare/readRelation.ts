/** A relation between two expressions from text, for tests. */

import { type CheckedRelation } from '../../../../src/core/math/compare/checkedRelation.ts';
import { type Declarations } from '../../../../src/core/math/declarations.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { readStatement } from '../../../../src/core/math/read/readStatement.ts';
import { checkStatement } from '../../../../src/core/math/shape/checkExpression.ts';

export function readRelation(
  declare: string,
  statement: string,
  where: readonly string[],
): { relation: CheckedRelation; declarations: Declarations } {
  const declarations = readDeclarations(declare, { where });
  if (!declarations.ok) throw new Error(declarations.error.map(({ message }) => message).join());
  const read = readStatement(statement, declarations.value);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join());
  const checked = checkStatement(read.value, declarations.value);
  if (!checked.ok) throw new Error(checked.error.message);
  const [link] = checked.value.links;
  if (link === undefined) throw new Error(`no relation in ${statement}`);
  const { relation, to } = link;
  return {
    relation: { left: checked.value.first, relation, right: to },
    declarations: declarations.value,
  };
}
