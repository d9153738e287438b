/** Where two sides differ: numbers for the symbols, and what each side is worth there. */

import { nameLatex, valueLatex } from '../../typeset/valueLatex.ts';
import { type Content, type Html, html } from '../html.ts';
import { formula } from '../prose.ts';
import { field } from './evidence.ts';

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
  return html`${symbols.length === 0 ? undefined : placeIn(symbols)}
    <dl class="values">${entry(left, sides[0])}${entry(right, sides[1])}</dl>`;
}

const placeIn = (symbols: readonly (readonly [string, unknown])[]): Html =>
  html`<p class="quiet">For example, with these values:</p>
    <dl class="values">
      ${symbols.map(([name, value]) => entry(formula(nameLatex(name)), value))}
    </dl>`;

const entry = (name: Content, value: unknown): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value === null || value === undefined ? 'no value' : formula(valueLatex(value))}</dd>
  </div>`;
