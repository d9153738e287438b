/**
 * The one way in which a name is written down: `h_2`, `W^{(1)}`, `\hat{y}`, `x_{max}`, `∂y/∂x`. Many spellings lead to
 * it, and one leads back to LaTeX.
 */

export interface NameParts {
  /** a letter with accent and font, or a word */
  readonly base: string;
  readonly subscript?: string | undefined;
  readonly superscript?: string | undefined;
  readonly primes?: number | undefined;
}

export function canonicalName({ base, subscript, superscript, primes = 0 }: NameParts): string {
  const below = subscript === undefined ? '' : `_${braced(subscript)}`;
  const above = superscript === undefined ? '' : `^${braced(superscript)}`;
  return `${base}${below}${above}${"'".repeat(primes)}`;
}

function braced(script: string): string {
  return script.length === 1 || /^\\[a-zA-Z]+$/.test(script) ? script : `{${script}}`;
}

export function derivativeName(numerator: string, denominator: string): string {
  return `∂${numerator}/∂${denominator}`;
}

/** The two names that a derivative's name is made of. */
export function partsOfDerivative(name: string): readonly [string, string] | undefined {
  const found = /^∂(.+)\/∂(.+)$/.exec(name);
  return found?.[1] === undefined || found[2] === undefined ? undefined : [found[1], found[2]];
}

/** What fonts and variants of Greek letters do not change. */
export function plainName(name: string): string {
  let plain = name;
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(FONT, '$1');
  }
  return plain.replace(/\\var(epsilon|theta|phi|rho|sigma|pi|kappa)/g, '\\$1');
}

const FONT =
  /\\(?:mathbf|mathcal|mathbb|mathfrak|mathscr|mathsf|mathit|boldsymbol|bm|pmb|bold|mathbfit|mathds|mathbbm|vec|mathrm)\{([^{}]*)\}/g;

/** For names that were declared in plain text: words upright, derivatives as fractions. */
export function latexOfName(name: string): string {
  const parts = partsOfDerivative(name);
  if (parts !== undefined) {
    const [above, below] = parts.map(latexOfName);
    return String.raw`\frac{\partial ${above ?? ''}}{\partial ${below ?? ''}}`;
  }
  const found = /^([A-Za-z]{2,})(.*)$/s.exec(name);
  const [, word, scripts = ''] = found ?? [];
  const set = word === undefined ? name : String.raw`\mathrm{${word}}${scripts}`;
  return set.replace(/_\{([A-Za-z]{3,})\}/g, String.raw`_{\mathrm{$1}}`);
}
