/** `u_1 = -0.4` where `u_1` is no name of the question: a number may be called as in the text above it. */

import { type Declarations } from '../../math/declarations.ts';
import { symbolsIn } from '../../math/form/requiredForm.ts';
import { readExpression, readStatement } from '../../math/read/readStatement.ts';

/** A relation that says what something is, or is about. */
const SIGN = /=|≈|\\approx(?![A-Za-z])/;

/** As in `u_1`, `\hat{u}^*`, `P(A)`; without spaces. */
const NAME = /^\\?[A-Za-z]+(?:\{[A-Za-z]\})?(?:[_^](?:\w|\*|\{[^{}]*\}))*(?:\([^()]*\))?$/;
const LONGEST_NAME = 80;

/** Blanks in place of the name and its sign, so that every other character stays where it stood. */
export function withoutName(text: string, declarations: Declarations): string {
  const [sign, at] = signIn(text);
  const name = text.slice(0, at);
  if (sign === '' || at > LONGEST_NAME || !NAME.test(name.replace(/\s/g, ''))) return text;
  if (!isUnknown(name, declarations)) return text;
  const value = text.slice(at + sign.length);
  return isNumber(value, declarations) ? ' '.repeat(at + sign.length) + value : text;
}

export function signIn(text: string): readonly [sign: string, at: number] {
  const found = SIGN.exec(text);
  return found === null ? ['', -1] : [found[0], found.index];
}

function isUnknown(name: string, declarations: Declarations): boolean {
  const read = readExpression(name, declarations);
  return !read.ok && read.error[0].kind === 'unknown-name';
}

/** Of formulas the writer is told that the name is none: it may have been meant for another. */
function isNumber(text: string, declarations: Declarations): boolean {
  const read = readStatement(text, declarations);
  if (!read.ok) return false;
  const parts = [read.value.first, ...read.value.links.map(({ to }) => to)];
  return parts.every((part) => symbolsIn(part).length === 0);
}
