/** Whether two formulas of a network say the same, with its letters standing for nothing, or else for what they stand for. */

import { compare } from '../math/compare/compare.ts';
import { Work } from '../math/compare/work.ts';
import { type Declarations } from '../math/declarations.ts';
import { type Expression } from '../math/expression.ts';
import { symbolsIn } from '../math/form/requiredForm.ts';
import { sameShape } from '../math/shape/sizes.ts';
import { type Checked } from '../math/shape/checked.ts';
import { treeKey } from '../math/treeKey.ts';

export type Sameness = 'same' | 'different' | 'undecided';

/** The same for every answer, so that equal answers get equal verdicts. */
const SEED = 1;
/** In additions of doubles, for all labels of a diagram together. */
const MOST_WORK = 2e7;
/** For all labels together, each a few milliseconds. */
const MOST_COMPARISONS = 100;

/** Of the labels of one diagram. */
export class SameValue {
  readonly #declarations: Declarations;
  /** the same letters, standing for nothing */
  readonly #opaque: Declarations;
  readonly #work = new Work(MOST_WORK);
  readonly #known = new Map<string, Sameness>();

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
    this.#opaque = withoutMeaning(declarations);
  }

  /** Whatever the letters stand for. */
  asWritten(left: Checked, right: Checked): Sameness {
    return this.#decide(left, right, this.#opaque);
  }

  /** With what the letters stand for put in. */
  inTheEnd(left: Checked, right: Checked): Sameness {
    return this.#decide(left, right, this.#declarations);
  }

  #decide(left: Checked, right: Checked, declarations: Declarations): Sameness {
    const [one, other] = [treeKey(left.expression), treeKey(right.expression)];
    if (one === other) return 'same';
    if (!sameShape(left.shape, right.shape) || !sameLetters(left, right, declarations)) {
      return 'different';
    }
    const key = `${declarations === this.#opaque ? '' : 'in the end '}${one} ${other}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_COMPARISONS) return 'undecided';
    const { verdict } = compare(left, right, declarations, { seed: SEED, work: this.#work });
    const sameness = verdict === 'equal' ? 'same' : verdict;
    this.#known.set(key, sameness);
    return sameness;
  }
}

/** What is known of formulas is kept by their declarations, so these have to be the same each time. */
const OPAQUE = new WeakMap<Declarations, Declarations>();

function withoutMeaning(declarations: Declarations): Declarations {
  const known = OPAQUE.get(declarations);
  if (known !== undefined) return known;
  const symbols = [...declarations.symbols].map(
    ([name, declared]) =>
      [
        name,
        declared.kind === 'quantity' ? { ...declared, definition: undefined } : declared,
      ] as const,
  );
  const opaque = { ...declarations, symbols: new Map(symbols) };
  OPAQUE.set(declarations, opaque);
  return opaque;
}

/** Formulas of other letters are not tried: they could be the same only with a letter that does nothing. */
function sameLetters(left: Checked, right: Checked, declarations: Declarations): boolean {
  const [here, there] = [left, right].map(({ expression }) =>
    baseLetters(expression, declarations),
  );
  return here !== undefined && here === there;
}

/** Names of the letters that stand for nothing else, as a key. */
function baseLetters(expression: Expression, declarations: Declarations): string {
  const base = new Set<string>();
  const seen = new Set<string>();
  const open = symbolsIn(expression);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const declared = declarations.symbols.get(name);
    const body = declared?.kind === 'quantity' ? declared.definition?.body : undefined;
    if (body === undefined) base.add(name);
    else open.push(...symbolsIn(body));
  }
  return [...base].sort().join(' ');
}
