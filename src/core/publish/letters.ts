/**
 * The letters of a question as an exam's copy holds them: names and shapes, by which answers are read. What letters
 * stand for, and from what they are drawn, may be the answer: it stays behind.
 */

import * as z from 'zod/mini';
import { type Declarations, type Declared } from '../math/declarations.ts';

const name = z.string().check(z.maxLength(2000));
const size = z.strictObject({ names: z.record(name, z.int()), plus: z.int() });

const symbol = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quantity'),
    name,
    latex: name,
    shape: z.array(size).check(z.maxLength(10)),
  }),
  z.strictObject({ kind: z.literal('index'), name, latex: name, over: size }),
  z.strictObject({ kind: z.literal('function'), name, latex: name, arity: z.int() }),
]);

export const lettersSchema = z.strictObject({
  symbols: z.array(symbol).check(z.maxLength(1000)),
  sizes: z.array(name).check(z.maxLength(1000)),
  norm: z.literal([1, 2]),
  decimalComma: z.boolean(),
});

type Letters = z.infer<typeof lettersSchema>;
type Letter = Letters['symbols'][number];

export function lettersOf({ symbols, sizes, norm, decimalComma }: Declarations): Letters {
  return { symbols: [...symbols.values()].map(letterOf), sizes: [...sizes], norm, decimalComma };
}

/** Built up from what is shown, so that a new property stays behind. */
function letterOf(declared: Declared): Letter {
  const { name: letter, latex } = declared;
  if (declared.kind === 'index') {
    return { kind: 'index', name: letter, latex, over: declared.over };
  }
  return declared.kind === 'function'
    ? { kind: 'function', name: letter, latex, arity: declared.arity }
    : { kind: 'quantity', name: letter, latex, shape: [...declared.shape] };
}

export function declarationsOf({ symbols, sizes, norm, decimalComma }: Letters): Declarations {
  return {
    symbols: new Map(symbols.map((letter) => [letter.name, declaredOf(letter)])),
    sizes: new Set(sizes),
    norm,
    decimalComma,
    undeclaredScalars: false,
  };
}

function declaredOf(letter: Letter): Declared {
  return letter.kind === 'quantity' ? { ...letter, domain: 'real', traits: [] } : letter;
}
