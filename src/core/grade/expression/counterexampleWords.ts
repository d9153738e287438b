/** A counterexample in words: where the two values differ, and what they are there. */

import { type Counterexample, type Nested } from '../../math/compare/comparison.ts';
import { type Declarations, type Declared } from '../../math/declarations.ts';
import { type Expression } from '../../math/expression.ts';
import { symbolsIn } from '../../math/form/requiredForm.ts';
import { nodesOf, partsOf } from '../../math/parts.ts';
import { type Size } from '../../math/size.ts';

/** Points with more numbers are left to the evidence. */
const MOST_NUMBERS = 12;

/** Nothing was chosen: what is compared depends on no letter, and the right value is the answer itself. */
export function isEverywhere({ sizes, indices, values }: Counterexample): boolean {
  return Object.keys({ ...sizes, ...indices, ...values }).length === 0;
}

/** Markdown with LaTeX. */
export function counterexampleWords(
  counterexample: Counterexample,
  declarations: Declarations,
): string {
  const { left, right } = counterexample;
  if (isEverywhere(counterexample)) {
    return left === null ? 'This has no value.' : 'This value is not right.';
  }
  const place = placeWords(counterexample, declarations);
  return `${place} yours ${isWords(left)}, the right value ${isWords(right)}.`;
}

/** As in “At $x = 1,\\; c = 2$”. */
export function placeWords(
  { sizes, indices, values }: Counterexample,
  { symbols }: Declarations,
): string {
  const equations = Object.entries({ ...sizes, ...indices, ...values }).map(
    ([name, value]) => `${symbols.get(name)?.latex ?? name} = ${nestedLatex(value)}`,
  );
  const numbers = Object.values(values).reduce((sum: number, each) => sum + count(each), 0);
  return numbers <= MOST_NUMBERS && equations.length > 0
    ? `At $${equations.join(String.raw`,\; `)}$`
    : 'At a point that was tried';
}

/**
 * Without what the written symbols are made of: who writes y and t is told y and t. Of the sizes those that are
 * values there, and those that no vector shows by its length.
 */
export function aboutWritten(
  counterexample: Counterexample,
  written: readonly Expression[],
  { symbols }: Declarations,
): Counterexample {
  const names = new Set(written.flatMap(symbolsIn));
  const shown = Object.entries(counterexample.values).filter(([name]) => names.has(name));
  const lengths = new Set(shown.flatMap(([name]) => sizesOf(symbols.get(name))));
  const factors = new Set(written.flatMap(factorSizesIn));
  const used = new Set(written.flatMap(sizesIn));
  const sizes = Object.entries(counterexample.sizes).filter(
    ([name]) => factors.has(name) || (used.has(name) && !lengths.has(name)),
  );
  return {
    ...counterexample,
    sizes: Object.fromEntries(sizes),
    values: Object.fromEntries(shown),
  };
}

function sizesOf(declared: Declared | undefined): string[] {
  const shape = declared?.kind === 'quantity' ? declared.shape : [];
  return shape.filter(isNameAlone).flatMap(({ names }) => Object.keys(names));
}

function isNameAlone({ names, plus }: Size): boolean {
  return plus === 0 && Object.values(names).join() === '1';
}

function sizesIn(expression: Expression): string[] {
  return [...nodesOf(expression)].flatMap((node) => (node.kind === 'size' ? [node.name] : []));
}

/** Not as the limit of a sum, which is as good as none. */
function factorSizesIn(expression: Expression): string[] {
  if (expression.kind === 'size') return [expression.name];
  const parts = expression.kind === 'fold' ? [expression.body] : partsOf(expression);
  return parts.flatMap(factorSizesIn);
}

/** As in “is $0.5$”. */
export function isWords(value: Nested): string {
  return value === null ? 'has no value' : `is $${nestedLatex(value)}$`;
}

function count(value: Nested): number {
  return isRow(value) ? value.reduce((sum: number, each) => sum + count(each), 0) : 1;
}

function nestedLatex(value: Nested): string {
  if (value === null) return String.raw`\text{undefined}`;
  if (typeof value === 'number') return numberLatex(value);
  const rows = value.map((row) =>
    isRow(row) ? row.map((entry) => nestedLatex(entry)).join(' & ') : nestedLatex(row),
  );
  return String.raw`\begin{pmatrix}${rows.join(String.raw` \\ `)}\end{pmatrix}`;
}

function isRow(value: Nested): value is readonly Nested[] {
  return typeof value === 'object' && value !== null;
}

/** `1.2e-7` as a power of ten. */
function numberLatex(value: number): string {
  const [digits, exponent] = String(value).split('e');
  return exponent === undefined
    ? String(value)
    : String.raw`${digits ?? ''} \cdot 10^{${exponent.replace('+', '')}}`;
}
