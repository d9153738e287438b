/**
 * What was typed into a formula field in one go. It lets formulas be typed as plain text is, where a field alone would
 * stay in an index, a power or a denominator for ever: an operator ends them (`x_i-c_ij`, `a/b+c`), a power of digits is
 * over with the next letter (`x^2y`), an index with a letter that stands alone or a word (`w_ja_j`, `w_jexp`), two bars are one norm, two stars a power. Braces and brackets keep things together
 * as they do in text: `h_{t-1}`, `1/(a+b)`.
 */

import { Letters } from './letters.ts';
import { isWord, latexOfWord, wordAtEnd } from './mathWords.ts';
import { type Bracket, type Loose, type Scope, endsBefore, isLoose } from './typedScope.ts';

/** What has to happen before a key is taken. */
export type Step =
  /** out of what the caret is in */
  | 'leave'
  /** the bar that was opened last becomes a norm */
  | 'make-norm'
  /** a bar was held back that turned out to be one */
  | 'open-bar'
  /** the star that was typed last becomes a power */
  | 'make-power'
  /** so many letters that were typed last go, and so does the caret from what it is in if it has to; then comes LaTeX */
  | { readonly retake: number; readonly leaves: boolean; readonly latex: string };

export interface Reading {
  readonly before: readonly Step[];
  /** the field does not get the key */
  readonly isTaken: boolean;
}

const reading = (before: readonly Step[], isTaken = false): Reading => ({ before, isTaken });

const CLOSERS: Readonly<Record<string, Bracket['closes']>> = { '(': ')', '[': ']' };

/** Words that the field has drawn around the caret by now: their bracket is there already. */
const ENCLOSING: ReadonlySet<string> = new Set(['sqrt', 'abs', 'norm']);

export class TypedRun {
  readonly #letters: () => Letters;
  #scopes: Scope[] = [];
  #text = '';
  /** a word that was taken out of an index just now */
  #made: string | undefined;
  /** a bar that may be the first of the two that end a norm */
  #isBarHeld = false;

  constructor(letters: () => Letters = () => new Letters()) {
    this.#letters = letters;
  }

  /** Something came in at the caret that was not typed. */
  put(): void {
    this.#write('?');
  }

  /** The caret went elsewhere. */
  end(): void {
    this.#scopes = [];
    this.#text = '';
    this.#made = undefined;
    this.#isBarHeld = false;
  }

  get lastWord(): string {
    return /[A-Za-z]*$/.exec(this.#text)?.[0] ?? '';
  }

  /** @param key a single sign, as it is written */
  take(key: string): Reading {
    const taken = this.#read(key);
    this.#text += key;
    return taken;
  }

  #read(key: string): Reading {
    if (key === '$') return reading([], true);
    if (key === '|') return this.#bar();
    const held = this.#releaseBar();
    const { before, isTaken } = this.#plain(key);
    return reading([...held, ...before], isTaken);
  }

