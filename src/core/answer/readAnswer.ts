/** Reads answers that come from outside (files, other programs): a strange answer is a sentence, never a crash. */

import * as z from 'zod/mini';
import { type Result, failure, success } from '../result.ts';
import { explainIssue } from '../taskset/explain.ts';
import { fields } from '../taskset/schema/fields.ts';
import {
  type AnswerOf,
  DRAWN_TYPES,
  EDIT_ACTIONS,
  NODE_ROLES,
  type QuestionKind,
} from './answer.ts';

const LONGEST = 200_000;
const MOST = 10_000;

const text = () => z.string().check(z.maxLength(LONGEST));
const list = <T extends z.core.$ZodType>(entry: T) => z.array(entry).check(z.maxLength(MOST));
const point = z.readonly(z.tuple([z.number(), z.number()]));

/** One schema per kind of the contract. */
export const answerSchemas: { readonly [K in QuestionKind]: z.ZodMiniType<AnswerOf[K]> } = {
  choice: fields({ selected: list(text()) }),
  drawing: fields({
    items: list(fields({ type: z.enum(DRAWN_TYPES), points: list(point) })),
    // other programs leave out what is empty
    labels: z._default(list(fields({ at: point, latex: text() })), []),
  }),
  expression: fields({ latex: text() }),
  derivation: fields({
    steps: list(
      fields({
        relation: z.optional(z.enum(['=', '<=', '<', '>=', '>'])),
        latex: text(),
        reason: z.optional(text()),
      }),
    ),
  }),
  text: fields({
    text: text(),
    review: z.optional(fields({ of: text(), met: list(z.int().check(z.gte(0))) })),
  }),
  diagram: fields({
    nodes: list(
      fields({
        id: text(),
        label: text(),
        role: z.optional(z.enum(NODE_ROLES)),
        at: z.optional(point),
      }),
    ),
    edges: z._default(list(fields({ from: text(), to: text(), label: z.optional(text()) })), []),
  }),
  code: fields({ files: z.record(z.string(), text()) }),
  lines: fields({
    base: z.optional(z.enum(['own', 'given'])),
    edits: list(
      fields({
        line: z.int(),
        action: z.enum(EDIT_ACTIONS),
        text: z.optional(text()),
        was: z.optional(text()),
      }),
    ),
  }),
};

/** The answer, or what is wrong with its shape, one sentence each. */
export function readAnswer<K extends QuestionKind>(
  kind: K,
  given: unknown,
): Result<AnswerOf[K], string[]> {
  const schema: z.ZodMiniType<AnswerOf[K]> = answerSchemas[kind];
  const checked = schema.safeParse(given);
  if (checked.success) return success(checked.data);
  const remarks = checked.error.issues.flatMap((issue) => explainIssue(issue, given));
  return failure(
    remarks.slice(0, 5).map(({ message }) => `The answer cannot be read: ${message}.`),
  );
}
