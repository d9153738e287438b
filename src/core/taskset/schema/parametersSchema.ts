/** What an author writes to have numbers and words drawn anew for every variant. */

import * as z from 'zod/mini';
import { described, fields, finite, line } from './fields.ts';

/** As it stands between braces: a letter, then letters and digits. */
const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9]{0,29}$/;

const name = () =>
  z
    .string()
    .check(z.regex(PARAMETER_NAME, 'a letter, then letters and digits, such as a or slope2'));

const formula = () => z.string().check(z.minLength(1), z.maxLength(500));

const whole = () => z.int().check(z.gte(-1e9), z.lte(1e9));

const DRAWN_BY = ['integer', 'decimal', 'choice', 'formula'] as const;

const SOURCE = `exactly one of ${DRAWN_BY.join(', ')}`;

const parameter = fields({
  integer: described(
    z.optional(z.readonly(z.tuple([whole(), whole()]))),
    'The least and the greatest whole number.',
  ),
  decimal: described(
    z.optional(z.readonly(z.tuple([finite(), finite()]))),
    'The least and the greatest number, with the step between them.',
  ),
  choice: described(
    z.optional(
      z
        .array(z.union([finite(), line()], 'a number or a text'))
        .check(z.minLength(1), z.maxLength(1000)),
    ),
    'Numbers or texts, one of which is taken.',
  ),
  formula: described(
    z.optional(formula()),
    'What it follows from: a formula of the parameters above it, such as a*b + 1.',
  ),
  step: described(
    z.optional(z.number().check(z.positive(), z.maximum(1e9))),
    'The distance of neighbouring numbers; 1 for whole numbers unless stated.',
  ),
  not: described(
    z.optional(z.array(finite()).check(z.maxLength(1000))),
    'Numbers that are left out, such as 0.',
  ),
  at: described(
    z.optional(formula()),
    'Of a choice: which one, counted from 1, in place of chance; so several choices go together.',
  ),
  places: described(
    z.optional(z.int().check(z.gte(0), z.lte(9))),
    'Of a formula: round its value to this many decimal places.',
  ),
}).check(
  z.refine((given) => DRAWN_BY.filter((key) => given[key] !== undefined).length === 1, SOURCE),
);

export const parameters = () =>
  z.optional(z.record(name(), parameter).check(z.refine(isShort, 'at most 100 parameters')));

function isShort(all: object): boolean {
  return Object.keys(all).length <= 100;
}

export const requirements = () => z.optional(z.array(formula()).check(z.maxLength(50)));

/** The part of a task or a set that says what is drawn; the rest is not looked at. */
export const drawingOrder = z.looseObject({ parameters: parameters(), require: requirements() });

export type AuthoredParameter = z.infer<typeof parameter>;

export type DrawingOrder = z.infer<typeof drawingOrder>;
