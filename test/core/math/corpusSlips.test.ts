/** The slips in the corpus that carry a name: each is recognised as what it is. */

import { describe, expect, it } from 'vitest';
import { type Declarations } from '../../../src/core/math/declarations.ts';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { readExpression } from '../../../src/core/math/read/readStatement.ts';
import { type Checked } from '../../../src/core/math/shape/checked.ts';
import { checkExpression } from '../../../src/core/math/shape/checkExpression.ts';
import { findSlip } from '../../../src/core/math/slip/findSlip.ts';
import { derivations, type NamedDerivation } from '../../support/mathematics/corpus.ts';

const named = derivations().filter(({ wrong }) => wrong.some(({ slip }) => slip !== undefined));

describe.each(named)('$name', (derivation) => {
  const declarations = declarationsOf(derivation);
  const right = checked(derivation.reference, declarations);
  const slips = derivation.wrong.filter(({ slip }) => slip !== undefined);

  it('names the slips', () => {
    const found = slips.map(({ answer }) => ({
      answer,
      slip: findSlip(checked(answer, declarations), right, declarations, { seed: 1 })?.name,
    }));
    expect(found).toEqual(slips);
  });
});

function declarationsOf({ declare, where }: NamedDerivation): Declarations {
  const read = readDeclarations(declare, { where });
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '));
  return read.value;
}

function checked(text: string, declarations: Declarations): Checked {
  const read = readExpression(text, declarations);
  if (!read.ok) throw new Error(`${text}: ${read.error.map(({ message }) => message).join(' ')}`);
  const result = checkExpression(read.value, declarations);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}
