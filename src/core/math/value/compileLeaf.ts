/** Numbers that stand there as such: digits, constants, index letters and sizes. */

import { type NumberRule } from './code.ts';
import { compileLetter } from './position.ts';

export const numberLiteral: NumberRule<'number'> = ({ digits }, { arithmetic }) => {
  const value = arithmetic.ofDigits(digits);
  return () => value;
};

export const constant: NumberRule<'constant'> = ({ name }, { arithmetic }) => {
  if (name === 'ones') throw new Error('ones are a vector');
  const value = name === 'infinity' ? arithmetic.of(Infinity) : arithmetic[name];
  return () => value;
};

export const indexNumber: NumberRule<'index'> = ({ name }, compiling) => {
  const { arithmetic, scope } = compiling;
  const parameter = scope.parameters.indexOf(name);
  if (parameter >= 0) return (frame) => frame.arguments[parameter] ?? arithmetic.of(NaN);
  const letter = compileLetter(name, compiling);
  return (frame) => arithmetic.of(letter(frame));
};

export const size: NumberRule<'size'> =
  ({ name }, { arithmetic }) =>
  ({ place }) => {
    const value = place.point.sizes.get(name);
    if (value === undefined) throw new Error(`no number for the size ${name}`);
    return arithmetic.of(value);
  };
