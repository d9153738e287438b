/** Puts tokens into the order and form that the grammar reads: sides for bars, subscripts before superscripts. */

import { pairBars } from './bars.ts';
import { pairBrackets } from './brackets.ts';
import { type Token } from './token.ts';

export interface Arranged {
  readonly tokens: readonly Token[];
  readonly partners: ReadonlyMap<number, number>;
}

export function arrange(tokens: readonly Token[]): Arranged {
  const cased = nameCases(tokens);
  pairBrackets(cased);
  const barred = pairBars(cased);
  const ordered = subscriptsFirst(barred, pairBrackets(barred));
  return { tokens: ordered, partners: pairBrackets(ordered) };
}

/** A brace with an array and nothing on its other side is a case distinction. */
function nameCases(tokens: readonly Token[]): readonly Token[] {
  const found = tokens.findIndex(
    ({ text }, at) => text === '\\{' && ARRAYS.has(tokens[at + 1]?.text ?? ''),
  );
  const begin = tokens[found + 1];
  if (found < 0 || begin === undefined) return tokens;
  const end = tokens.findIndex(
    ({ text }, at) => at > found && text === begin.text.replace('begin', 'end'),
  );
  const last = tokens[end];
  if (last === undefined || tokens[end + 1]?.text === '\\}') return tokens;
  return [
    ...tokens.slice(0, found),
    { ...begin, text: 'begin:cases' },
    ...tokens.slice(found + 2, end),
    { ...last, text: 'end:cases' },
    ...tokens.slice(end + 1),
  ];
}

const ARRAYS: ReadonlySet<string> = new Set(['begin:array', 'begin:matrix', 'begin:aligned']);

/** `x^2_i` and `x_i^2` say the same; a plain `e^x_i` raises to `x_i`. */
function subscriptsFirst(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
): readonly Token[] {
  const ordered: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const middle = superscriptEnd(tokens, partners, at);
    const last = middle === undefined ? undefined : subscriptEnd(tokens, partners, middle);
    if (middle === undefined || last === undefined) {
      ordered.push(...tokens.slice(at, at + 1));
      at += 1;
    } else {
      ordered.push(...tokens.slice(middle, last), ...tokens.slice(at, middle));
      at = last;
    }
  }
  return ordered;
}

/** The place after a superscript that starts here and is of a kind that binds to the letter before it. */
function superscriptEnd(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  at: number,
): number | undefined {
  const next = tokens[at + 1];
  if (tokens[at]?.text !== '^' || next === undefined || tokens[at - 1]?.kind !== 'letter') {
    return undefined;
  }
  if (next.text === '{' || next.text === '(') return (partners.get(at + 1) ?? at) + 1;
  const binds = next.kind === 'number' || SHORT_SCRIPTS.has(next.text);
  return binds ? at + 2 : undefined;
}

const SHORT_SCRIPTS: ReadonlySet<string> = new Set(['T', '⊤', '*', "'", '†']);

function subscriptEnd(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  at: number,
): number | undefined {
  if (tokens[at]?.text !== '_') return undefined;
  const partner = tokens[at + 1]?.text === '{' ? partners.get(at + 1) : at + 1;
  return partner === undefined ? undefined : partner + 1;
}
