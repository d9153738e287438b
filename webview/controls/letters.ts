/** What is known of the letters of a question where formulas are typed: which stand alone, and which make an index. */

const SCRIPT = /[_^]\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|.)/g;
const COMMAND = /\\[A-Za-z]+(\{[A-Za-z]+\}|\s+[A-Za-z](?![A-Za-z]))?/g;
/** Letters that count wherever they are declared. */
const COUNTING = /[i-n]/;

export class Letters {
  readonly #alone: ReadonlySet<string>;
  readonly #indices: readonly string[];

  /** @param symbols LaTeX of what formulas may be made of */
  constructor(symbols: readonly string[] = []) {
    this.#alone = new Set(symbols.flatMap(lettersAlone));
    this.#indices = symbols.flatMap(indicesIn);
  }

  /** `a` where there is an `a_j`; never `i`, which is an index more often than not. */
  isAlone(letter: string): boolean {
    return this.#alone.has(letter);
  }

  /** Whether some index of several letters starts so, as `ma` where there is an `x_{max}`. */
  isIndex(start: string): boolean {
    return this.#indices.some((index) => index.startsWith(start));
  }
}

/** Names in another alphabet, as `\mathcal{E}`, are not the letter itself. */
const lettersAlone = (latex: string): readonly string[] =>
  (
    latex
      .replace(SCRIPT, ' ')
      .replace(/\\(partial|[dt]?frac)(?![A-Za-z])/g, ' ')
      .replace(COMMAND, ' ')
      .match(/[A-Za-z]/g) ?? []
  ).filter((letter) => !COUNTING.test(letter));

const indicesIn = (latex: string): readonly string[] =>
  [...latex.matchAll(SCRIPT)]
    .map(([, index = '']) => index.replace(/\\[A-Za-z]+|[{}\s]/g, ''))
    .filter((index) => index.length > 1);
