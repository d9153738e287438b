/** Where a value may start and where one ends: what products without a sign, and bars, are found by. */

import { FUNCTIONS, KEYWORDS, REFUSED_WORDS } from './words.ts';
import { type Token } from './token.ts';

const STARTING_SIGNS: ReadonlySet<string> = new Set([
  ...['(', '[', '{', '\\{', '⟨', '⌊', '⌈', '|<', '‖<'],
  ...['∑', '∏', '∂', '∇', '√', '∛', '∞', '𝟙', '∫', '∀', '¬'],
]);
const STARTING_COMMANDS: ReadonlySet<string> = new Set(['frac', 'sqrt', 'underbrace']);
const BIG_SIGNS: ReadonlySet<string> = new Set(['∑', '∏']);

export function startsOperand(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'end') return false;
  if (token.kind === 'sign') return STARTING_SIGNS.has(token.text);
  if (token.kind === 'command') {
    return STARTING_COMMANDS.has(token.text) || token.text.startsWith('begin:');
  }
  return token.kind !== 'word' || KEYWORDS.get(token.text) === undefined;
}

const ENDING_SIGNS: ReadonlySet<string> = new Set([
  ...[')', ']', '}', '\\}', '⟩', '⌋', '⌉', '>|', '>‖', '!', "'", '⊤', '∞', '𝟙'],
]);

/** Is a value complete at this token? Not after the limits of a sum, nor after the name of a function. */
export function endsOperand(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const complete =
    token.kind === 'sign'
      ? ENDING_SIGNS.has(token.text) || isScript(tokens[at - 1])
      : token.kind !== 'word' || !isPrefix(token);
  return complete && token.kind !== 'command' && !isPrefix(tokens[scriptBase(tokens, at)]);
}

function isPrefix(token: Token | undefined): boolean {
  if (token?.kind === 'sign') return BIG_SIGNS.has(token.text);
  if (token?.kind !== 'word') return false;
  const { text } = token;
  const known = KEYWORDS.has(text) || REFUSED_WORDS.has(text);
  return known || FUNCTIONS.has(text.toLowerCase()) || text === 'sum' || text === 'prod';
}

function isScript(token: Token | undefined): boolean {
  return token?.kind === 'sign' && (token.text === '_' || token.text === '^');
}

/** If a script ends at this token, what carries it. */
function scriptBase(tokens: readonly Token[], at: number): number {
  let place = at;
  for (
    let start = startOf(tokens, place);
    isScript(tokens[start - 1]);
    start = startOf(tokens, place)
  ) {
    place = start - 2;
  }
  return place === at ? -1 : place;
}

function startOf(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '}') return at;
  let depth = 0;
  for (let place = at; place >= 0; place -= 1) {
    const text = tokens[place]?.text;
    if (text === '}') depth += 1;
    else if (text === '{') depth -= 1;
    if (depth === 0) return place;
  }
  return at;
}
