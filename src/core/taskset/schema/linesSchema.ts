/** What an author writes for a question that changes a program by line numbers. */

import * as z from 'zod/mini';
import { EDIT_ACTIONS } from '../../answer/answer.ts';
import { described, fields, line, path, questionId } from './fields.ts';
import { amount, verdict } from './mathematicsSchema.ts';

const edit = fields({
  line: z.int().check(z.gte(0)),
  action: z.enum(EDIT_ACTIONS),
  text: z.optional(z.string()),
});

const example = fields({
  name: described(line(), 'For messages, such as the mean in place of the sum.'),
  edits: z.array(edit),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
});

export const linesFields = {
  program: described(questionId(), 'The code question whose answer is changed.'),
  entry: described(
    fields({ file: path(), function: line() }),
    'The file whose lines are changed, and the exported function that is run.',
  ),
  given: described(path(), 'A right program, for students who have none of their own.'),
  reference: described(z.array(edit), 'Edits that make the given program right.'),
  examples: described(
    z.optional(z.array(example)),
    'Right and wrong edits with the verdict that each must get.',
  ),
};
