import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../../src/core/math/shape/checkExpression.ts';
import { type Checked } from '../../../../src/core/math/shape/checked.ts';
import { findSlip } from '../../../../src/core/math/slip/findSlip.ts';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { neg } from '../../../support/expressions.ts';
import { DECLARATIONS, expressions } from '../../../support/mathematics/randomTrees.ts';

const trees = expressions(3);

function checked(expression: Expression): Checked | undefined {
  const outcome = checkExpression(expression, DECLARATIONS);
  return outcome.ok ? outcome.value : undefined;
}

describe('the search for a slip', () => {
  it('comes to an end for any two expressions', () => {
    fc.assert(
      fc.property(trees, trees, (one, other) => {
        const [answer, right] = [checked(one), checked(other)];
        if (answer === undefined || right === undefined) return;
        expect(() => findSlip(answer, right, DECLARATIONS, { seed: 1 })).not.toThrow();
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('finds a lost sign wherever it has a value', () => {
    let found = 0;
    fc.assert(
      fc.property(trees, (tree) => {
        const [answer, right] = [checked(neg(tree)), checked(tree)];
        if (answer === undefined || right === undefined) return;
        if (findSlip(answer, right, DECLARATIONS, { seed: 1 })?.name === 'lost-sign') found++;
      }),
      { numRuns: 40, seed: 4 },
    );
    expect(found).toBeGreaterThan(25);
  });
});
