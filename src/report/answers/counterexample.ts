/** Where two sides differ: numbers for the symbols, and what each side is worth there. */

import { type Content, type Html, html } from '../html.ts';
import { formula } from '../prose.ts';
import { field, listOf } from './evidence.ts';

interface SideWords {
  readonly left: string;
  readonly right: string;
}

/** Nothing where the evidence holds none. */
export function counterexampleIn(found: unknown, { left, right }: SideWords): Html | undefined {
  const tables = ['sizes', 'indices', 'values'].map((name) => field(found, name));
  const symbols = tables.flatMap((table) =>
    typeof table === 'object' && table !== null ? Object.entries(table) : [],
  );
  const sides = [field(found, 'left'), field(found, 'right')];
  if (sides.every((side) => side === undefined)) return undefined;
  return html`<p class="quiet">For example, with these values:</p>
    <dl class="values">
      ${symbols.map(([name, value]) => entry(formula(nameLatex(name)), value))}
    </dl>
    <dl class="values">${entry(left, sides[0])}${entry(right, sides[1])}</dl>`;
}

const entry = (name: Content, value: unknown): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value === null || value === undefined ? 'no value' : formula(valueLatex(value))}</dd>
  </div>`;

/** Names are canonical: `h_2`, `W^{(1)}`, `loss`, `∂y/∂x`. */
function nameLatex(name: string): string {
  const [above, below, ...rest] = name.split('/');
  if (above !== undefined && below !== undefined && rest.length === 0)
    return String.raw`\frac{${above}}{${below}}`;
  return /^[A-Za-z]{2,}$/.test(name) ? String.raw`\mathit{${name}}` : name;
}

const DIGITS = 5;

/** Numbers in a form that LaTeX takes: no `1e-7`. */
function numberLatex(value: unknown): string {
  if (typeof value !== 'number') return String.raw`\text{–}`;
  const [digits = '', exponent] = String(Number(value.toPrecision(DIGITS))).split('e');
  return exponent === undefined ? digits : String.raw`${digits}\cdot 10^{${Number(exponent)}}`;
}

function valueLatex(value: unknown): string {
  if (!Array.isArray(value)) return numberLatex(value);
  const rows = listOf(value).map((each) =>
    Array.isArray(each) ? listOf(each).map(numberLatex).join(' & ') : numberLatex(each),
  );
  return value.some(Array.isArray)
    ? String.raw`\begin{pmatrix}${rows.join(String.raw` \\ `)}\end{pmatrix}`
    : String.raw`\left(${rows.join(String.raw`,\; `)}\right)`;
}
