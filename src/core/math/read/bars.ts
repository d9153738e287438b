/**
 * `|x|` and `‖x‖` open and close with the same sign. Which bar does which follows from what stands beside it; where two
 * ways are possible, as in `|a|b|c|`, the writer is asked.
 */

import { closerOf, isCloser } from './brackets.ts';
import { endsOperand, startsOperand } from './operand.ts';
import { type Token, touches } from './token.ts';
import { Unreadable } from './unreadable.ts';

type Side = 'open' | 'close';

interface Bar {
  /** first and last token of it */
  readonly from: number;
  readonly to: number;
  readonly kind: '|' | '‖';
}

/** steps of search before there are too many bars to tell */
const PATIENCE = 4_000;

export function pairBars(tokens: readonly Token[]): Token[] {
  const sided = new Map<number, Token | undefined>();
  for (const level of levelsOf(tokens)) {
    for (const [at, token] of sidesOf(level, tokens)) sided.set(at, token);
  }
  return tokens.flatMap((token, at) => {
    if (!sided.has(at)) return [token];
    const replaced = sided.get(at);
    return replaced === undefined ? [] : [replaced];
  });
}

/** Places of bars, apart for each pair of brackets. */
function levelsOf(tokens: readonly Token[]): number[][] {
  const levels: number[][] = [];
  const open: number[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    if (closerOf(token) !== undefined) open.push([]);
    else if (isCloser(token)) levels.push(open.pop() ?? []);
    else if (isBar(token)) open.at(-1)?.push(at);
  }
  return [...levels, ...open].filter((level) => level.length > 0);
}

function isBar({ kind, text }: Token): boolean {
  return kind === 'sign' && (text === '|' || text === '‖');
}

function sidesOf(
  level: readonly number[],
  tokens: readonly Token[],
): [number, Token | undefined][] {
  const double = barsOf(level, tokens, true);
  const single = barsOf(level, tokens, false);
  const readings = new BarSearch(double, tokens).readings();
  const [sides, other] = readings.length > 0 ? readings : new BarSearch(single, tokens).readings();
  const bars = readings.length > 0 ? double : single;
  if (sides === undefined) throw unpaired(bars, tokens);
  if (other !== undefined) throw ambiguous(bars, tokens);
  return bars.flatMap((bar, place) => sidedTokens(bar, sides[place] ?? 'open', tokens));
}

/** Two bars without a gap are a double one, where that is possible. */
function barsOf(level: readonly number[], tokens: readonly Token[], join: boolean): Bar[] {
  const bars: Bar[] = [];
  for (const at of level) {
    const token = tokens[at];
    const last = bars.at(-1);
    const before = tokens[at - 1];
    const joined =
      join &&
      last?.to === at - 1 &&
      last.from === last.to &&
      last.kind === '|' &&
      token?.text === '|';
    if (joined && before !== undefined && touches(before, token)) {
      bars.splice(-1, 1, { from: last.from, to: at, kind: '‖' });
    } else {
      bars.push({ from: at, to: at, kind: token?.text === '‖' ? '‖' : '|' });
    }
  }
  return bars;
}

function sidedTokens(
  bar: Bar,
  side: Side,
  tokens: readonly Token[],
): [number, Token | undefined][] {
  const first = tokens[bar.from];
  const last = tokens[bar.to];
  if (first === undefined || last === undefined) return [];
  const text = side === 'open' ? `${bar.kind}<` : `>${bar.kind}`;
  const made: [number, Token | undefined] = [bar.from, { ...first, text, end: last.end }];
  return bar.to === bar.from ? [made] : [made, [bar.to, undefined]];
}

/** Finds up to two ways to pair the bars of one level. */
class BarSearch {
  readonly #bars: readonly Bar[];
  readonly #tokens: readonly Token[];
  readonly #found: Side[][] = [];
  readonly #sides: Side[] = [];
  readonly #open: Bar[] = [];
  #patience = PATIENCE;

