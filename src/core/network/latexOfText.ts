/** Typesets what is no mathematics of the question: names that look like letters as letters, all else as text. */

const LETTER = String.raw`(?:[A-Za-z]|\\(?:[a-z]?alpha|beta|gamma|delta|epsilon|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega)|\\(?:mathcal|mathbf|mathrm|tilde|hat|bar|vec)\{[A-Za-z]\})`;
const SCRIPT = String.raw`(?:[A-Za-z0-9]|\{[A-Za-z0-9,+-]{1,9}\})`;
const NAME = new RegExp(`^${LETTER}(?:_${SCRIPT})?(?:\\^${SCRIPT})?$`);

const ESCAPED: Readonly<Partial<Record<string, string>>> = {
  '\\': String.raw`\textbackslash `,
  '~': String.raw`\textasciitilde `,
  '^': String.raw`\textasciicircum `,
};

const LONGEST = 80;

export function latexOfText(text: string): string {
  const tight = text.replace(/\s/g, '').replace(/_([A-Za-z0-9]+)$/, '_{$1}');
  if (NAME.test(tight)) return tight;
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const safe = shown
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\\~^]/g, (sign) => ESCAPED[sign] ?? sign)
    .replace(/[{}$&#_%]/g, (sign) => `\\${sign}`);
  return String.raw`\text{${safe}}`;
}
