/** The symbols that a formula field offers: those that the author chose, else all letters of the question. */

import { type Declarations, type Declared, type DeclaredFunction } from '../math/declarations.ts';
import { readExpression } from '../math/read/readStatement.ts';
import { latexOf } from '../math/show/latexOf.ts';
import { type Size } from '../math/size.ts';
import { type PaletteSymbol } from './publicTask.ts';

interface Offering {
  readonly declarations: Declarations;
  readonly palette?: readonly string[] | undefined;
}

export function paletteOf({ declarations, palette }: Offering): PaletteSymbol[] {
  if (palette !== undefined) return palette.map((latex) => offeredSymbol(latex, declarations));
  const { symbols, sizes } = declarations;
  return [...[...symbols.values()].map(symbolOf), ...[...sizes].map(sizeOf)];
}

function offeredSymbol(latex: string, declarations: Declarations): PaletteSymbol {
  const read = readExpression(latex, declarations);
  const symbol = read.ok && read.value.kind === 'symbol' ? read.value : undefined;
  const indices = symbol?.indices.map((index) => latexOf(index, declarations)).join(' ') ?? '';
  const spoken = symbol === undefined ? spelled(latex) : `${symbol.name} ${indices}`.trim();
  return { latex, insert: latex, label: spoken };
}

function spelled(latex: string): string {
  return latex
    .replaceAll(/\\placeholder\{\}|[\\{}]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

const SHAPE_WORDS = ['a number', 'a vector', 'a matrix'];

function symbolOf(declared: Declared): PaletteSymbol {
  const { name, latex } = declared;
  if (declared.kind === 'function') {
    const insert = String.raw`${latex}\left(\placeholder{}\right)`;
    return { latex, insert, label: `${name}, a function` };
  }
  return { latex, insert: latex, label: `${name}, ${wordsOf(declared)}` };
}

function wordsOf(declared: Exclude<Declared, DeclaredFunction>): string {
  return declared.kind === 'index'
    ? `an index up to ${nameOf(declared.over)}`
    : (SHAPE_WORDS[declared.shape.length] ?? 'a tensor');
}

const sizeOf = (name: string): PaletteSymbol => ({
  latex: name,
  insert: name,
  label: `${name}, a size`,
});

function nameOf({ names, plus }: Size): string {
  const parts = Object.entries(names).map(([name, times]) =>
    times === 1 ? name : `${times} ${name}`,
  );
  return [...parts, ...(plus === 0 && parts.length > 0 ? [] : [String(plus)])].join(' + ');
}
