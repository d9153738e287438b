/** `task.yaml` in a students' copy for practice: what its policy does not reveal, and grading does not need, may be absent. */

import * as z from 'zod/mini';
import { QUESTION_KINDS } from '../../answer/answer.ts';
import { markdown } from './fields.ts';
import { questionSchemas } from './questionSchema.ts';
import { type AuthoredTask, taskSchema } from './taskSchema.ts';

const { text, derivation, code, lines } = questionSchemas;

const studentSchemas = {
  ...questionSchemas,
  text: z.extend(text, {
    modelAnswer: z._default(markdown(), ''),
    rubric: z._default(text.shape.rubric, []),
  }),
  derivation: z.extend(derivation, { reference: z._default(derivation.shape.reference, []) }),
  code: z.extend(code, { reference: z._default(code.shape.reference, {}) }),
  lines: z.extend(lines, {
    given: z._default(lines.shape.given, ''),
    reference: z._default(lines.shape.reference, []),
  }),
};

export const studentTaskSchema: z.ZodMiniType<AuthoredTask> = z.extend(taskSchema, {
  questions: z.array(
    z.discriminatedUnion('kind', [
      studentSchemas[QUESTION_KINDS[0]],
      ...QUESTION_KINDS.slice(1).map((kind) => studentSchemas[kind]),
    ]),
  ),
});
