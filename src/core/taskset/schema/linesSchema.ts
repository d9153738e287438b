/** What an author writes for a question that changes a program by line numbers. */

import * as z from 'zod/mini';
import { EDIT_ACTIONS } from '../../answer/answer.ts';
import { BATCH_CHECKS } from '../../grade/edits/judge.ts';
import { batchChecker, entry, model, paid } from './attackSchema.ts';
import { described, fields, line, path, questionId } from './fields.ts';
import { amount, verdict } from './mathematicsSchema.ts';

const edit = fields({
  line: described(
    z.int().check(z.gte(0)),
    'Of the program before any edit, from 1; 0 with insert-after: before the first line.',
  ),
  action: described(z.enum(EDIT_ACTIONS), 'What is done there.'),
  text: described(z.optional(z.string()), 'The new text, one line or more; none with delete.'),
  was: described(z.optional(z.string()), 'How the line reads before.'),
});

const edits = (what: string) => described(z.array(edit).check(z.maxLength(200)), what);

const example = fields({
  name: described(line(), 'For messages, such as the mean in place of the sum.'),
  file: described(
    z.optional(path()),
    "A program that stands for the student's own; the given one unless stated.",
  ),
  edits: edits('What is changed; nothing if the list is empty.'),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
  mistake: described(z.optional(line()), 'The name of the mistake that must be recognised.'),
});

const check = fields({
  ...paid(BATCH_CHECKS),
  with: described(
    z.optional(z.enum(BATCH_CHECKS)),
    'Another check without which this one earns nothing.',
  ),
});

export const linesFields = {
  program: described(questionId(), 'The code question whose answer is changed.'),
  entry: entry(),
  given: described(
    path(),
    'A right program for one point that needs a change, for students who have none of their own.',
  ),
  model: model(),
  checker: described(batchChecker, 'How the changed program is judged.'),
  checks: described(z.array(check).check(z.minLength(1)), 'In the order in which they are shown.'),
  reference: edits('Edits that make the given program right for many points.'),
  examples: described(
    z.optional(z.array(example)),
    'Right and typical wrong edits with the verdict that each must get.',
  ),
};
