/** The names that a question knows, found by any spelling of them. */

import { type Declarations, type Declared } from '../declarations.ts';
import { PREFIX_WORDS } from './words.ts';
import { partsOfDerivative, plainName } from './names.ts';

export class Vocabulary {
  readonly declarations: Declarations;
  /** names of several letters that a run of letters may start with */
  readonly words: ReadonlySet<string>;
  readonly #byPlainName = new Map<string, Declared[]>();
  /** names that occur in declared derivatives */
  readonly #derivativeParts = new Set<string>();

  constructor(declarations: Declarations) {
    this.declarations = declarations;
    const words = new Set<string>(PREFIX_WORDS);
    for (const declared of declarations.symbols.values()) this.#add(declared, words);
    for (const size of declarations.sizes) addWords(size, words);
    this.words = words;
  }

  /** Declared exactly so, or the only one that differs from it by its font. */
  find(name: string): Declared | undefined {
    const exact = this.declarations.symbols.get(name);
    if (exact !== undefined) return exact;
    const alike = this.#byPlainName.get(plainName(name)) ?? [];
    return alike.length === 1 ? alike[0] : undefined;
  }

  size(name: string): string | undefined {
    const { sizes } = this.declarations;
    const plain = plainName(name);
    return sizes.has(name) ? name : sizes.has(plain) ? plain : undefined;
  }

  isDerivativePart(name: string): boolean {
    return this.#derivativeParts.has(plainName(name)) || this.find(name) !== undefined;
  }

  /** Does any declared name start with this letter or word? */
  startsName(base: string): boolean {
    const plain = plainName(base);
    const { symbols, sizes } = this.declarations;
    const starts = (name: string): boolean => letterOf(plainName(name)) === plain;
    return [...symbols.keys()].some(starts) || [...sizes].some(starts);
  }

  #add(declared: Declared, words: Set<string>): void {
    const plain = plainName(declared.name);
    this.#byPlainName.set(plain, [...(this.#byPlainName.get(plain) ?? []), declared]);
    const parts = partsOfDerivative(plain) ?? [];
    for (const part of parts) this.#derivativeParts.add(part);
    for (const name of parts.length > 0 ? parts : [plain]) addWords(name, words);
  }
}

/** `h` of `h_{2}`, `\hat{y}` of `\hat{y}_i`, `loss` of `loss`. */
function letterOf(name: string): string {
  return /^(?:\\[a-z]+\{[^{}]*\}|\\[A-Za-z]+|[^_^']+)/.exec(name)?.[0] ?? name;
}

/** `\mu` may be typed as `mu`, and `loss` stays together. */
function addWords(name: string, words: Set<string>): void {
  const word = letterOf(name).replace(/^\\(?=[A-Za-z]+$)/, '');
  if (/^[A-Za-z]{2,}$/.test(word)) words.add(word);
}
