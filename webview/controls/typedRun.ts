/**
 * What was typed into a formula field in one go. It tells where a sign belongs that could belong to two places, so that
 * formulas can be typed as plain text is: an operator ends an index (`x_i-c_{ij}`), a power of digits is over with the
 * next letter (`x^2y`), two bars are one norm. Braces keep things together as in LaTeX: `h_{t-1}`.
 */

import { isWord } from './mathWords.ts';

/** What has to happen before a key is taken. */
export type Step =
  /** out of the index, power or norm that the caret is in */
  | 'leave'
  /** the bar that was opened last becomes a norm */
  | 'make-norm'
  /** a bar was held back that turned out to be one */
  | 'open-bar';

export interface Reading {
  readonly before: readonly Step[];
  /** the field does not get the key */
  readonly isTaken: boolean;
}

const PASSED: Reading = { before: [], isTaken: false };

/** Marks in the run: what is left behind, an open norm, a bar that may be the first of two. */
const PAST = ' ';
const NORM = '‖';
const HELD = '¦';

const SCRIPT = /([_^])([A-Za-z0-9,]+)$/;
const LIMITS = /(sum|prod|max|min)_[A-Za-z]+$/;
const LOWER_LIMIT = /(sum|prod)_[A-Za-z]+=[A-Za-z0-9]+$/;

export class TypedRun {
  #text = '';

  /** The caret went elsewhere. */
  end(): void {
    this.#text = '';
  }

  get lastWord(): string {
    return /[A-Za-z]*$/.exec(this.#text)?.[0] ?? '';
  }

  /** @param key a single sign, as it is written */
  take(key: string): Reading {
    if (key === ' ') return this.#space();
    if (key === '|') return this.#bar();
    const held = this.#releaseBar();
    const brace = this.#brace(key);
    if (brace !== undefined) return brace;
    const leaves = endsScript(this.#text, key);
    this.#text += leaves ? PAST + key : key;
    return { before: leaves ? [...held, 'leave'] : held, isTaken: false };
  }

  /** Behind a word a space ends the word; elsewhere it leaves an index, a power, a fraction, as MathLive has it. */
  #space(): Reading {
    const isBehindWord = isWord(this.lastWord);
    this.#text += PAST;
    return { before: [], isTaken: isBehindWord };
  }

  /** A brace behind `_` or `^` holds together what follows, and its match leaves it. */
  #brace(key: string): Reading | undefined {
    if (key === '{' && /[_^]$/.test(this.#text)) {
      this.#text += key;
      return { before: [], isTaken: true };
    }
    if (key !== '}' || !/[_^]\{[^{}]*$/.test(this.#text)) return undefined;
    this.#text += PAST;
    return { before: ['leave'], isTaken: true };
  }

  #bar(): Reading {
    const leaves: readonly Step[] = endsScript(this.#text, '|') ? ['leave'] : [];
    if (this.#text.endsWith(HELD)) return this.#closeNorm();
    if (this.#text.endsWith('|') && !isInside(this.#text.slice(0, -1), '|')) {
      this.#text = this.#text.slice(0, -1) + NORM;
      return { before: ['make-norm'], isTaken: true };
    }
    const mayCloseNorm = isInside(this.#text, NORM) && !isInside(this.#sinceNorm(), '|');
    this.#text += (leaves.length > 0 ? PAST : '') + (mayCloseNorm ? HELD : '|');
    return { before: leaves, isTaken: mayCloseNorm };
  }

  #closeNorm(): Reading {
    this.#text = this.#text.slice(0, -1) + NORM;
    return { before: ['leave'], isTaken: true };
  }

  #releaseBar(): readonly Step[] {
    if (!this.#text.endsWith(HELD)) return PASSED.before;
    this.#text = `${this.#text.slice(0, -1)}|`;
    return ['open-bar'];
  }

  #sinceNorm(): string {
    return this.#text.slice(this.#text.lastIndexOf(NORM) + 1);
  }
}

/** Whether a pair that has the same sign for both ends is open. */
const isInside = (text: string, sign: string): boolean => (text.split(sign).length - 1) % 2 === 1;

/** Whether this key ends the index or power that was being typed. */
export function endsScript(run: string, key: string): boolean {
  if (key === '^' && LOWER_LIMIT.test(run)) return true;
  const [, script, content = ''] = SCRIPT.exec(run) ?? [];
  if (script === undefined || key === script || key === '{' || key === '}') return false;
  if (/[A-Za-z]/.test(key)) return script === '^' && /^\d+$/.test(content);
  if (/[0-9,.']/.test(key)) return false;
  return !(/[=<>≠≤≥!]/.test(key) && LIMITS.test(run));
}
