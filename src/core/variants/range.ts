/** The values among which a parameter is drawn. */

import { type AuthoredParameter } from '../taskset/schema/parametersSchema.ts';

export type Value = number | string;

/** Name → value. */
export type Values = ReadonlyMap<string, Value>;

const MOST_VALUES = 10_000;

/** Undefined: it follows from others. A text says what is wrong. */
export function rangeOf(parameter: AuthoredParameter): readonly Value[] | string | undefined {
  const misplaced = misplacedIn(parameter);
  if (misplaced !== undefined) return misplaced;
  if (parameter.choice !== undefined) return parameter.choice;
  const bounds = parameter.integer ?? parameter.decimal;
  if (bounds === undefined) return undefined;
  const step = parameter.step ?? (parameter.integer === undefined ? undefined : 1);
  if (step === undefined) return 'a decimal needs a step, such as step: 0.1';
  if (parameter.integer !== undefined && !Number.isInteger(step)) {
    return `expected a whole step, found ${step}`;
  }
  return numbersIn(bounds, step, parameter.not ?? []);
}

function numbersIn(
  [low, high]: readonly [number, number],
  step: number,
  not: readonly number[],
): readonly number[] | string {
  if (low > high) return `expected the smaller number first, found ${low} and ${high}`;
  // a step such as 0.1 is no sum of halves: the last number may be missed by a hair
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  if (count > MOST_VALUES) return `expected at most ${MOST_VALUES} values, found ${count}`;
  const numbers = Array.from({ length: count }, (_, place) => tidy(low + place * step));
  const left = numbers.filter((number) => !not.includes(number));
  return left.length > 0 ? left : 'nothing is left to draw from';
}

/** Twelve digits: enough for every number that an author writes, too few for the errors of binary fractions. */
export function tidy(number: number): number {
  return Number.isSafeInteger(number) ? number + 0 : Number(number.toPrecision(12)) + 0;
}

type Key = keyof AuthoredParameter;

/** What each further field belongs to. */
const BELONGS: readonly (readonly [Key, readonly Key[]])[] = [
  ['step', ['integer', 'decimal']],
  ['not', ['integer', 'decimal']],
  ['at', ['choice']],
  ['places', ['formula']],
];

function misplacedIn(parameter: AuthoredParameter): string | undefined {
  const misplaced = BELONGS.find(
    ([key, owners]) =>
      parameter[key] !== undefined && owners.every((owner) => parameter[owner] === undefined),
  );
  return misplaced && `${misplaced[0]} counts only with ${misplaced[1].join(' or ')}`;
}
