/** Two written expressions, compared: reading, shapes and values in one call. */

import { type Complaint } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { readDeclarations } from '../read/readDeclarations.ts';
import { readExpression } from '../read/readStatement.ts';
import { checkDefinitions } from '../shape/checkDefinitions.ts';
import { type Checked } from '../shape/checked.ts';
import { checkExpression, checkStatement } from '../shape/checkExpression.ts';
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
  const left = readSide('left', texts.left, declarations);
  if ('verdict' in left) return left;
  const right = readSide('right', texts.right, declarations);
  if ('verdict' in right) return right;
  const sides = checkSides(left, right, declarations);
  return Array.isArray(sides) ? compare(...sides, declarations, { seed: texts.seed }) : sides;
}

function declarationsOf({ declare = '', where = [], norm }: Texts): Declarations | Invalid {
  const undeclaredScalars = declare.trim() === '';
  const read = readDeclarations(declare, { where, undeclaredScalars, ...(norm && { norm }) });
  if (!read.ok) {
    return { verdict: 'invalid', side: 'declare', complaint: read.error[0] };
  }
  const [misfit] = checkDefinitions(read.value);
  if (misfit === undefined) return read.value;
  return {
    verdict: 'invalid',
    side: 'declare',
    complaint: { ...misfit, source: where.join('\n') },
  };
}

interface ReadSide {
  readonly side: 'left' | 'right';
  readonly source: string;
  readonly expression: Expression;
}

function readSide(
  side: 'left' | 'right',
  source: string,
  declarations: Declarations,
): ReadSide | Invalid {
  const read = readExpression(source, declarations);
  if (read.ok) return { side, source, expression: read.value };
  return { verdict: 'invalid', side, complaint: { ...read.error[0], source } };
}

/** Together, so that one side tells the sizes of what the other leaves open; else each by itself. */
function checkSides(
  left: ReadSide,
  right: ReadSide,
  declarations: Declarations,
): [Checked, Checked] | Invalid {
  const link = { relation: '=', to: right.expression } as const;
  const together = checkStatement({ first: left.expression, links: [link] }, declarations);
  const [linked] = together.ok ? together.value.links : [];
  if (together.ok && linked !== undefined) return [together.value.first, linked.to];
  const first = checkSide(left, declarations);
  if ('verdict' in first) return first;
  const second = checkSide(right, declarations);
  return 'verdict' in second ? second : [first, second];
}

function checkSide(
  { side, source, expression }: ReadSide,
  declarations: Declarations,
): Checked | Invalid {
  const checked = checkExpression(expression, declarations);
  if (checked.ok) return checked.value;
  return { verdict: 'invalid', side, complaint: { ...checked.error, source } };
}
