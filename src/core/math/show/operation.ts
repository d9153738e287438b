/** Sums, products, powers: where brackets are needed. */

import { type Declarations } from '../declarations.ts';
import {
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
  type Joint,
} from '../expression.ts';
import { standsAlone } from './name.ts';
import { type Pen, bracketed } from './pen.ts';

export function writeSum({ terms }: ExpressionOf<'sum'>, pen: Pen): string {
  return terms.map((term, place) => signedTerm(term, place, pen)).join('');
}

function signedTerm(term: Expression, place: number, pen: Pen): string {
  if (place === 0) return term.kind === 'sum' ? bracketed(pen.write(term)) : pen.write(term);
  return term.kind === 'negate' ? ` - ${unsigned(term.of, pen)}` : ` + ${unsigned(term, pen)}`;
}

export function writeNegation({ of }: ExpressionOf<'negate'>, pen: Pen): string {
  return `-${unsigned(of, pen)}`;
}

/** What may stand right after a sign. */
function unsigned(expression: Expression, pen: Pen): string {
  const { kind } = expression;
  const latex = pen.write(expression);
  return kind === 'sum' || kind === 'negate' ? bracketed(latex) : latex;
}

const JOINTS: Readonly<Record<Joint, string>> = {
  beside: ' ',
  dot: String.raw` \cdot `,
  star: ' * ',
  cross: String.raw` \times `,
  componentwise: String.raw` \odot `,
};

export function writeProduct({ factors, joints }: ExpressionOf<'product'>, pen: Pen): string {
  return factors
    .map((factor, place) => {
      const joint = joints[place - 1];
      const latex = pen.write(factor);
      const open = isOpen(factor, place === factors.length - 1) || isLateDigit(factor, joint);
      return `${joint === undefined ? '' : JOINTS[joint]}${open ? bracketed(latex) : latex}`;
    })
    .join('');
}

/** Would it swallow, or be torn by, what stands beside it? A fold reaches to the end of its term. */
function isOpen({ kind }: Expression, isLast: boolean): boolean {
  return LOOSE.has(kind) || (kind === 'fold' && !isLast);
}

const LOOSE: ReadonlySet<ExpressionKind> = new Set(['sum', 'negate', 'product']);

/** `x 2` could be `x_2`, and `2 3` could be 23. */
function isLateDigit(factor: Expression, joint: Joint | undefined): boolean {
  return joint === 'beside' && startsWithDigit(factor);
}

function startsWithDigit(expression: Expression): boolean {
  if (expression.kind === 'power') return startsWithDigit(expression.base);
  return expression.kind === 'number';
}

export function writePower(power: ExpressionOf<'power'>, pen: Pen): string {
  const { base, exponent, componentwise } = power;
  const raised = writeRaisedFunction(power, pen);
  if (raised !== undefined) return raised;
  const upper = pen.write(exponent);
  const raise = componentwise === true ? String.raw`\odot ${upper}` : upper;
  return `${asBase(base, pen)}^{${raise}}`;
}

/** `\tanh^{2}\left(x\right)`, as it is written by hand. */
function writeRaisedFunction(
  { base, exponent, componentwise }: ExpressionOf<'power'>,
  pen: Pen,
): string | undefined {
  if (base.kind !== 'call' || base.primes > 0 || componentwise === true) return undefined;
  if (exponent.kind !== 'number' || !/^[2-9]$/.test(exponent.digits)) return undefined;
  if (!RAISED.has(base.name) || pen.declarations.symbols.has(base.name)) return undefined;
  return pen.write(base).replace(String.raw`\left`, String.raw`^{${exponent.digits}}\left`);
}

const RAISED: ReadonlySet<string> = new Set(['tanh', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'log']);

export function writeTranspose({ of }: ExpressionOf<'transpose'>, pen: Pen): string {
  return String.raw`${asBase(of, pen)}^{\top}`;
}

function asBase(expression: Expression, pen: Pen): string {
  const latex = pen.write(expression);
  return carries(expression, pen.declarations) ? latex : bracketed(latex);
}

/** Does it carry an exponent without brackets? */
function carries(expression: Expression, declarations: Declarations): boolean {
  if (expression.kind === 'symbol') return standsAlone(expression, declarations);
  if (expression.kind === 'call') return expression.name === 'abs' && expression.primes === 0;
  return TIGHT.has(expression.kind);
}

const TIGHT: ReadonlySet<ExpressionKind> = new Set([
  'number',
  'constant',
  'index',
  'size',
  'component',
  'norm',
]);
