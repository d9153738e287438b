/** Walks over the characters of a text and makes tokens of them: LaTeX, plain text and Unicode in one alphabet. */

import { type Span } from '../expression.ts';
import {
  GREEK,
  INVISIBLE,
  LETTERS,
  LOOK_ALIKES,
  MARKS,
  SIGNS,
  SUBSCRIPTS,
  SUPERSCRIPTS,
  codeOf,
} from './characters.ts';
import { type Token } from './token.ts';
import { Unreadable } from './unreadable.ts';
import { cutWord, cutWordBelow } from './cutWord.ts';

const DEEPEST_COMMANDS = 40;

export interface TokenisingOptions {
  /** names of several letters that a run of letters may contain */
  readonly words: ReadonlySet<string>;
  readonly decimalComma: boolean;
}

/** Where the tokeniser stands; commands move it on through `read`. */
export class Tokeniser {
  readonly text: string;
  readonly options: TokenisingOptions;
  readonly tokens: Token[] = [];
  position = 0;
  /** fonts of the groups around, innermost last */
  readonly fonts: (string | undefined)[] = [];
  /** are the groups around below a name? */
  readonly #below: boolean[] = [];
  #spaced = false;
  #depth = 0;
  readonly #readCommand: (tokeniser: Tokeniser) => void;

  constructor(
    text: string,
    options: TokenisingOptions,
    readCommand: (tokeniser: Tokeniser) => void,
  ) {
    this.#readCommand = readCommand;
    this.text = text;
    this.options = options;
  }

  rest(): string {
    return this.text.slice(this.position);
  }

  blank(): void {
    this.#spaced = true;
  }

  push(token: Omit<Token, 'spaced' | 'end'> & { readonly end?: number }): void {
    this.tokens.push({ ...token, end: token.end ?? this.position, spaced: this.#spaced });
    this.#spaced = false;
  }

  sign(text: string, start: number): void {
    this.push({ kind: 'sign', text, start });
  }

  font(): string | undefined {
    return this.fonts.at(-1);
  }

  skipBlanks(): void {
    while (this.position < this.text.length && INVISIBLE.test(this.text.charAt(this.position))) {
      this.position += 1;
      this.blank();
    }
  }

  /** Commands around commands around commands. */
  nested(start: number, read: () => void): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST_COMMANDS) {
      const span = { start, end: this.position };
      throw new Unreadable(
        'limit',
        span,
        `Commands may stand ${DEEPEST_COMMANDS} deep in each other.`,
      );
    }
    read();
    this.#depth -= 1;
  }

  /** Reads one token, or what stands for several. */
  step(): void {
    const start = this.position;
    const rest = this.rest();
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (character === '\\') {
      this.#readCommand(this);
      return;
    }
    const number = numberAt(rest, this.options.decimalComma);
    if (number !== undefined) this.#number(number, start);
    else if (/^[A-Za-z]/.test(character)) this.#letters(start);
    else if (!this.#plainSign(rest, start)) this.#character(character, start);
  }

  #number(written: string, start: number): void {
    this.position += written.length;
    const digits = written.replace(/\{,\}|,/, '.');
    const text = digits.startsWith('.') ? `0${digits}` : digits;
    this.#numberToken(text, start);
  }

