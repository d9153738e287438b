/** Functions by their names in formulas; always with brackets round their arguments. */

import { type Declarations } from '../declarations.ts';
import { type BuiltIn, type ExpressionOf } from '../expression.ts';
import { type Pen, bracketed, listed } from './pen.ts';

export function writeCall(call: ExpressionOf<'call'>, pen: Pen): string {
  const inside = listed(call.arguments, pen);
  const declared = pen.declarations.symbols.get(call.name);
  if (declared === undefined && call.primes === 0) {
    const [before, after] = FENCES[call.name] ?? [undefined, undefined];
    if (before !== undefined) return `${before}${inside}${after}`;
    if (call.name === 'factorial') return `${factorialBase(call, inside)}!`;
  }
  const name = declared?.latex ?? builtInLatex(call.name, pen.declarations);
  return `${name}${"'".repeat(call.primes)}${bracketed(inside)}`;
}

/** `n!` of a single letter only: whatever is longer could be torn. */
function factorialBase({ arguments: [of] }: ExpressionOf<'call'>, inside: string): string {
  const short = of?.kind === 'number' || of?.kind === 'index' || of?.kind === 'size';
  return short ? inside : bracketed(inside);
}

const FENCES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  abs: [String.raw`\left|`, String.raw`\right|`],
  sqrt: [String.raw`\sqrt{`, '}'],
  floor: [String.raw`\left\lfloor `, String.raw`\right\rfloor`],
  ceil: [String.raw`\left\lceil `, String.raw`\right\rceil`],
};

function builtInLatex(name: string, declarations: Declarations): string {
  if (name === 'sigmoid' && !declarations.symbols.has(SIGMA)) return SIGMA;
  return COMMANDS[name] ?? String.raw`\operatorname{${name}}`;
}

const SIGMA = String.raw`\sigma`;

/** Those without an entry are set as `\operatorname{name}`. */
const COMMANDS: Readonly<Partial<Record<string, string>>> = {
  exp: String.raw`\exp`,
  log: String.raw`\log`,
  log2: String.raw`\log_{2}`,
  log10: String.raw`\log_{10}`,
  sin: String.raw`\sin`,
  cos: String.raw`\cos`,
  tan: String.raw`\tan`,
  arcsin: String.raw`\arcsin`,
  arccos: String.raw`\arccos`,
  arctan: String.raw`\arctan`,
  sinh: String.raw`\sinh`,
  cosh: String.raw`\cosh`,
  tanh: String.raw`\tanh`,
  max: String.raw`\max`,
  min: String.raw`\min`,
  det: String.raw`\det`,
} satisfies Partial<Record<BuiltIn, string>>;
