/** LaTeX of what a counterexample holds: names of symbols, and numbers, vectors and matrices. */

/** Names are canonical: `h_2`, `W^{(1)}`, `loss`, `∂y/∂x`. */
export function nameLatex(name: string): string {
  const [above, below, ...rest] = name.split('/');
  if (above !== undefined && below !== undefined && rest.length === 0)
    return String.raw`\frac{${above}}{${below}}`;
  return /^[A-Za-z]{2,}$/.test(name) ? String.raw`\mathit{${name}}` : name;
}

const DIGITS = 5;
/** Symbols have a few sizes at most; what others wrote may be nested without end. */
const DEEPEST = 4;

/** Of a number, or of rows of them; a dash for anything else. */
export function valueLatex(value: unknown, depth = 0): string {
  if (!Array.isArray(value) || depth > DEEPEST) return numberLatex(value);
  const inner = (part: unknown): string => valueLatex(part, depth + 1);
  const rows = value.map((each: unknown) =>
    Array.isArray(each) ? each.map(inner).join(' & ') : inner(each),
  );
  return value.some(Array.isArray)
    ? String.raw`\begin{pmatrix}${rows.join(String.raw` \\ `)}\end{pmatrix}`
    : String.raw`\left(${rows.join(String.raw`,\; `)}\right)`;
}

/** In a form that LaTeX takes: no `1e-7`. */
function numberLatex(value: unknown): string {
  if (typeof value !== 'number') return String.raw`\text{–}`;
  const [digits = '', exponent] = String(Number(value.toPrecision(DIGITS))).split('e');
  return exponent === undefined ? digits : String.raw`${digits}\cdot 10^{${Number(exponent)}}`;
}
