/** What follows the colon of a declaration: a shape, a domain, traits. */

import { type Declared, type Domain, type Trait } from '../../declarations.ts';
import { type Shape, type Size } from '../../size.ts';
import { nearest } from '../nearest.ts';
import { Unreadable } from '../unreadable.ts';
import { sizeOf } from './size.ts';
import { FILLERS, TRAITS, type Word, domainOf } from './words.ts';

/** A declaration without its name. */
export type Meaning =
  | {
      readonly kind: 'quantity';
      readonly shape: Shape;
      readonly domain: Domain;
      readonly traits: readonly Trait[];
    }
  | { readonly kind: 'index'; readonly over: Size }
  | { readonly kind: 'function'; readonly arity: number }
  /** a size that occurs in no shape */
  | { readonly kind: 'size' };

type Rank = 'scalar' | 'vector' | 'row' | 'matrix' | 'tensor' | 'index' | 'function' | 'size';

const RANKS: ReadonlyMap<string, Rank> = new Map<string, Rank>(
  Object.entries({
    scalar: 'scalar',
    number: 'scalar',
    vector: 'vector',
    row: 'row',
    matrix: 'matrix',
    tensor: 'tensor',
    index: 'index',
    function: 'function',
    size: 'size',
  }),
);

const ONE: Size = { names: {}, plus: 1 };

export function meaningOf(words: readonly Word[], name: Word): Meaning {
  const at = words.findIndex(({ text }) => RANKS.get(text.toLowerCase()) !== undefined);
  const rank = RANKS.get(words[at]?.text.toLowerCase() ?? '') ?? 'scalar';
  const before = words.slice(0, Math.max(at, 0));
  const after = words.slice(at + 1);
  const { sizes, rest } = takeSizes(after, rank);
  const others = [...before, ...rest];
  if (rank === 'size') return { kind: 'size' };
  if (rank === 'function') return { kind: 'function', arity: arityOf(after, name) };
  if (words.length === 0)
    throw new Unreadable(
      'unreadable',
      name,
      `Expected what “${name.text}” is, as in “${name.text}: vector d”.`,
    );
  if (rank === 'index') return indexOf(sizes, name);
  return quantityOf({ rank, sizes, others, name });
}

/** `d h`, `d x h`, `d × h`, `d by h` */
function takeSizes(words: readonly Word[], rank: Rank): { sizes: Size[]; rest: Word[] } {
  const most = {
    scalar: 0,
    vector: 1,
    row: 1,
    matrix: 2,
    tensor: 9,
    index: 1,
    function: 0,
    size: 0,
  }[rank];
  const sizes: Size[] = [];
  let taken = 0;
  for (const [at, { text }] of words.entries()) {
    const isCross =
      text === 'x' && sizes.length > 0 && sizeOf(words[at + 1]?.text ?? '') !== undefined;
    const isOther = domainOf(text) !== undefined || TRAITS.get(text.toLowerCase()) !== undefined;
    const size =
      isOther || isCross || FILLERS.has(text.toLowerCase()) || text.toLowerCase() === 'vector'
        ? undefined
        : sizeOf(text);
    if (sizes.length === most || isOther) break;
    taken = at + 1;
    if (size !== undefined) sizes.push(size);
  }
  return { sizes, rest: words.slice(taken) };
}

function arityOf(words: readonly Word[], name: Word): number {
  const numbers = words.filter(({ text }) => /^\d+$/.test(text));
  const arity = Number(numbers[0]?.text ?? '1');
  if (arity >= 1 && arity <= 9) return arity;
  throw new Unreadable(
    'unreadable',
    name,
    'Expected how many arguments the function takes, from 1 to 9.',
  );
}

function indexOf([over]: readonly Size[], name: Word): Meaning {
  if (over !== undefined) return { kind: 'index', over };
  throw new Unreadable(
    'unreadable',
    name,
    `Expected the size that “${name.text}” runs over, as in “${name.text}: index d”.`,
  );
}

interface Parts {
  readonly rank: 'scalar' | 'vector' | 'row' | 'matrix' | 'tensor';
  readonly sizes: readonly Size[];
  readonly others: readonly Word[];
  readonly name: Word;
}

function quantityOf({ rank, sizes, others, name }: Parts): Meaning {
  const expected = { scalar: 0, vector: 1, row: 1, matrix: 2, tensor: sizes.length }[rank];
  if (sizes.length !== expected || (rank === 'tensor' && expected === 0)) {
    const sample = { scalar: '', vector: 'd', row: 'd', matrix: 'd h', tensor: 'a b c' }[rank];
    throw new Unreadable(
      'unreadable',
      name,
      `Expected the size of “${name.text}”, as in “${name.text}: ${rank} ${sample}”.`,
    );
  }
  const shape = rank === 'row' ? [ONE, ...sizes] : sizes;
  const domains: Domain[] = [];
  const traits: Trait[] = [];
  for (const word of others) {
    const domain = domainOf(word.text);
    const trait = TRAITS.get(word.text.toLowerCase());
    if (domain !== undefined) domains.push(domain);
    else if (trait !== undefined) traits.push(trait);
    else if (!FILLERS.has(word.text.toLowerCase())) throw unknownWord(word);
  }
  return { kind: 'quantity', shape, domain: combined(domains), traits };
}

/** Whole numbers that are positive are the natural ones. */
function combined(domains: readonly Domain[]): Domain {
  const isCounting = domains.includes('positive') || domains.includes('nonnegative');
  if (domains.includes('integer') && isCounting) return 'natural';
  return domains.find((each) => each !== 'real') ?? 'real';
}

function unknownWord(word: Word): Unreadable {
  const known = [
    ...RANKS.keys(),
    ...TRAITS.keys(),
    'positive',
    'integer',
    'nonnegative',
    'nonzero',
    'natural',
    'probability',
  ];
  const near = nearest(word.text.toLowerCase(), known);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return new Unreadable('unreadable', word, `“${word.text}” is no shape, domain or trait.${hint}`);
}

export function declaredAs(
  meaning: Exclude<Meaning, { kind: 'size' }>,
  name: string,
  latex: string,
): Declared {
  return { ...meaning, name, latex };
}

export function sizesOf(meaning: Meaning): Size[] {
  if (meaning.kind === 'quantity') return [...meaning.shape];
  return meaning.kind === 'index' ? [meaning.over] : [];
}
