/** Declared names with their indices, as in `x_i`, `h_{2,i}` and `\frac{\partial y}{\partial x_{i}}`. */

import { type Declarations } from '../declarations.ts';
import { type Expression, type ExpressionOf, type SymbolUse } from '../expression.ts';
import { type Pen, bracketed } from './pen.ts';

export function writeSymbol({ name, indices }: SymbolUse, pen: Pen): string {
  const latex = pen.declarations.symbols.get(name)?.latex ?? name;
  const derivative = DERIVATIVE.exec(latex);
  if (derivative === null) return subscripted(latex, indices, pen);
  const [, above = '', below = ''] = derivative;
  const split = numeratorRank(name, pen.declarations);
  const top = subscripted(above, indices.slice(0, split), pen);
  const bottom = subscripted(below, indices.slice(split), pen);
  return String.raw`\frac{\partial ${top}}{\partial ${bottom}}`;
}

const DERIVATIVE = /^\\frac\{\\partial ?(.*)\}\{\\partial ?(.*)\}$/;

/** Of a derivative's indices those of the numerator come first. */
function numeratorRank(name: string, { symbols }: Declarations): number {
  const above = symbols.get(name.slice(name.indexOf('∂') + 1, name.indexOf('/')));
  return above?.kind === 'quantity' ? above.shape.length : 0;
}

/** Adds indices to the subscript that a name may already have. */
function subscripted(latex: string, indices: readonly Expression[], pen: Pen): string {
  if (indices.length === 0) return latex;
  const { before, subscript, after } = splitSubscript(latex);
  const added = writeIndices(indices, pen);
  const all = subscript === undefined ? added : `${subscript},${added}`;
  return `${before}_{${all}}${after}`;
}

/** A subscript follows a name's letter, before or after its superscript. */
function splitSubscript(latex: string): { before: string; subscript?: string; after: string } {
  const found = /^(.*?)_(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(.))(\^.*)?$/.exec(latex);
  const [, before, group, single, after = ''] = found ?? [];
  const subscript = group ?? single;
  return before === undefined || subscript === undefined
    ? { before: latex, after: '' }
    : { before, subscript, after };
}

/** Letters side by side as in `c_{ij}`, anything else with commas: `x_{1,2}`. */
function writeIndices(indices: readonly Expression[], pen: Pen): string {
  const letters = indices.every(({ kind }) => kind === 'index');
  return indices.map((index) => pen.write(index)).join(letters ? ' ' : ', ');
}

/** Nothing above the line yet: an exponent needs no brackets. */
export function standsAlone({ name }: SymbolUse, { symbols }: Declarations): boolean {
  const latex = symbols.get(name)?.latex ?? name;
  return !/[\^']|\\frac/.test(latex);
}

export function writeIndex({ name }: ExpressionOf<'index'>, { declarations }: Pen): string {
  return latexOfLetter(name, declarations);
}

export function writeSize({ name }: ExpressionOf<'size'>, { declarations }: Pen): string {
  return latexOfLetter(name, declarations);
}

/** Index letters and sizes need not be declared: then the name speaks for itself. */
export function latexOfLetter(name: string, { symbols }: Declarations): string {
  return symbols.get(name)?.latex ?? name;
}

export function writeComponent({ of, indices }: ExpressionOf<'component'>, pen: Pen): string {
  return `${bracketed(pen.write(of))}_{${writeIndices(indices, pen)}}`;
}
