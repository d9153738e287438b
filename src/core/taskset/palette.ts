/** The symbols that a formula field offers: the letters of the question, in the order of their declaration. */

import { type Declarations, type Declared, type DeclaredFunction } from '../math/declarations.ts';
import { type Size } from '../math/size.ts';
import { type PaletteSymbol } from './publicTask.ts';

export function paletteOf({ symbols, sizes }: Declarations): PaletteSymbol[] {
  return [...[...symbols.values()].map(symbolOf), ...[...sizes].map(sizeOf)];
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
