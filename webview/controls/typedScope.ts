/** What stands open in a formula that is being typed, and which key ends it. */

import { type Letters } from './letters.ts';
import { beginsWord } from './mathWords.ts';

export interface Script {
  readonly kind: 'script';
  readonly sign: '_' | '^';
  /** the word that it belongs to, as `sum` */
  readonly base: string;
  /** begun with a brace, which alone ends it */
  readonly isGrouped: boolean;
  readonly content: string;
}

export interface Denominator {
  readonly kind: 'denominator';
  readonly content: string;
}

export interface Bracket {
  readonly kind: 'bracket';
  readonly closes: ')' | ']' | '|' | '‖';
  /** the field has something else in its place, as the root of `sqrt(2)` */
  readonly isHidden: boolean;
}

/** An index, a power, what stands below a fraction: left by moving on, and not by a sign of its own. */
export type Loose = Script | Denominator;
export type Scope = Loose | Bracket;

export const isLoose = (scope: Scope | undefined): scope is Loose =>
  scope !== undefined && scope.kind !== 'bracket';

const OPERATOR = /[-+*/=<>,;≤≥≠·]/;
const RELATION = /[=<>≠≤≥!]/;
const BIG = /^(sum|prod|max|min)$/;

/** Whether this key comes after the scope, as it would in plain text. */
export function endsBefore(scope: Loose, key: string, letters: Letters): boolean {
  if (scope.content === '') return false;
  return scope.kind === 'denominator' ? OPERATOR.test(key) : endsScript(scope, key, letters);
}

function endsScript(script: Script, key: string, letters: Letters): boolean {
  const { sign, base, isGrouped, content } = script;
  if (isGrouped || key === sign) return false;
  if (content === '(') return true;
  if (/[A-Za-z]/.test(key))
    return sign === '^' ? /^(\d+|T)$/.test(content) : endsIndex(content, key, letters);
  if (/[0-9,.']/.test(key)) return false;
  return !(RELATION.test(key) && sign === '_' && BIG.test(base));
}

/** `h_1x` and `w_ja` are products, `c_ij` and `x_max` are not, and `w_jex` may become `w_jexp`. */
const endsIndex = (content: string, letter: string, letters: Letters): boolean =>
  /\d$/.test(content) ||
  (letters.isAlone(letter) && !letters.isIndex(content + letter) && !isInWord(content, letter));

const isInWord = (content: string, letter: string): boolean =>
  Array.from(content, (_, from) => content.slice(from)).some((end) => beginsWord(end + letter));
