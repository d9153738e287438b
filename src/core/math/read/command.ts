/** One LaTeX command in the text: what it stands for, with the arguments that are no formulas. */

import { COMMANDS, type Meaning } from './commands.ts';
import { nearest } from './nearest.ts';
import { type Token } from './token.ts';
import { type Tokeniser } from './tokeniser.ts';
import { Unreadable } from './unreadable.ts';

type MeaningOf<K extends Meaning['as']> = Extract<Meaning, { as: K }>;

type Reader<K extends Meaning['as']> = (
  meaning: MeaningOf<K>,
  tokeniser: Tokeniser,
  start: number,
) => void;

export function readCommand(tokeniser: Tokeniser): void {
  const start = tokeniser.position;
  const written = /^\\(?:[A-Za-z]+\*?|[^A-Za-z]|$)/u.exec(tokeniser.rest())?.[0] ?? '\\';
  tokeniser.position += written.length;
  const name = written.slice(1).replace(/(?<=[a-z])\*$/, '');
  tokeniser.nested(start, () => {
    if (name === 'not') negate(tokeniser, start);
    else {
      const meaning = meaningOf(name, { start, end: tokeniser.position });
      readMeaning(meaning.as, meaning, tokeniser, start);
    }
  });
}

/** Written over K, so that the table lookup type-checks for any meaning. */
function readMeaning<K extends Meaning['as']>(
  as: K,
  meaning: MeaningOf<K>,
  tokeniser: Tokeniser,
  start: number,
): void {
  READERS[as](meaning, tokeniser, start);
}

function meaningOf(name: string, span: { start: number; end: number }): Meaning {
  const meaning = COMMANDS.get(name);
  if (meaning !== undefined) return meaning;
  if (name === '') throw new Unreadable('unreadable', span, 'A command must follow the backslash.');
  const near = nearest(name, COMMANDS.keys());
  const hint = near === undefined ? '' : ` Did you mean \\${near}?`;
  throw new Unreadable('unknown-name', span, `The command \\${name} is not known here.${hint}`);
}

const READERS: { readonly [K in Meaning['as']]: Reader<K> } = {
  blank: (_, tokeniser) => {
    tokeniser.blank();
  },
  sign: ({ text }, tokeniser, start) => {
    tokeniser.sign(text === '′' ? "'" : text, start);
  },
  letter: ({ text }, tokeniser, start) => {
    tokeniser.push({ kind: 'letter', text, font: tokeniser.font(), start });
  },
  word: ({ text }, tokeniser, start) => {
    tokeniser.push({ kind: 'word', text, start });
  },
  command: ({ text }, tokeniser, start) => {
    readStructure(text, tokeniser, start);
  },
  font: ({ font }, tokeniser, start) => {
    withFont(font, tokeniser, start);
  },
  accent: readAccent,
  text: readText,
  skip: (meaning, tokeniser) => {
    for (let left = meaning.arguments; left > 0; left -= 1) bracedText(tokeniser);
    tokeniser.blank();
  },
  fence: ({ side }, tokeniser) => {
    readFence(side, tokeniser);
  },
  refused: ({ message }, tokeniser, start) => {
    throw new Unreadable('unreadable', { start, end: tokeniser.position }, message);
  },
};

/** `\not=` and `\not\in`. */
function negate(tokeniser: Tokeniser, start: number): void {
  const next = oneStep(tokeniser);
  const negated = next?.text === '=' ? '!=' : next?.text === '∈' ? '∉' : undefined;
  if (negated === undefined) {
    const message = 'After \\not expected “=”: write \\neq.';
    throw new Unreadable('unreadable', { start, end: tokeniser.position }, message);
  }
  tokeniser.tokens.pop();
  tokeniser.sign(negated, start);
}

/** Environments carry their name in the token: `begin:cases`. */
function readStructure(text: string, tokeniser: Tokeniser, start: number): void {
  if (text === 'placeholder') {
    bracedText(tokeniser);
    const message = 'There is an empty box here: fill it or delete it.';
    throw new Unreadable('unreadable', { start, end: tokeniser.position }, message);
  }
  const name = text === 'begin' || text === 'end' ? bracedText(tokeniser) : undefined;
  if (text === 'begin' && name === 'array') bracedText(tokeniser);
  const full = name === undefined ? text : `${text}:${name.replace(/\*$/, '')}`;
  tokeniser.push({ kind: 'command', text: full, start });
}

