/** Characters beyond the keyboard: what each of them says in LaTeX or plain text. */

const GREEK_LETTERS =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';

/** α is U+03B1; the final sigma stands between ρ and σ. */
export const GREEK: ReadonlyMap<string, string> = new Map(
  GREEK_LETTERS.split(' ').flatMap((name, place) => {
    const shift = place > 16 ? place + 1 : place;
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    return [
      [String.fromCodePoint(0x3b1 + shift), `\\${name}`],
      [String.fromCodePoint(0x391 + shift), `\\${capital}`],
    ] as const;
  }),
);

/** Greek names as words and commands: `alpha`, `Omega`, `varphi`. */
export const GREEK_NAMES: ReadonlySet<string> = new Set([
  ...[...GREEK.values()].map((name) => name.slice(1)),
  ...['varepsilon', 'vartheta', 'varphi', 'varrho', 'varsigma', 'varpi', 'varkappa', 'digamma'],
]);

/** One character → letters of the same meaning. */
export const LETTERS: Readonly<Partial<Record<string, string>>> = {
  ε: '\\varepsilon',
  ϵ: '\\epsilon',
  ϕ: '\\phi',
  φ: '\\varphi',
  ϑ: '\\vartheta',
  ϱ: '\\varrho',
  ς: '\\varsigma',
  ϖ: '\\varpi',
  ℓ: '\\ell',
  ℏ: '\\hbar',
  ı: '\\imath',
  ȷ: '\\jmath',
};

/** One character → the sign that the grammar knows. */
export const SIGNS: Readonly<Partial<Record<string, string>>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '﹣': '-',
  '·': '·',
  '⋅': '·',
  '•': '·',
  '∙': '·',
  '×': '×',
  '✕': '×',
  '∗': '*',
  '⁎': '*',
  '⋆': '*',
  '÷': '/',
  '∕': '/',
  '⁄': '/',
  '⊙': '⊙',
  '∘': '∘',
  '±': '±',
  '∓': '±',
  '≤': '<=',
  '≦': '<=',
  '⩽': '<=',
  '≥': '>=',
  '≧': '>=',
  '⩾': '>=',
  '≠': '!=',
  '≔': '=',
  '≡': '≡',
  '≈': '≈',
  '≃': '≈',
  '≅': '≈',
  '∝': '∝',
  '∑': '∑',
  '∏': '∏',
  '∫': '∫',
  '∂': '∂',
  '∇': '∇',
  '√': '√',
  '∛': '∛',
  '∞': '∞',
  '∈': '∈',
  '∉': '∉',
  '∧': '∧',
  '∨': '∨',
  '¬': '¬',
  '‖': '‖',
  '∥': '‖',
  '∣': '|',
  '⟨': '⟨',
  '〈': '⟨',
  '⟩': '⟩',
  '〉': '⟩',
  '⌊': '⌊',
  '⌋': '⌋',
  '⌈': '⌈',
  '⌉': '⌉',
  '⊤': '⊤',
  '⊺': '⊤',
  ᵀ: '^⊤',
  '†': '†',
  '…': '…',
  '⋯': '…',
  '′': "'",
  '’': "'",
  '‘': "'",
  '´': "'",
  '″': "''",
  '‴': "'''",
  '→': '→',
  '⇒': '→',
  '⇔': '→',
  '∀': '∀',
  '𝟙': '𝟙',
  '𝟏': '𝟙',
  '≪': '≪',
  '≫': '≫',
};

/** Raised and lowered characters; a run of them is one exponent or one subscript. */
const RAISED = '⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱiʲjᵏkᵈdᵗtˢsʰhᵐmˣxᵃaᵇbᶜcᵉeᵍgˡlᵒoᵖpʳrᵘuᵛvʷwʸyᶻz';
const LOWERED = '₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓx';

const pairs = (table: string): ReadonlyMap<string, string> => {
  const characters = Array.from(table);
  return new Map(
    characters.flatMap((each, at) => (at % 2 === 0 ? [[each, characters[at + 1] ?? '']] : [])),
  );
};

export const SUPERSCRIPTS = pairs(RAISED);
export const SUBSCRIPTS = pairs(LOWERED);

/** Combining marks above a letter. */
export const MARKS: Readonly<Partial<Record<string, string>>> = {
  '\u0302': 'hat',
  '\u0304': 'bar',
  '\u0305': 'bar',
  '\u0303': 'tilde',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u20d7': 'vec',
};

/** Invisible ones that do no harm: spaces, joiners, the invisible operators of typeset pages. */
export const INVISIBLE =
  /^[\s\u00a0\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u2000-\u200a\u202f\u205f\u3000]$/u;

/** Letters of other scripts that look like Latin ones. */
export const LOOK_ALIKES = pairs('аaеeоoрpсcхxуyіiјjԁdһhѕsкkАAВBЕEКKМMНHОOРPСCТTХXІIЈJ');

/** As in `U+0445`. */
export function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
