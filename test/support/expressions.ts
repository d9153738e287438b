/** Expression trees in few words, for tests. */

import { type Declarations, type Declared, type Domain } from '../../src/core/math/declarations.ts';
import {
  type Comparator,
  type Condition,
  type Expression,
  type Fold,
  type Joint,
  type Range,
} from '../../src/core/math/expression.ts';
import { type Shape, type Size } from '../../src/core/math/size.ts';

export const num = (digits: number | string): Expression => ({
  kind: 'number',
  digits: String(digits),
});

export const sym = (name: string, ...indices: Expression[]): Expression => ({
  kind: 'symbol',
  name,
  indices,
});

export const idx = (name: string): Expression => ({ kind: 'index', name });

export const sizeOf = (name: string): Expression => ({ kind: 'size', name });

export const neg = (of: Expression): Expression => ({ kind: 'negate', of });

export const add = (...terms: Expression[]): Expression => ({ kind: 'sum', terms });

export const mul = (...factors: Expression[]): Expression => joined('beside', ...factors);

export const joined = (joint: Joint, ...factors: Expression[]): Expression => ({
  kind: 'product',
  factors,
  joints: factors.slice(1).map(() => joint),
});

export const div = (numerator: Expression, denominator: Expression): Expression => ({
  kind: 'quotient',
  numerator,
  denominator,
});

export const pow = (base: Expression, exponent: Expression): Expression => ({
  kind: 'power',
  base,
  exponent,
});

export const transposed = (of: Expression): Expression => ({ kind: 'transpose', of });

export const norm = (of: Expression, order?: Expression | 'frobenius'): Expression => ({
  kind: 'norm',
  of,
  ...(order && { order }),
});

export const call = (name: string, ...args: Expression[]): Expression => ({
  kind: 'call',
  name,
  primes: 0,
  arguments: args,
});

export const primed = (name: string, primes: number, of: Expression): Expression => ({
  kind: 'call',
  name,
  primes,
  arguments: [of],
});

export const fold = (
  operation: Fold['operation'],
  range: string | Range,
  body: Expression,
  where?: Condition,
): Expression => ({
  kind: 'fold',
  operation,
  ranges: [typeof range === 'string' ? { index: range } : range],
  body,
  ...(where && { where }),
});

export const when = (left: Expression, comparator: Comparator, right: Expression): Condition => ({
  kind: 'compare',
  left,
  comparator,
  right,
});

export const size = (name: string): Size => ({ names: { [name]: 1 }, plus: 0 });

export function quantity(
  name: string,
  sizes: readonly string[] = [],
  more: { readonly latex?: string; readonly domain?: Domain } = {},
): Declared {
  const shape: Shape = sizes.map(size);
  return {
    kind: 'quantity',
    name,
    latex: more.latex ?? name,
    shape,
    domain: more.domain ?? 'real',
    traits: [],
  };
}

export function declarationsOf(
  declared: readonly Declared[],
  more: Partial<Declarations> = {},
): Declarations {
  const shapes = declared.flatMap((each) => (each.kind === 'quantity' ? each.shape : []));
  return {
    symbols: new Map(declared.map((each) => [each.name, each])),
    sizes: new Set(shapes.flatMap(({ names }) => Object.keys(names))),
    norm: 2,
    decimalComma: false,
    undeclaredScalars: false,
    ...more,
  };
}