  #numberToken(text: string, start: number): void {
    const isOnes = text === '1' && ONES_FONTS.has(this.font() ?? '');
    this.push({ kind: isOnes ? 'sign' : 'number', text: isOnes ? '𝟙' : text, start });
  }

  #letters(start: number): void {
    const run = /^[A-Za-z]{1,40}/.exec(this.rest())?.[0] ?? '';
    const font = this.font();
    const word = font === undefined ? this.#word(run) : undefined;
    this.position += word?.length ?? 1;
    if (word === undefined) this.push({ kind: 'letter', text: run.charAt(0), font, start });
    else this.push({ kind: 'word', text: word, start, loose: true });
    this.#combine();
  }

  #word(run: string): string | undefined {
    const { words } = this.options;
    if (this.#below.at(-1) !== true) return cutWord(run, words);
    const isApplied = /^\s*(?:\(|\\left)/.test(this.rest().slice(run.length));
    return cutWordBelow(run, isApplied, words);
  }

  #plainSign(rest: string, start: number): boolean {
    const found = PLAIN_SIGN.exec(rest)?.[0];
    if (found === undefined) return false;
    this.position += found.length;
    if (found !== '$' && found !== '$$') this.sign(SPELT[found] ?? found, start);
    if (found === '{') this.#open();
    if (found === '}') this.#close();
    return true;
  }

  #open(): void {
    this.fonts.push(this.font());
    const [base, mark] = this.tokens.slice(-3);
    const isName = mark?.text === '_' && (base?.kind === 'letter' || base?.kind === 'word');
    this.#below.push(isName || this.#below.at(-1) === true);
  }

  #close(): void {
    this.fonts.pop();
    this.#below.pop();
  }

  /** Anything beyond ASCII. */
  #character(character: string, start: number): void {
    if (SUPERSCRIPTS.has(character) || SUBSCRIPTS.has(character)) {
      this.#scripts(character, start);
      return;
    }
    this.position += character.length;
    const sign = SIGNS[character];
    const letter = LETTERS[character] ?? GREEK.get(character);
    if (sign !== undefined) this.#signs(sign, start);
    else if (letter === undefined) this.#compatible(character, start);
    else this.push({ kind: 'letter', text: letter, font: this.font(), start });
    this.#combine();
  }

  #signs(sign: string, start: number): void {
    const parts = /^(?:'+|\^.)$/.test(sign) ? Array.from(sign) : [sign];
    for (const part of parts) this.sign(part, start);
  }

  /** `x₁₂` says `x_{12}`. */
  #scripts(character: string, start: number): void {
    const table = SUPERSCRIPTS.has(character) ? SUPERSCRIPTS : SUBSCRIPTS;
    this.sign(table === SUPERSCRIPTS ? '^' : '_', start);
    this.sign('{', start);
    for (let next = character; table.has(next); next = this.text.charAt(this.position)) {
      const at = this.position;
      const plain = table.get(next) ?? '';
      this.position += next.length;
      const digits = /\d/.test(plain);
      const before = this.tokens.at(-1);
      if (digits && before?.kind === 'number' && before.end === at) {
        this.tokens[this.tokens.length - 1] = { ...before, text: before.text + plain, end: at + 1 };
      } else {
        this.push({
          kind: digits ? 'number' : /[a-z]/.test(plain) ? 'letter' : 'sign',
          text: plain,
          start: at,
        });
      }
    }
    this.sign('}', this.position - 1);
  }

  /** Styled letters and digits by their compatibility form: 𝐰, ｘ, ２, ½, ŷ. */
  #compatible(character: string, start: number): void {
    const plain = character.normalize('NFKD');
    const [first = '', mark = ''] = plain;
    const greek = GREEK.get(first);
    const fraction = /^(\d)⁄(\d+)$/.exec(plain);
    if (fraction !== null) this.#fraction(fraction, start);
    else if (plain === character) throw unknownCharacter(character, start);
    else if (/^\d$/.test(plain)) this.#wideDigits(plain, start);
    else if (greek !== undefined && plain.length === 1)
      this.push({ kind: 'letter', text: greek, start });
    else if (/^[A-Za-z]$/.test(first) && (mark === '' || MARKS[mark] !== undefined)) {
      this.push({ kind: 'letter', text: accented(first, MARKS[mark]), font: this.font(), start });
    } else if (plain.length === 1 && PLAIN_SIGN.test(plain)) this.sign(plain, start);
    else throw unknownCharacter(character, start);
  }

  #wideDigits(plain: string, start: number): void {
    const before = this.tokens.at(-1);
    if (before?.kind === 'number' && before.end === start) {
      this.tokens[this.tokens.length - 1] = {
        ...before,
        text: before.text + plain,
        end: this.position,
      };
    } else this.#numberToken(plain, start);
  }

  #fraction([, above = '', below = '']: RegExpExecArray, start: number): void {
    this.sign('(', start);
    this.push({ kind: 'number', text: above, start });
    this.sign('/', start);
    this.push({ kind: 'number', text: below, start });
    this.sign(')', start);
  }

  /** Combining marks after a letter. */
  #combine(): void {
    const mark = MARKS[this.text.charAt(this.position)];
    const letter = this.tokens.at(-1);
    if (mark === undefined || letter?.kind !== 'letter') return;
    this.position += 1;
    const text = accented(letter.text, mark);
    this.tokens[this.tokens.length - 1] = { ...letter, text, end: this.position };
  }
}

function accented(letter: string, accent: string | undefined): string {
  return accent === undefined ? letter : `\\${accent}{${letter}}`;
}

const ONES_FONTS: ReadonlySet<string> = new Set([
  'mathbf',
  'mathbb',
  'boldsymbol',
  'bm',
  'mathds',
  'mathbbm',
]);

/** The longest first. */
const PLAIN_SIGN =
  /^(?:<=>|:=|<=|=<|>=|=>|==|!=|<>|\/=|->|\.\.\.|\.\.|\*\*|\.\*|\+-|\+\/-|&&|\$\$|[-+*/^_(){}[\]|,;:=<>!'&?.%"#@`~$])/;

const SPELT: Readonly<Partial<Record<string, string>>> = {
  ':=': '=',
  '==': '=',
  '=<': '<=',
  '<>': '!=',
  '/=': '!=',
  '=>': '→',
  '<=>': '→',
  '->': '→',
  '...': '…',
  '..': '…',
  '**': '^',
  '.*': '⊙',
  '+-': '±',
  '+/-': '±',
  '&&': '∧',
};

function numberAt(text: string, decimalComma: boolean): string | undefined {
  const point = /^(?:\d+(?:(?:\.(?!\.)|\{,\})\d*)?|\.\d+)/;
  const comma = /^(?:\d+(?:(?:\.(?!\.)\d*|\{,\}\d+|,\d+))?|\.\d+)/;
  const found = (decimalComma ? comma : point).exec(text)?.[0];
  return found?.endsWith('.') === true ? found.slice(0, -1) : found;
}

function unknownCharacter(character: string, start: number): Unreadable {
  const span: Span = { start, end: start + character.length };
  const alike = LOOK_ALIKES.get(character);
  const code = codeOf(character);
  if (alike !== undefined) {
    const message = `“${character}” (${code}) only looks like the letter ${alike}: type ${alike} on a Latin keyboard.`;
    return new Unreadable('unreadable', span, message);
  }
  const shown = /^[\p{C}\p{M}]$/u.test(character)
    ? 'An invisible character'
    : `The character “${character}”`;
  return new Unreadable(
    'unreadable',
    span,
    `${shown} (${code}) cannot be part of a formula: delete it.`,
  );
}
