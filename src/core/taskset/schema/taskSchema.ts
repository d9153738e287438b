/** What an author writes in `task.yaml`. */

import * as z from 'zod/mini';
import { described, fields, line, longText, markdown } from './fields.ts';
import { parameters, requirements } from './parametersSchema.ts';
import { mathematicsSchema } from './mathematicsSchema.ts';
import { questionSchema } from './questionSchema.ts';

export const taskSchema = fields({
  title: described(line(), 'A few words for lists and headings.'),
  prompt: described(
    z.optional(markdown()),
    'What all questions share: Markdown with LaTeX, or file: prompt.md.',
  ),
  sourceNote: described(
    z.optional(longText()),
    'What was lost in the source and how it was repaired; shown to the reader.',
  ),
  mathematics: described(
    z.optional(mathematicsSchema),
    'Letters that all questions answered in mathematics share.',
  ),
  parameters: described(
    parameters(),
    'What is drawn for every variant: {{name}} in this task and its files stands for the value.',
  ),
  require: described(
    requirements(),
    "What drawn values have to fulfil, such as 'a != b'; they are drawn anew until they do.",
  ),
  questions: described(
    z.array(questionSchema).check(z.minLength(1), z.maxLength(100)),
    'In the order in which they are shown.',
  ),
});

export type AuthoredTask = z.infer<typeof taskSchema>;