  #plain(key: string): Reading {
    if (key === ' ') return this.#space();
    if (key === '{' && this.#group()) return reading([], true);
    if (key === '}' && this.#scopes.some(isGroup)) return this.#endGroup();
    if (key === ')' || key === ']') return this.#close(key);
    if (key === '*' && this.#text.endsWith('*')) return this.#power();
    return this.#open(key);
  }

  /** Behind a word a space ends the word; else it leaves what does not end by itself, but never a bracket. */
  #space(): Reading {
    const isBehindWord = isWord(this.lastWord);
    const top = this.#scopes.at(-1);
    if (isBehindWord || this.#text === '') return reading([], isBehindWord);
    if (!isLoose(top)) return reading([], top !== undefined || /[-+*=<>,\s]$/.test(this.#text));
    if (top.content === '' || isGroup(top)) return reading([], true);
    this.#scopes.pop();
    return reading(['leave'], true);
  }

  #group(): boolean {
    const top = this.#scopes.at(-1);
    if (top?.kind !== 'script' || top.content !== '') return false;
    this.#scopes.splice(-1, 1, { ...top, isGrouped: true });
    return true;
  }

  #endGroup(): Reading {
    const at = this.#scopes.findLastIndex(isGroup);
    const left = this.#scopes.splice(at);
    return reading(leaving(left), true);
  }

  #close(key: ')' | ']'): Reading {
    const at = this.#scopes.findLastIndex(isBracket);
    const bracket = this.#scopes[at];
    if (bracket?.kind !== 'bracket' || bracket.closes !== key) {
      return reading(leaving(this.#leaveWhile(() => true)));
    }
    const before = leaving(this.#scopes.splice(at));
    return bracket.isHidden ? reading([...before, 'leave'], true) : reading(before);
  }

  /** The first star left what it ends, so that the power belongs to all of it. */
  #power(): Reading {
    this.#scopes.push({ kind: 'script', sign: '^', base: '', isGrouped: false, content: '' });
    return reading(['make-power'], true);
  }

  #open(key: string): Reading {
    const made = this.#made;
    this.#made = undefined;
    if (made !== undefined && key === 'h' && isWord(`${made}h`))
      return reading([{ retake: 1, leaves: false, latex: latexOfWord(`${made}h`) }], true);
    return this.#takenOut(key) ?? this.#opened(key);
  }

  #opened(key: string): Reading {
    const left = this.#leaveWhile((scope) => endsBefore(scope, key, this.#letters()));
    if (left.length > 0) this.#text += ' ';
    const isHidden = key === '(' && ENCLOSING.has(this.lastWord);
    const base = this.lastWord;
    this.#write(key);
    if (key === '_' || key === '^')
      this.#scopes.push({ kind: 'script', sign: key, base, isGrouped: false, content: '' });
    if (key === '/') this.#scopes.push({ kind: 'denominator', content: '' });
    const closes = CLOSERS[key];
    if (closes !== undefined) this.#scopes.push({ kind: 'bracket', closes, isHidden });
    return reading(leaving(left), isHidden);
  }

  /** What stands in an index and turns out not to belong there: `a` in `w_ja_`, `dz` in `w_jdz_`, `sign` in `w_jsign`. */
  #takenOut(key: string): Reading | undefined {
    const top = this.#scopes.at(-1);
    if (top?.kind !== 'script' || top.sign !== '_' || top.isGrouped) return undefined;
    const owner = key === '_' ? /(?<=[A-Za-z])d?[A-Za-z]$/.exec(top.content)?.[0] : undefined;
    if (owner !== undefined) return this.#outOfIndex(owner);
    const word = wordAtEnd(top.content + key);
    if (word === undefined || word === top.content + key) return undefined;
    this.#made = word;
    return this.#outOfIndex(word.slice(0, -1), latexOfWord(word));
  }

  /** @param latex what comes instead, if the key is part of it */
  #outOfIndex(letters: string, latex?: string): Reading {
    this.#scopes.pop();
    this.#text = `${this.#text.slice(0, -letters.length)} ${letters}`;
    const step = { retake: letters.length, leaves: true, latex: latex ?? letters };
    if (latex !== undefined) return reading([step], true);
    const { before } = this.#opened('_');
    return reading([step, ...before]);
  }

  #bar(): Reading {
    const inner = this.#scopes.findLast(isBracket)?.closes;
    if (this.#isBarHeld) return this.#closeNorm();
    if (inner === '|' && this.#text.endsWith('|') && isBracket(this.#scopes.at(-1))) {
      this.#scopes.splice(-1, 1, { kind: 'bracket', closes: '‖', isHidden: false });
      return reading(['make-norm'], true);
    }
    if (inner === '|') return reading(leaving(this.#scopes.splice(this.#lastBracket())));
    if (inner === '‖') {
      this.#isBarHeld = true;
      return reading(leaving(this.#leaveWhile(() => true)), true);
    }
    const left = this.#leaveWhile((scope) => endsBefore(scope, '|', this.#letters()));
    this.#write('|');
    this.#scopes.push({ kind: 'bracket', closes: '|', isHidden: false });
    return reading(leaving(left));
  }

  #closeNorm(): Reading {
    this.#isBarHeld = false;
    this.#scopes.splice(this.#lastBracket());
    return reading(['leave'], true);
  }

  #releaseBar(): readonly Step[] {
    if (!this.#isBarHeld) return [];
    this.#isBarHeld = false;
    this.#scopes.push({ kind: 'bracket', closes: '|', isHidden: false });
    return ['open-bar'];
  }

  #lastBracket(): number {
    return this.#scopes.findLastIndex(isBracket);
  }

  #leaveWhile(isOver: (scope: Loose) => boolean): Scope[] {
    const left: Scope[] = [];
    for (let top = this.#scopes.at(-1); isLoose(top) && isOver(top); top = this.#scopes.at(-1)) {
      left.push(top);
      this.#scopes.pop();
    }
    return left;
  }

  #write(key: string): void {
    const top = this.#scopes.at(-1);
    if (isLoose(top)) this.#scopes.splice(-1, 1, { ...top, content: top.content + key });
  }
}

const isBracket = (scope: Scope | undefined): scope is Bracket => scope?.kind === 'bracket';

const isGroup = (scope: Scope): boolean => scope.kind === 'script' && scope.isGrouped;

/** A bracket is left by the sign that closes it. */
const leaving = (left: readonly Scope[]): readonly Step[] =>
  left.filter(isLoose).map((): Step => 'leave');
