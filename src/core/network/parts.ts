/**
 * The parts of a definition that may be drawn as steps of their own: of `\tanh(x_1^T w + h_0)` the product, the sum, and the
 * whole. Where each part stands is told by the places of letters that it covers.
 */

import { type Declarations } from '../math/declarations.ts';
import { type Expression, type ExpressionOf } from '../math/expression.ts';
import { partsOf } from '../math/parts.ts';
import { checkExpression } from '../math/shape/checkExpression.ts';
import { type Checked } from '../math/shape/checked.ts';
import { treeKey } from '../math/treeKey.ts';

/** A letter's place in a definition. */
export interface Leaf {
  /** of the letter */
  readonly key: string;
}

export interface Part {
  readonly value: Checked;
  /** of the letter that stands for it, if it has one */
  readonly key?: string | undefined;
  /** places in the definition's leaves */
  readonly leaves: ReadonlySet<number>;
  /** how deep it is nested; the whole is 0 */
  readonly depth: number;
}

export interface Anatomy {
  readonly leaves: readonly Leaf[];
  readonly parts: readonly Part[];
}

/** So many terms or factors at most are taken together in all ways. */
const MOST_TERMS = 5;

/** @param drawn keys of letters that are nodes themselves: what they stand for is no part */
export function anatomyOf(
  body: Expression,
  declarations: Declarations,
  drawn: ReadonlySet<string>,
): Anatomy {
  const dissection = new Dissection(declarations, drawn);
  dissection.enter(body, 0);
  return dissection;
}

class Dissection implements Anatomy {
  readonly leaves: Leaf[] = [];
  readonly parts: Part[] = [];
  readonly #declarations: Declarations;
  readonly #drawn: ReadonlySet<string>;

  constructor(declarations: Declarations, drawn: ReadonlySet<string>) {
    this.#declarations = declarations;
    this.#drawn = drawn;
  }

  /** @returns the places that the expression covers */
  enter(expression: Expression, depth: number): ReadonlySet<number> {
    if (expression.kind === 'symbol') return this.#enterLetter(expression, depth);
    const covered = partsOf(expression).map((part) => this.enter(part, depth + 1));
    for (const { some, places } of sharesOf(expression)) {
      const leaves = union(places.map((place) => covered[place] ?? new Set()));
      this.#add({ expression: some, leaves, depth: depth + 0.5 });
    }
    const leaves = union(covered);
    if (!isBare(expression)) this.#add({ expression, leaves, depth });
    return leaves;
  }

  #enterLetter(letter: ExpressionOf<'symbol'>, depth: number): ReadonlySet<number> {
    const key = treeKey(letter);
    const body = this.#drawn.has(key) ? undefined : definitionOf(letter, this.#declarations);
    if (body === undefined) {
      this.leaves.push({ key });
      return new Set([this.leaves.length - 1]);
    }
    const leaves = this.enter(body, depth + 1);
    this.#add({ expression: letter, leaves, depth, key });
    return leaves;
  }

  #add({ expression, leaves, depth, key }: Found): void {
    const checked = leaves.size > 0 ? checkExpression(expression, this.#declarations) : undefined;
    if (checked?.ok !== true || checked.value.freeIndices.size > 0) return;
    this.parts.push({ value: checked.value, leaves, depth, key });
  }
}

interface Found {
  readonly expression: Expression;
  readonly leaves: ReadonlySet<number>;
  readonly depth: number;
  readonly key?: string | undefined;
}

/** What a letter without indices stands for. */
export function definitionOf(
  { name, indices }: ExpressionOf<'symbol'>,
  { symbols }: Declarations,
): Expression | undefined {
  const declared = symbols.get(name);
  if (indices.length > 0 || declared?.kind !== 'quantity') return undefined;
  const { definition } = declared;
  return definition?.parameters.length === 0 ? definition.body : undefined;
}

interface Share {
  readonly some: Expression;
  readonly places: readonly number[];
}

/** Some terms of a sum, in any order; neighbours of a product. */
function sharesOf(expression: Expression): Share[] {
  if (expression.kind === 'sum') return sharesOfSum(expression);
  return expression.kind === 'product' ? sharesOfProduct(expression) : [];
}

function sharesOfSum({ kind, terms }: ExpressionOf<'sum'>): Share[] {
  if (terms.length > MOST_TERMS) return [];
  const choices = Array.from({ length: 2 ** terms.length }, (_, bits) =>
    terms.flatMap((__, place) => ((bits >> place) % 2 === 1 ? [place] : [])),
  );
  return choices
    .filter(({ length }) => length > 1 && length < terms.length)
    .map((places) => ({
      some: { kind, terms: terms.filter((_, at) => places.includes(at)) },
      places,
    }));
}

function sharesOfProduct({ kind, factors, joints }: ExpressionOf<'product'>): Share[] {
  const shares: Share[] = [];
  for (let from = 0; from < Math.min(factors.length, MOST_TERMS); from += 1) {
    for (let to = from + 2; to <= factors.length; to += 1) {
      if (to - from === factors.length) continue;
      const places = Array.from({ length: to - from }, (_, at) => from + at);
      const some: Expression = {
        kind,
        factors: factors.slice(from, to),
        joints: joints.slice(from, to - 1),
      };
      shares.push({ some, places });
    }
  }
  return shares;
}

/** A letter with a sign or a transpose is not worth a node. */
function isBare(expression: Expression): boolean {
  const isWrapped = expression.kind === 'negate' || expression.kind === 'transpose';
  return isWrapped && expression.of.kind === 'symbol';
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...set]));
}

export function liesIn(inner: Part, outer: Part): boolean {
  const isWithin = [...inner.leaves].every((leaf) => outer.leaves.has(leaf));
  return (
    isWithin &&
    (inner.leaves.size < outer.leaves.size || (inner !== outer && inner.depth > outer.depth))
  );
}
