/**
 * Mathematics as it was read, in the writer's notation. Brackets stand wherever a reader could group otherwise, so
 * reading the text again gives the same tree.
 */

import { type Declarations } from '../declarations.ts';
import {
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
  type RelationSign,
  type Statement,
} from '../expression.ts';
import { writeCall } from './call.ts';
import { writeCases, writeCondition, writeIndicator } from './condition.ts';
import { writeFold } from './fold.ts';
import { writeComponent, writeIndex, writeSize, writeSymbol } from './name.ts';
import { writeNegation, writePower, writeProduct, writeSum, writeTranspose } from './operation.ts';
import { type Pen, listed } from './pen.ts';

export function latexOf(expression: Expression, declarations: Declarations): string {
  return penFor(declarations).write(expression);
}

export function latexOfStatement({ first, links }: Statement, declarations: Declarations): string {
  const pen = penFor(declarations);
  const rest = links.map(({ relation, to }) => ` ${RELATIONS[relation]} ${pen.write(to)}`);
  return `${pen.write(first)}${rest.join('')}`;
}

function penFor(declarations: Declarations): Pen {
  const pen: Pen = {
    declarations,
    write: (expression) => writeKind(expression.kind, expression, pen),
    writeCondition: (condition) => writeCondition(condition, pen),
  };
  return pen;
}

function writeKind<K extends ExpressionKind>(kind: K, node: ExpressionOf<K>, pen: Pen): string {
  return WRITERS[kind](node, pen);
}

const RELATIONS: Readonly<Record<RelationSign, string>> = {
  '=': '=',
  '<=': String.raw`\le`,
  '<': '<',
  '>=': String.raw`\ge`,
  '>': '>',
};

const WRITERS: {
  readonly [K in ExpressionKind]: (node: ExpressionOf<K>, pen: Pen) => string;
} = {
  number: ({ digits }, { declarations }) =>
    declarations.decimalComma ? digits.replace('.', '{,}') : digits,
  constant: writeConstant,
  symbol: writeSymbol,
  index: writeIndex,
  size: writeSize,
  component: writeComponent,
  negate: writeNegation,
  sum: writeSum,
  product: writeProduct,
  quotient: ({ numerator, denominator }, pen) =>
    String.raw`\frac{${pen.write(numerator)}}{${pen.write(denominator)}}`,
  power: writePower,
  transpose: writeTranspose,
  norm: writeNorm,
  inner: ({ left, right }, pen) =>
    String.raw`\left\langle ${listed([left, right], pen)}\right\rangle`,
  call: writeCall,
  fold: writeFold,
  indicator: writeIndicator,
  cases: writeCases,
  matrix: ({ rows }, pen) => {
    const lines = rows.map((row) => row.map((entry) => pen.write(entry)).join(' & '));
    return String.raw`\begin{pmatrix}${lines.join(String.raw` \\ `)}\end{pmatrix}`;
  },
};

/** A question that declares a letter `e` or `π` has to say the number otherwise. */
function writeConstant({ name }: ExpressionOf<'constant'>, { declarations }: Pen): string {
  const taken = (symbol: string): boolean =>
    declarations.symbols.has(symbol) || declarations.sizes.has(symbol);
  const latex = {
    pi: taken(String.raw`\pi`) ? String.raw`\arccos\left(-1\right)` : String.raw`\pi`,
    e: taken('e') ? String.raw`\exp\left(1\right)` : 'e',
    infinity: String.raw`\infty`,
    ones: String.raw`\mathbf{1}`,
  };
  return latex[name];
}

function writeNorm({ of, order }: ExpressionOf<'norm'>, pen: Pen): string {
  const inside = String.raw`\left\|${pen.write(of)}\right\|`;
  if (order === undefined) return inside;
  return `${inside}_{${order === 'frobenius' ? 'F' : pen.write(order)}}`;
}
