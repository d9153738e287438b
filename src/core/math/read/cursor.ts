/** Where the reader stands in the tokens, what it knows there, and the bounds that it keeps. */

import { type Complaint } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { type Condition, type Expression, type Span } from '../expression.ts';
import { type Arranged } from './arrange.ts';
import { shown } from './brackets.ts';
import { HINTS } from './hints.ts';
import { type Token } from './token.ts';
import { Unreadable } from './unreadable.ts';
import { type Vocabulary } from './vocabulary.ts';

/** The rules that call each other in a circle. */
export interface Grammar {
  /** terms with plus and minus between */
  readonly sum: (cursor: Cursor) => Expression;
  /** factors up to the next plus or minus */
  readonly term: (cursor: Cursor) => Expression;
  /** one factor with its scripts, perhaps after a sign */
  readonly signedFactor: (cursor: Cursor) => Expression;
  readonly factor: (cursor: Cursor) => Expression;
  /** a value that may depend on conditions, or be one: what stands in brackets */
  readonly value: (cursor: Cursor) => Expression;
  readonly condition: (cursor: Cursor) => Condition;
}

/** One level of the formula. */
export const DEEPEST = 100;
const MOST_NODES = 5_000;

export class Cursor {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly grammar: Grammar;
  /** letters that a sum around here binds, or that stand for a parameter */
  readonly bound: string[] = [];
  /** inside a subscript unknown letters are index letters */
  indexing = false;
  /** between commas `2,5` is two values, elsewhere a number */
  listing = false;
  position = 0;
  #tokens: readonly Token[];
  #partners: ReadonlyMap<number, number>;
  #limit: number;
  #depth = 0;
  #nodes = 0;

  constructor(text: string, arranged: Arranged, vocabulary: Vocabulary, grammar: Grammar) {
    this.text = text;
    this.#tokens = arranged.tokens;
    this.#partners = arranged.partners;
    this.#limit = arranged.tokens.length;
    this.vocabulary = vocabulary;
    this.grammar = grammar;
  }

  get declarations(): Declarations {
    return this.vocabulary.declarations;
  }

  get limit(): number {
    return this.#limit;
  }

  at(place: number): Token {
    return (place < this.#limit ? this.#tokens[place] : undefined) ?? this.#end(place);
  }

  peek(ahead = 0): Token {
    return this.at(this.position + ahead);
  }

  previous(): Token | undefined {
    return this.#tokens[this.position - 1];
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  /** Is the next token this sign or command? */
  sees(...texts: readonly string[]): boolean {
    const { kind, text } = this.peek();
    return (kind === 'sign' || kind === 'command') && texts.includes(text);
  }

  take(text: string): boolean {
    const found = this.sees(text);
    if (found) this.position += 1;
    return found;
  }

  expect(text: string, where: string): Token {
    if (this.sees(text)) return this.next();
    throw this.complaint(
      'unreadable',
      this.peek(),
      `Expected “${text}” ${where}, found ${shown(this.peek())}.`,
    );
  }

  atEnd(): boolean {
    return this.position >= this.#limit;
  }

  /** The place of the other bracket. */
  partner(place: number): number {
    return this.#partners.get(place) ?? this.#limit - 1;
  }

  /** Reads the tokens from `from` up to, not including, `to`, all of them; the position stays. */
  within<T>(from: number, to: number, read: () => T): T {
    const [position, limit] = [this.position, this.#limit];
    this.position = from;
    this.#limit = to;
    const result = read();
    if (!this.atEnd()) throw this.unexpected();
    this.position = position;
    this.#limit = limit;
    return result;
  }

  deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST) {
      throw this.complaint(
        'limit',
        this.peek(),
        `The formula may be nested ${DEEPEST} deep: this is deeper.`,
      );
    }
    const result = read();
    this.#depth -= 1;
    return result;
  }

  withBound<T>(letters: readonly string[], read: () => T): T {
    this.bound.push(...letters);
    const result = read();
    this.bound.splice(this.bound.length - letters.length);
    return result;
  }

  asIndices<T>(indexing: boolean, read: () => T): T {
    const before = this.indexing;
    this.indexing = indexing;
    const result = read();
    this.indexing = before;
    return result;
  }

  asList<T>(listing: boolean, read: () => T): T {
    const before = this.listing;
    this.listing = listing;
    const result = read();
    this.listing = before;
    return result;
  }

  /** Counts the node and gives it its place: from `start` to the token read last. */
  node<E extends Expression>(node: E, start: number): E {
    this.#nodes += 1;
    const span = { start, end: Math.max(this.previous()?.end ?? start + 1, start + 1) };
    if (this.#nodes > MOST_NODES) {
      throw this.complaint(
        'limit',
        span,
        `The formula may have ${MOST_NODES} parts: this one has more.`,
      );
    }
    return { ...node, span };
  }

  /** The text of the bracket that ends the tokens here; empty at the end of all. */
  closer(): string {
    return this.#tokens[this.#limit]?.text ?? '';
  }

  /** As it was written. */
  source({ start, end }: Span): string {
    const written = this.text.slice(start, end).trim();
    return written.length > 40 ? `${written.slice(0, 39)}…` : written;
  }

  complaint(kind: Complaint['kind'], span: Span, message: string): Unreadable {
    return new Unreadable(kind, span, message);
  }

  unexpected(token = this.peek()): Unreadable {
    const hint = token.kind === 'sign' ? HINTS[token.text] : undefined;
    return this.complaint('unreadable', token, hint ?? `${shown(token)} cannot stand here.`);
  }

  /** The closing bracket, where the tokens in it end; else what ends the text. */
  #end(place: number): Token {
    const closing = this.#tokens[place];
    const last = this.#tokens.at(-1);
    const start = closing?.start ?? Math.max((last?.end ?? 1) - 1, 0);
    const end = closing?.end ?? last?.end ?? 1;
    return { kind: 'end', text: '', start, end, spaced: true };
  }
}
