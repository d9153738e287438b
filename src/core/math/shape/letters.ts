/** Index letters in scope and over what each runs, as its uses below symbols ask for. */

import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { type Size } from '../size.ts';
import { Misfit } from './misfit.ts';
import { type OpenSizes } from './openSizes.ts';
import { atMost, sizeText } from './sizes.ts';

/** `ranged`: limits were written, so uses ask for nothing. `given`: uses must fit. `asked`: the first use decides. */
export interface Letter {
  readonly name: string;
  readonly runs: 'ranged' | 'given' | 'asked';
  size?: Size | undefined;
}

export class Letters {
  readonly #bound: Letter[] = [];
  readonly #free = new Map<string, Letter>();
  /** where a free letter was first seen, for the complaint; only those since `startSide` */
  readonly #seen = new Map<string, Expression>();
  readonly #declarations: Declarations;
  readonly #sizes: OpenSizes;

  constructor(declarations: Declarations, sizes: OpenSizes) {
    this.#declarations = declarations;
    this.#sizes = sizes;
  }

  bind(letter: Letter): void {
    this.#bound.push(letter);
  }

  release(count: number): void {
    this.#bound.splice(this.#bound.length - count, count);
  }

  /** The letter meant by a name here; one that nothing binds is free. */
  see(name: string, at: Expression): Letter {
    const bound = this.#bound.findLast((letter) => letter.name === name);
    if (bound !== undefined) return bound;
    if (!this.#seen.has(name)) this.#seen.set(name, at);
    const known = this.#free.get(name) ?? this.#firstUse(name);
    this.#free.set(name, known);
    return known;
  }

  #firstUse(name: string): Letter {
    const declared = this.#declarations.symbols.get(name);
    if (declared?.kind !== 'index') return { name, runs: 'asked' };
    return { name, runs: 'given', size: declared.over };
  }

  /** The letter stands where a component out of `size` is meant. */
  ask(letter: Letter, size: Size, at: Expression): void {
    if (letter.runs === 'ranged') return;
    if (letter.size === undefined) letter.size = size;
    else if (!this.#covers(letter, letter.size, size)) throw this.#conflict(letter, size, at);
  }

  /** A letter that is declared to run over n may choose out of n + k - 1. */
  #covers({ runs }: Letter, known: Size, asked: Size): boolean {
    if (this.#sizes.unify(known, asked)) return true;
    return runs === 'given' && atMost(this.#sizes.resolve(known), this.#sizes.resolve(asked));
  }

  #conflict({ name, runs, size }: Letter, asked: Size, at: Expression): Misfit {
    const before = size === undefined ? '' : sizeText(this.#sizes.resolve(size));
    const here = sizeText(this.#sizes.resolve(asked));
    return new Misfit(
      runs === 'given'
        ? `The index $${name}$ runs over ${before}, but here it would have to run over ${here}.`
        : `The index $${name}$ would have to run over ${before} in one place and over ${here} in another.`,
      at,
    );
  }

  /** Begins one side of a relation: free letters keep their sizes, but only those seen from now on count as its own. */
  startSide(): void {
    this.#seen.clear();
  }

  /** The free letters of the side, with what they run over; a letter without is a complaint. */
  freeOfSide(): () => ReadonlyMap<string, Size> {
    const seen = [...this.#seen];
    return () => new Map(seen.map(([name, at]) => [name, this.#sizeOf(name, at)]));
  }

  #sizeOf(name: string, at: Expression): Size {
    const size = this.#free.get(name)?.size;
    if (size === undefined) throw unknownRange(name, at);
    return this.#sizes.resolve(size);
  }
}

export function unknownRange(name: string, at: Pick<Expression, 'span'>): Misfit {
  return new Misfit(
    `Over what does $${name}$ run? Nothing here has $${name}$ as its index; write the limits.`,
    at,
  );
}
