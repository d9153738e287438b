/**
 * The kinds of question that the authored format knows. The contract of answers (`QuestionKind`) is wider: adding one
 * of its kinds here makes the compiler ask for its schema, its public fields, its grader and its form.
 */

import { type QuestionKind } from '../answer/answer.ts';

export const AUTHORED_KINDS = [
  'choice',
  'expression',
  'derivation',
  'text',
  'code',
] as const satisfies readonly QuestionKind[];

export type AuthoredKind = (typeof AUTHORED_KINDS)[number];