  constructor(bars: readonly Bar[], tokens: readonly Token[]) {
    this.#bars = bars;
    this.#tokens = tokens;
  }

  readings(): readonly Side[][] {
    if (this.#bars.length > 60) throw tooMany(this.#bars, this.#tokens);
    if (this.#bars.length % 2 === 0) this.#place(0);
    return this.#found;
  }

  #place(at: number): void {
    this.#patience -= 1;
    if (this.#patience < 0) throw tooMany(this.#bars, this.#tokens);
    const bar = this.#bars[at];
    if (bar === undefined) {
      if (this.#open.length === 0) this.#found.push([...this.#sides]);
      return;
    }
    if (this.#found.length < 2 && this.#mayClose(at, bar)) this.#close(at);
    if (this.#found.length < 2 && this.#mayOpen(at, bar)) this.#openAt(at, bar);
  }

  #close(at: number): void {
    const opened = this.#open.pop();
    this.#sides.push('close');
    this.#place(at + 1);
    this.#sides.pop();
    if (opened !== undefined) this.#open.push(opened);
  }

  #openAt(at: number, bar: Bar): void {
    this.#open.push(bar);
    this.#sides.push('open');
    this.#place(at + 1);
    this.#sides.pop();
    this.#open.pop();
  }

  #mayClose(at: number, bar: Bar): boolean {
    if (this.#open.at(-1)?.kind !== bar.kind || !this.#followsOperand(at, bar)) return false;
    return !(this.#leansRight(bar) && startsOperand(this.#tokens[bar.to + 1]));
  }

  #mayOpen(at: number, bar: Bar): boolean {
    const next = this.#tokens[bar.to + 1];
    const sign = next?.text === '-' || next?.text === '+';
    const nextIsBar = this.#bars[at + 1]?.from === bar.to + 1;
    if (!sign && !nextIsBar && !startsOperand(next)) return false;
    if (!this.#followsOperand(at, bar) || this.#open.length === 0) return true;
    return !sign && !this.#leansLeft(bar);
  }

  /** Is there something before it that it could close, or multiply? */
  #followsOperand(at: number, bar: Bar): boolean {
    if (this.#bars[at - 1]?.to === bar.from - 1) return this.#sides[at - 1] === 'close';
    return endsOperand(this.#tokens, bar.from - 1);
  }

  /** `a |b`: a gap before, none after */
  #leansRight(bar: Bar): boolean {
    return this.#gapBefore(bar) && !this.#gapAfter(bar);
  }

  #leansLeft(bar: Bar): boolean {
    return !this.#gapBefore(bar) && this.#gapAfter(bar);
  }

  #gapBefore(bar: Bar): boolean {
    return this.#tokens[bar.from]?.spaced ?? false;
  }

  #gapAfter(bar: Bar): boolean {
    return this.#tokens[bar.to + 1]?.spaced ?? true;
  }
}

function spanOf(bars: readonly Bar[], tokens: readonly Token[]): { start: number; end: number } {
  const first = tokens[bars[0]?.from ?? 0];
  const last = tokens[bars.at(-1)?.to ?? 0];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

function unpaired(bars: readonly Bar[], tokens: readonly Token[]): Unreadable {
  const message =
    'A bar “|” here has no partner: absolute values and norms need one before and one after.';
  const only = bars.length === 1 ? bars : bars.slice(-1);
  return new Unreadable('unreadable', spanOf(only, tokens), message);
}

function ambiguous(bars: readonly Bar[], tokens: readonly Token[]): Unreadable {
  const message =
    'These bars can be paired in more than one way, like |a|·b·|c| and |a·|b|·c|: write products with “*” or “\\cdot”, or abs(…).';
  return new Unreadable('ambiguous', spanOf(bars, tokens), message);
}

function tooMany(bars: readonly Bar[], tokens: readonly Token[]): Unreadable {
  const message = 'There are too many bars here to tell which belong together: write abs(…).';
  return new Unreadable('limit', spanOf(bars, tokens), message);
}
