import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { type Declarations } from '../../../../src/core/math/declarations.ts';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { readExpression } from '../../../../src/core/math/read/readStatement.ts';
import { latexOf } from '../../../../src/core/math/show/latexOf.ts';
import { derivations } from '../../../support/mathematics/corpus.ts';
import { DECLARATIONS, expressions } from '../../../support/mathematics/randomTrees.ts';

/** Trees that were made have no place in a text, and leave out what is not there. */
function bare(tree: Expression): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : value)),
  );
}

/** Reads, shows and reads again what students write; throws where KaTeX would not typeset it. */
function twice(text: string, declarations: Declarations): readonly [unknown, unknown] {
  const first = readExpression(text, declarations);
  if (!first.ok) return ['unreadable', 'unreadable'];
  const latex = latexOf(first.value, declarations);
  katex.renderToString(latex, { strict: 'error' });
  const again = readExpression(latex, declarations);
  return [bare(first.value), again.ok ? bare(again.value) : [latex, again.error]];
}

describe('mathematics as it is shown', () => {
  it('reads as what it was', () => {
    fc.assert(
      fc.property(expressions(3), (tree) => {
        const latex = latexOf(tree, DECLARATIONS);
        const read = readExpression(latex, DECLARATIONS);
        expect(read.ok ? bare(read.value) : read.error, latex).toEqual(bare(tree));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it.each(derivations())('reads as what it was: answers to $title', (derivation) => {
    const { declare, where, reference, right, wrong } = derivation;
    const declarations = readDeclarations(declare, { where });
    if (!declarations.ok) throw new Error(declarations.error[0].message);
    for (const text of [reference, ...right, ...wrong.map(({ answer }) => answer)]) {
      const [first, again] = twice(text, declarations.value);
      expect(again, text).toEqual(first);
    }
  });
});
