/** Sizes and shapes as values: when they are the same, how they are said, and what number they stand for. */

import { type Expression } from '../expression.ts';
import { type Shape, type Size } from '../size.ts';

export const NUMBER: Shape = [];

export function fixedSize(plus: number): Size {
  return { names: {}, plus };
}

const ONE = fixedSize(1);

/** The number that a size is whatever the names stand for, if there is one. */
export function fixedNumber(size: Size): number | undefined {
  return Object.keys(size.names).length === 0 ? size.plus : undefined;
}

export function sameSize(left: Size, right: Size): boolean {
  const names = Object.entries(left.names);
  return (
    left.plus === right.plus &&
    names.length === Object.keys(right.names).length &&
    names.every(([name, count]) => right.names[name] === count)
  );
}

export function sameShape(left: Shape, right: Shape): boolean {
  return (
    left.length === right.length &&
    left.every((size, axis) => {
      const other = right[axis];
      return other !== undefined && sameSize(size, other);
    })
  );
}

/** What a value of this shape is when it is used as a whole: 1×1 is a number, one column is a vector. */
export function usedShape(shape: Shape): Shape {
  const [rows, columns] = shape;
  if (rows === undefined || shape.length > 2) return shape;
  if (columns === undefined) return sameSize(rows, ONE) ? NUMBER : shape;
  return sameSize(columns, ONE) ? usedShape([rows]) : shape;
}

export function rowOf(size: Size): Shape {
  return usedShape([ONE, size]);
}

export function isRow(shape: Shape): boolean {
  return shape.length === 2 && shape[0] !== undefined && sameSize(shape[0], ONE);
}

/** The sizes out of which so many indices choose: of a row or a column one index is enough. */
export function axesOf(shape: Shape, indices: number): Shape {
  return indices === 1 && isLine(shape) ? longAxis(shape) : shape.slice(0, indices);
}

/** What is left of a value of this shape when so many indices are chosen: of a matrix one row, as a vector. */
export function partShape(shape: Shape, indices: number): Shape {
  if (indices === 0) return usedShape(shape);
  return indices === 1 && isLine(shape) ? NUMBER : usedShape(shape.slice(indices));
}

function isLine(shape: Shape): boolean {
  return shape.length === 2 && shape.some((size) => sameSize(size, ONE));
}

function longAxis(shape: Shape): Shape {
  const long = shape.filter((size) => !sameSize(size, ONE));
  return long.length === 0 ? [ONE] : long;
}

/** A vector as a matrix of one column. */
export function asMatrix(shape: Shape): readonly [Size, Size] {
  const [rows = ONE, columns = ONE] = shape;
  return [rows, columns];
}

/** As in `n + k - 1`. */
export function sizeText(size: Size): string {
  const terms = Object.entries(size.names).map(([name, count]) => signed(count, name));
  if (size.plus !== 0 || terms.length === 0) terms.push(signed(size.plus, ''));
  return terms.join(' ').replace(/^\+ /, '').replace(/^- /, '-');
}

function signed(count: number, name: string): string {
  const times = Math.abs(count);
  const factor = times === 1 && name !== '' ? '' : String(times);
  return `${count < 0 ? '-' : '+'} ${factor}${name}`;
}

/** As in “a vector of size d”, “a d × h matrix”, “a number”. */
export function shapeText(shape: Shape): string {
  const sizes = shape.map(sizeText);
  if (sizes.length === 0) return 'a number';
  if (sizes.length === 1) return `a vector of size ${sizes.join('')}`;
  if (isRow(shape)) return `a row of size ${sizes.slice(1).join('')}`;
  const factors = sizes.map((size) => (size.includes(' ') ? `(${size})` : size)).join(' × ');
  if (sizes.length === 2) return `${article(factors)} ${factors} matrix`;
  return `a tensor of size ${factors}`;
}

/** As it is spoken: an h × d matrix, an 8 × 2 matrix. */
function article(spoken: string): 'a' | 'an' {
  return /^([aefhilmnorsx]\b|[aeio]|8|1[18]\b)/i.test(spoken) ? 'an' : 'a';
}

/** The number of components, given what the names stand for. */
export function sizeAt(size: Size, sizes: ReadonlyMap<string, number>): number {
  let total = size.plus;
  for (const [name, count] of Object.entries(size.names)) {
    const value = sizes.get(name);
    if (value === undefined) throw new Error(`no number for the size ${name}`);
    total += count * value;
  }
  return total;
}

/** Whether one is at most the other whatever the names stand for: n is at most n + k - 1, since sizes are at least 1. */
export function atMost(size: Size, bound: Size): boolean {
  const names = new Set([...Object.keys(size.names), ...Object.keys(bound.names)]);
  const excess = [...names].map((name) => (bound.names[name] ?? 0) - (size.names[name] ?? 0));
  const least = excess.reduce((sum, count) => sum + count, bound.plus - size.plus);
  return excess.every((count) => count >= 0) && least >= 0;
}

/** The same size, written as mathematics. */
export function sizeExpression(size: Size): Expression {
  const terms = Object.entries(size.names).map(([name, count]) =>
    times(count, { kind: 'size', name }),
  );
  if (size.plus !== 0 || terms.length === 0) {
    terms.push(negatedIf(size.plus < 0, literal(Math.abs(size.plus))));
  }
  const [first, ...more] = terms;
  if (first !== undefined && more.length === 0) return first;
  return { kind: 'sum', terms };
}

export function literal(value: number): Expression {
  return { kind: 'number', digits: String(value) };
}

function times(count: number, of: Expression): Expression {
  if (Math.abs(count) === 1) return negatedIf(count < 0, of);
  const factors = [literal(Math.abs(count)), of];
  return negatedIf(count < 0, { kind: 'product', factors, joints: ['beside'] });
}

function negatedIf(negative: boolean, of: Expression): Expression {
  return negative ? { kind: 'negate', of } : of;
}
