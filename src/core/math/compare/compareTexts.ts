/** Two written expressions, compared: reading, shapes and values in one call. */

import { type Complaint } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { readDeclarations } from '../read/readDeclarations.ts';
import { readExpression } from '../read/readStatement.ts';
import { checkDefinitions } from '../shape/checkDefinitions.ts';
import { type Checked } from '../shape/checked.ts';
import { checkExpression } from '../shape/checkExpression.ts';
import { compare } from './compare.ts';
import { type Comparison } from './comparison.ts';

export interface Texts {
  /** as in `x: vector d; w: vector h`; without any, every letter is a number */
  readonly declare?: string | undefined;
  /** as in `a_j = \exp(-x_j)` */
  readonly where?: readonly string[] | undefined;
  readonly left: string;
  readonly right: string;
  readonly norm?: 1 | 2 | undefined;
  readonly seed: number;
}

export type TextComparison =
  | Comparison
  | {
      readonly verdict: 'invalid';
      readonly side: 'left' | 'right' | 'declare';
      /** `source` is the text that the complaint's place is in */
      readonly complaint: Complaint & { readonly source: string };
    };

type Invalid = Extract<TextComparison, { verdict: 'invalid' }>;

export function compareTexts(texts: Texts): TextComparison {
  const declarations = declarationsOf(texts);
  if ('verdict' in declarations) return declarations;
  const left = checked('left', texts.left, declarations);
  if ('verdict' in left) return left;
  const right = checked('right', texts.right, declarations);
  if ('verdict' in right) return right;
  return compare(left, right, declarations, { seed: texts.seed });
}

function declarationsOf({ declare = '', where = [], norm }: Texts): Declarations | Invalid {
  const undeclaredScalars = declare.trim() === '';
  const read = readDeclarations(declare, { where, undeclaredScalars, ...(norm && { norm }) });
  if (!read.ok) {
    const [complaint] = read.error;
    if (complaint === undefined) throw new Error('declarations refused without a complaint');
    return { verdict: 'invalid', side: 'declare', complaint };
  }
  const [misfit] = checkDefinitions(read.value);
  if (misfit === undefined) return read.value;
  return {
    verdict: 'invalid',
    side: 'declare',
    complaint: { ...misfit, source: where.join('\n') },
  };
}

function checked(
  side: 'left' | 'right',
  source: string,
  declarations: Declarations,
): Checked | Invalid {
  const read = readExpression(source, declarations);
  const result = read.ok ? checkExpression(read.value, declarations) : read;
  if (result.ok) return result.value;
  const [complaint] = [result.error].flat();
  if (complaint === undefined) throw new Error('refused without a complaint');
  return { verdict: 'invalid', side, complaint: { ...complaint, source } };
}
