/** Which bracket closes which. */

import { type Token } from './token.ts';
import { Unreadable } from './unreadable.ts';

const CLOSERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '\\{': '\\}',
  '⟨': '⟩',
  '⌊': '⌋',
  '⌈': '⌉',
  '|<': '>|',
  '‖<': '>‖',
};
const CLOSING: ReadonlySet<string> = new Set(Object.values(CLOSERS));

export function closerOf({ kind, text }: Token): string | undefined {
  if (kind === 'command' && text.startsWith('begin:')) return text.replace('begin', 'end');
  return kind === 'sign' ? CLOSERS[text] : undefined;
}

export function isCloser({ kind, text }: Token): boolean {
  return kind === 'command' ? text.startsWith('end:') : kind === 'sign' && CLOSING.has(text);
}

/** For each opening token the place of its closing one, and the other way round. */
export function pairBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (closerOf(token) !== undefined) open.push(at);
    else if (isCloser(token)) pair(open.pop(), at, tokens, partners);
  }
  const unclosed = tokens[open.at(-1) ?? -1];
  if (unclosed !== undefined) throw notClosed(unclosed);
  return partners;
}

function pair(
  opened: number | undefined,
  at: number,
  tokens: readonly Token[],
  partners: Map<number, number>,
): void {
  const closer = tokens[at];
  const opener = tokens[opened ?? -1];
  if (closer === undefined) return;
  if (opener === undefined || opened === undefined) {
    const message =
      closer.text === '>|'
        ? '“|” closes nothing; values at a point cannot be read here: put the values in.'
        : `${shown(closer)} closes nothing: no bracket is open here.`;
    throw new Unreadable('unreadable', closer, message);
  }
  const expected = closerOf(opener) ?? '';
  if (closer.text !== expected) {
    const message = `Expected ${shownText(expected)}, which closes ${shown(opener)}; found ${shown(closer)}.`;
    throw new Unreadable('unreadable', closer, message);
  }
  partners.set(opened, at).set(at, opened);
}

function notClosed(opener: Token): Unreadable {
  const expected = shownText(closerOf(opener) ?? '');
  const message = `${shown(opener)} is opened here and never closed: ${expected} is missing.`;
  return new Unreadable('unreadable', opener, message);
}

/** A token as its writer knows it, in quotes. */
export function shown(token: Token): string {
  return token.kind === 'end' ? 'the end' : shownText(token.text);
}

export function shownText(text: string): string {
  const environment = /^(begin|end):(.*)$/.exec(text);
  if (environment !== null) return `“\\${environment[1] ?? ''}{${environment[2] ?? ''}}”`;
  return `“${SHOWN[text] ?? text}”`;
}

const SHOWN: Readonly<Partial<Record<string, string>>> = {
  '|<': '|',
  '>|': '|',
  '‖<': '‖',
  '>‖': '‖',
  '\\{': '{',
  '\\}': '}',
  '!=': '≠',
  '<=': '≤',
  '>=': '≥',
  frac: '\\frac',
  sqrt: '\\sqrt',
  over: '\\over',
};
