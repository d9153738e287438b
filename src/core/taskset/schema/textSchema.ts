/** What an author writes for a question that is answered in words. */

import * as z from 'zod/mini';
import { described, fields, longText, markdown, points } from './fields.ts';

const criterion = fields({
  criterion: described(longText(), 'What has to be in the answer.'),
  points: described(points(), 'What it earns.'),
  sample: described(z.optional(longText()), 'How a good answer may put it.'),
});

const most = () => z.optional(z.int().check(z.gte(1), z.lte(10000)));

export const textFields = {
  maxWords: described(most(), 'More words are refused as an answer.'),
  maxSentences: described(most(), 'More sentences are refused as an answer.'),
  modelAnswer: described(markdown(), 'A full answer, for who grades and for practice.'),
  rubric: described(
    z.array(criterion).check(z.minLength(1), z.maxLength(30)),
    "What a grader looks for; the points add up to the question's.",
  ),
};