/** Tokens of the argument keep the font; a group of one letter loses its braces, so that scripts find it. */
function withFont(font: string, tokeniser: Tokeniser, start: number): void {
  tokeniser.skipBlanks();
  const from = tokeniser.tokens.length;
  tokeniser.fonts.push(font);
  const isGroup = tokeniser.text.charAt(tokeniser.position) === '{';
  const depth = tokeniser.fonts.length;
  if (tokeniser.position >= tokeniser.text.length) throw missingArgument(tokeniser, start);
  if (isGroup) readGroup(tokeniser, depth);
  else oneStep(tokeniser);
  tokeniser.fonts.length = depth - 1;
  const inside = tokeniser.tokens.slice(from + 1, -1);
  const only = inside[0];
  if (isGroup && inside.length === 1 && only !== undefined) {
    tokeniser.tokens.splice(from, 3, { ...only, start, end: tokeniser.position, spaced: true });
  }
}

function readGroup(tokeniser: Tokeniser, depth: number): void {
  tokeniser.step();
  tokeniser.skipBlanks();
  while (tokeniser.position < tokeniser.text.length && tokeniser.fonts.length > depth) {
    tokeniser.step();
    tokeniser.skipBlanks();
  }
}

function oneStep(tokeniser: Tokeniser): Token | undefined {
  tokeniser.skipBlanks();
  const before = tokeniser.tokens.length;
  while (tokeniser.position < tokeniser.text.length && tokeniser.tokens.length === before) {
    tokeniser.step();
  }
  return tokeniser.tokens[before];
}

function readAccent({ accent }: { accent: string }, tokeniser: Tokeniser, start: number): void {
  const from = tokeniser.tokens.length;
  withFont(tokeniser.font() ?? '', tokeniser, start);
  const [letter, ...more] = tokeniser.tokens.slice(from);
  const span = { start, end: tokeniser.position };
  if (letter?.kind !== 'letter' || more.length > 0) {
    const message = `Expected one letter below the ${accent}: put subscripts outside, as in \\${accent}{y}_i.`;
    throw new Unreadable('unreadable', span, message);
  }
  const font = letter.font === '' ? undefined : letter.font;
  const text = `\\${accent}{${letter.text}}`;
  tokeniser.tokens.splice(from, 1, { ...letter, ...span, text, font });
}

/** `\mathrm{sign}` is one name, `\text{if }` one word; with anything but letters inside it is an ordinary group. */
function readText(_: unknown, tokeniser: Tokeniser, start: number): void {
  tokeniser.skipBlanks();
  const found = /^(?:\{\s*([A-Za-zäöüÄÖÜß][A-Za-zäöüÄÖÜß\s]*?)[\s,.:]*\}|([A-Za-z]))/.exec(
    tokeniser.rest(),
  );
  if (found === null) {
    withFont('mathrm', tokeniser, start);
    return;
  }
  tokeniser.position += found[0].length;
  const text = (found[1] ?? found[2] ?? '').replace(/\s+/g, ' ');
  const isLetter = text.length === 1;
  tokeniser.push({
    kind: isLetter ? 'letter' : 'word',
    text,
    font: isLetter ? 'mathrm' : undefined,
    start,
  });
}

/** `\left|` opens and `\right|` closes; `\left.` is nothing. */
function readFence(side: 'open' | 'close' | undefined, tokeniser: Tokeniser): void {
  tokeniser.skipBlanks();
  if (tokeniser.text.charAt(tokeniser.position) === '.') {
    tokeniser.position += 1;
    tokeniser.blank();
    return;
  }
  const token = oneStep(tokeniser);
  const text = token === undefined ? undefined : FENCES[side ?? 'neither']?.[token.text];
  if (token === undefined || text === undefined) return;
  tokeniser.tokens.splice(-1, 1, { ...token, text });
}

const FENCES: Readonly<Partial<Record<string, Readonly<Partial<Record<string, string>>>>>> = {
  open: { '|': '|<', '‖': '‖<', '<': '⟨' },
  close: { '|': '>|', '‖': '>‖', '>': '⟩' },
  neither: {},
};

/** The text of the braces that follow; empty without braces. */
function bracedText(tokeniser: Tokeniser): string {
  tokeniser.skipBlanks();
  const found = /^(?:\[[^\]]*\])?\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(tokeniser.rest());
  tokeniser.position += found?.[0].length ?? 0;
  return found?.[1]?.trim() ?? '';
}

function missingArgument(tokeniser: Tokeniser, start: number): Unreadable {
  const message = 'Something must follow this command.';
  return new Unreadable('unreadable', { start, end: tokeniser.position }, message);
}
