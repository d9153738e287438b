/** Where two sides differ: numbers for the symbols, and what each side is worth there. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Counterexample, type Nested } from '../../src/protocol/messages.ts';
import { nameLatex, valueLatex } from '../../src/typeset/valueLatex.ts';
import { formula } from '../typeset/prose.ts';

/** What the two sides are called. */
export interface SideWords {
  readonly left: string;
  readonly right: string;
}

export function counterexampleView(
  found: Counterexample | undefined,
  { left, right }: SideWords,
): TemplateResult | typeof nothing {
  if (found === undefined) return nothing;
  const symbols = Object.entries({ ...found.sizes, ...found.indices, ...found.values });
  return html`<div class="counterexample">
    ${symbols.length === 0 ? nothing : placeView(symbols)}
    <dl class="sides">${entry(left, found.left)} ${entry(right, found.right)}</dl>
  </div>`;
}

const placeView = (symbols: readonly (readonly [string, Nested])[]): TemplateResult =>
  html`<p>For example, with these values:</p>
    <dl>${symbols.map(([name, value]) => entry(formula(nameLatex(name)), value))}</dl>`;

const entry = (name: unknown, value: Nested): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value === null ? 'no value' : formula(valueLatex(value))}</dd>
  </div>`;

/** Of what a verdict's evidence holds; undefined if it is none. */
export function counterexampleOf(evidence: unknown): Counterexample | undefined {
  return isCounterexample(evidence) ? evidence : undefined;
}

function isCounterexample(value: unknown): value is Counterexample {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const tables = ['sizes', 'indices', 'values'].map((name) => fields.get(name));
  return tables.every(isTable) && isNested(fields.get('left')) && isNested(fields.get('right'));
}

const isTable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isNested);

const isNested = (value: unknown): value is Nested =>
  value === null || typeof value === 'number' || (Array.isArray(value) && value.every(isNested));

const PLACE =
  /\s*(At (\$[^$]*\$|a point that was tried) (yours|the left side)|The left side) (is|has) [^]*$/;

/** What the values do not say already: remarks tell the place too, for who does not see these. */
export const remarksBeside = (
  remarks: readonly string[],
  found: Counterexample | undefined,
): readonly string[] =>
  found === undefined
    ? remarks
    : remarks.map((remark) => remark.replace(PLACE, '')).filter((remark) => remark !== '');
