import { describe, expect, it } from 'vitest';
import { type Expression } from '../../../src/core/math/expression.ts';
import { indicesIn, swapIndices } from '../../../src/core/math/indices.ts';
import { mapParts, nodesOf, partsOf, rewrite } from '../../../src/core/math/parts.ts';
import { add, call, fold, idx, mul, neg, num, sym } from '../../support/expressions.ts';

const [a, b, c] = [sym('a'), sym('b'), sym('c')];
const when = { kind: 'compare', left: a, comparator: '<', right: b } as const;

/** Every kind that has parts, with the parts a, b and c in reading order. */
const WITH_PARTS: readonly (readonly [Expression, readonly Expression[]])[] = [
  [{ kind: 'symbol', name: 'x', indices: [a, b] }, [a, b]],
  [{ kind: 'component', of: a, indices: [b] }, [a, b]],
  [{ kind: 'negate', of: a }, [a]],
  [{ kind: 'sum', terms: [a, b] }, [a, b]],
  [{ kind: 'product', factors: [a, b], joints: ['dot'] }, [a, b]],
  [{ kind: 'quotient', numerator: a, denominator: b }, [a, b]],
  [{ kind: 'power', base: a, exponent: b }, [a, b]],
  [{ kind: 'transpose', of: a }, [a]],
  [{ kind: 'norm', of: a, order: b }, [a, b]],
  [{ kind: 'norm', of: a, order: 'frobenius' }, [a]],
  [{ kind: 'inner', left: a, right: b }, [a, b]],
  [{ kind: 'call', name: 'max', primes: 0, arguments: [a, b] }, [a, b]],
  [
    { kind: 'fold', operation: 'sum', ranges: [{ index: 'j', from: a, to: b }], body: c },
    [a, b, c],
  ],
  [{ kind: 'fold', operation: 'max', ranges: [{ index: 'j' }], where: when, body: c }, [a, b, c]],
  [{ kind: 'indicator', condition: { kind: 'all', of: [when] } }, [a, b]],
  [{ kind: 'cases', branches: [{ value: c, when }], otherwise: a }, [c, a, b, a]],
  [
    {
      kind: 'matrix',
      rows: [
        [a, b],
        [c, a],
      ],
    },
    [a, b, c, a],
  ],
];

describe('the parts of a node', () => {
  it.each(WITH_PARTS)('come in reading order: %o', (expression, parts) => {
    expect(partsOf(expression)).toEqual(parts);
  });

  it.each(WITH_PARTS)('can be replaced, and nothing else changes: %o', (expression) => {
    expect(mapParts(expression, (part) => part)).toEqual(expression);
    const replaced = mapParts(expression, () => num(7));
    expect(replaced.kind).toBe(expression.kind);
    expect(partsOf(replaced)).toEqual(partsOf(expression).map(() => num(7)));
  });

  it('are walked with everything below them', () => {
    expect([...nodesOf(neg(add(a, neg(b))))].map(({ kind }) => kind)).toEqual([
      'negate',
      'sum',
      'symbol',
      'negate',
      'symbol',
    ]);
  });

  it('are rewritten before the node that they are parts of', () => {
    const doubled = rewrite(add(a, neg(a)), (node) => (node.kind === 'symbol' ? add(b, b) : node));
    expect(doubled).toEqual(add(add(b, b), neg(add(b, b))));
  });
});

describe('index letters', () => {
  const inner = fold('sum', 'i', sym('x', idx('i'), idx('k')));

  it('are found, bound or free', () => {
    expect([...indicesIn(mul(inner, sym('y', idx('m'))))].sort()).toEqual(['i', 'k', 'm']);
  });

  it('change places without being caught', () => {
    expect(swapIndices(inner, 'i', 'k')).toEqual(fold('sum', 'k', sym('x', idx('k'), idx('i'))));
    expect(swapIndices(swapIndices(inner, 'i', 'k'), 'k', 'i')).toEqual(inner);
  });

  it('stay where they are not meant', () => {
    expect(swapIndices(call('exp', sym('i')), 'i', 'k')).toEqual(call('exp', sym('i')));
  });
});
