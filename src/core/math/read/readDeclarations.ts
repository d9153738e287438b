/** What the letters of a question mean, from the author's text: `x: vector d; w: vector h; i: index d`. */

import { type Result, failure, success } from '../../result.ts';
import { type Complaint, type Complaints } from '../complaint.ts';
import { type Declarations, type Declared } from '../declarations.ts';
import { nodesOf } from '../parts.ts';
import { type DeclaredName, declaredName } from './declare/declaredName.ts';
import { readDefinition } from './declare/definition.ts';
import { type Meaning, declaredAs, meaningOf, sizesOf } from './declare/meaning.ts';
import { partsIn, splitNames } from './declare/parts.ts';
import { type Word, wordsIn } from './declare/words.ts';
import { Unreadable, attempt } from './unreadable.ts';

/** With the piece of text that the span is in. */
export interface DeclarationComplaint extends Complaint {
  readonly source: string;
}

export interface DeclarationOptions {
  /** definitions: `a_j = \exp(-z_j)`, `f(u) = u^2` */
  readonly where?: readonly string[] | undefined;
  readonly norm?: 1 | 2 | undefined;
  readonly decimalComma?: boolean | undefined;
  readonly undeclaredScalars?: boolean | undefined;
  /** added to, and overridden */
  readonly base?: Declarations | undefined;
}

export function readDeclarations(
  text: string,
  options: DeclarationOptions = {},
): Result<Declarations, Complaints<DeclarationComplaint>> {
  const { base, where = [] } = options;
  const symbols = new Map(base?.symbols);
  const sizes = new Set(base?.sizes);
  const complaints = readParts(text, symbols, sizes);
  const declarations: Declarations = {
    symbols,
    sizes,
    norm: options.norm ?? base?.norm ?? 2,
    decimalComma: options.decimalComma ?? base?.decimalComma ?? false,
    undeclaredScalars: options.undeclaredScalars ?? base?.undeclaredScalars ?? false,
  };
  for (const line of where) complaints.push(...define(line, declarations, symbols));
  if (complaints.length === 0) complaints.push(...circles(where, declarations));
  const [first, ...others] = complaints;
  return first === undefined ? success(declarations) : failure([first, ...others]);
}

function readParts(
  text: string,
  symbols: Map<string, Declared>,
  sizes: Set<string>,
): DeclarationComplaint[] {
  const declared = new Set<string>();
  return partsIn(text).flatMap((part) => {
    const read = attempt(text, () => {
      readPart(part, { symbols, sizes, declared });
    });
    return read.ok ? [] : read.error.map((complaint) => ({ ...complaint, source: text }));
  });
}

interface Known {
  readonly symbols: Map<string, Declared>;
  readonly sizes: Set<string>;
  /** by this text, not by what it is added to */
  readonly declared: Set<string>;
}

/** `x, y: vector d` */
function readPart(part: Word, known: Known): void {
  const { names, meaning } = splitNames(part);
  for (const word of names) {
    const named = moved(word, () => declaredName(word));
    if (known.declared.has(named.name)) {
      throw new Unreadable('unreadable', word, `“${word.text}” is declared twice.`);
    }
    known.declared.add(named.name);
    const meant = meaningOf(wordsIn(meaning.text, meaning.start), word);
    declare(named, meant, known);
  }
}

/** Complaints about a piece, with their place in the whole. */
function moved<T>({ start }: Word, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { kind, message, span } = error.complaint;
    throw new Unreadable(kind, { start: start + span.start, end: start + span.end }, message);
  }
}

/** The name of a size that is also declared as a number stays the size. */
function declare({ name, latex }: DeclaredName, meaning: Meaning, { symbols, sizes }: Known): void {
  for (const { names } of sizesOf(meaning)) {
    for (const size of Object.keys(names)) {
      sizes.add(size);
      if (isNumber(symbols.get(size))) symbols.delete(size);
    }
  }
  if (meaning.kind === 'size') sizes.add(name);
  else {
    const declared = declaredAs(meaning, name, latex);
    if (!sizes.has(name) || !isNumber(declared)) symbols.set(name, declared);
  }
}

function isNumber(declared: Declared | undefined): boolean {
  return declared?.kind === 'quantity' && declared.shape.length === 0;
}

function define(
  line: string,
  declarations: Declarations,
  symbols: Map<string, Declared>,
): DeclarationComplaint[] {
  const read = attempt(line, () => readDefinition(line, declarations));
  if (!read.ok) return read.error.map((complaint) => ({ ...complaint, source: line }));
  symbols.set(read.value.name, read.value);
  return [];
}

/** A definition that needs itself has no value. */
function circles(where: readonly string[], declarations: Declarations): DeclarationComplaint[] {
  for (const line of where) {
    const read = attempt(line, () => readDefinition(line, declarations));
    const circle = read.ok ? circleFrom(read.value.name, declarations) : undefined;
    if (circle === undefined) continue;
    const message = `These definitions go in a circle: ${circle.join(' → ')}.`;
    const span = { start: 0, end: Math.max(line.length, 1) };
    return [{ kind: 'unreadable', message, span, source: line }];
  }
  return [];
}

/** The names on the way back to the first one. */
function circleFrom(name: string, declarations: Declarations): string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string, way: readonly string[]): string[] | undefined => {
    for (const next of usedBy(at, declarations)) {
      if (next === name) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...way, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(name, [name]);
}

function usedBy(name: string, { symbols }: Declarations): string[] {
  const declared = symbols.get(name);
  const definition = declared?.kind === 'index' ? undefined : declared?.definition;
  if (definition === undefined) return [];
  const own = new Set(declared?.kind === 'function' ? definition.parameters : []);
  const used = [...nodesOf(definition.body)].flatMap((node) =>
    (node.kind === 'symbol' || node.kind === 'call') && !own.has(node.name) ? [node.name] : [],
  );
  return [...new Set(used)];
}
