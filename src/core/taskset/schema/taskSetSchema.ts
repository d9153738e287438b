/** What an author writes in `taskset.yaml`. */

import * as z from 'zod/mini';
import { REVEALS } from '../taskSet.ts';
import { described, fields, id, line, points, sha256 } from './fields.ts';
import { handInSchema } from './handInSchema.ts';
import { parameters, requirements } from './parametersSchema.ts';

const FORMAT_VERSION = 1;

const MOST_VARIANTS = 1000;

const LANGUAGE_TAG = 'a language tag such as en';

/** Well-formed beyond what the pattern can say: a region has two letters, and so on. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const taskSetSchema = fields({
  format: described(z.literal(FORMAT_VERSION), 'Version of this format.'),
  id: described(id(), 'Stable name of the set.'),
  title: described(line(), 'The name that readers see.'),
  language: described(
    z
      .string()
      .check(
        z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: LANGUAGE_TAG, abort: true }),
        z.refine(isLanguageTag, LANGUAGE_TAG),
      ),
    'Language tag of the texts, such as en or de; it also says whether 2.5 is written 2,5.',
  ),
  version: described(
    z.string().check(z.regex(/^\d+\.\d+\.\d+$/, "a version such as '1.0.0'")),
    'Version of the texts; an attempt remembers it.',
  ),
  points: described(points(), 'The sum over all questions that count; checked.'),
  mode: described(
    z.optional(z.enum(['practice', 'exam'])),
    'practice: students may see model answers and hints once they have answered. exam: nothing is given away. practice unless stated.',
  ),
  reveal: described(
    z.optional(z.array(z.enum(REVEALS))),
    'What students who practise may see beyond their verdicts; all of it unless stated, never anything in an exam.',
  ),
  copy: described(
    z.optional(z.literal('student')),
    'Written by `exambench publish` into the copy for students; never by an author.',
  ),
  commitment: described(
    z.optional(sha256()),
    'Written by `exambench publish`: proves which sealed file the copy belongs to.',
  ),
  handIn: described(
    z.optional(handInSchema),
    'How answers are handed in; unsealed and without a name unless stated.',
  ),
  replacements: described(
    z.optional(z.enum(['on', 'off'])),
    'off: questions marked as replacement neither count nor show. On unless stated.',
  ),
  variants: described(
    z.optional(z.int().check(z.gte(1), z.lte(MOST_VARIANTS))),
    'How many variants are drawn, each student getting one of them; the same for all if absent.',
  ),
  variantSeed: described(
    z.optional(line()),
    'A secret word: without it nobody can work out the other variants.',
  ),
  parameters: described(
    parameters(),
    'What is drawn for every variant, for all tasks: {{name}} in a task stands for the value.',
  ),
  require: described(
    requirements(),
    "What drawn values have to fulfil, such as 'a != b'; they are drawn anew until they do.",
  ),
  tasks: described(
    z.array(id()).check(z.minLength(1), z.maxLength(100)),
    "The tasks' folders, in order; the folder's name is the task's id.",
  ),
});

export type AuthoredTaskSet = z.infer<typeof taskSetSchema>;
