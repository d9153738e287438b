/** What an author writes for one question, by kind. */

import * as z from 'zod/mini';
import { ATTACK_CHECKS } from '../../grade/attack/judge.ts';
import { QUESTION_KINDS, type QuestionKind } from '../../answer/answer.ts';
import { CREDIT_RULES } from '../creditRule.ts';
import {
  described,
  fields,
  finite,
  line,
  longText,
  markdown,
  path,
  points,
  questionId,
} from './fields.ts';
import { attackChecker, entry, model, paid } from './attackSchema.ts';
import { diagramFields } from './diagramSchema.ts';
import { drawingFields } from './drawingSchema.ts';
import { linesFields } from './linesSchema.ts';
import { derivationFields, expressionFields } from './mathematicsSchema.ts';
import { textFields } from './textSchema.ts';

const common = {
  id: described(questionId(), "The question's number, such as '1.1' or '3a'; quote numbers."),
  title: described(line(), 'A few words for lists and headings.'),
  points: described(points(), 'What a right answer earns.'),
  prompt: described(markdown(), 'The question: Markdown with LaTeX, or file: prompt.md.'),
  sourceNote: described(
    z.optional(longText()),
    'What was lost in the source and how it was repaired; shown to the reader.',
  ),
  replacement: described(
    z.optional(z.boolean()),
    'true: written in place of a lost question; counts and shows only while replacements are on.',
  ),
  hints: described(
    z.optional(z.array(longText()).check(z.maxLength(10))),
    'Shown one after the other, from a nudge to nearly the way.',
  ),
  explanation: described(
    z.optional(markdown()),
    'Why the right answer is right; never shown before the author allows it.',
  ),
};

const option = fields({
  id: described(questionId(), 'Stable name of the option, such as a.'),
  text: described(longText(), 'Markdown with LaTeX.'),
  correct: described(z.optional(z.boolean()), 'true for a right option.'),
  feedback: described(longText(), 'Shown to who selected this option and checked the answer.'),
  fixed: described(
    z.optional(z.boolean()),
    'true: stays in its place when options are shuffled, such as “none of these” at the end.',
  ),
});

const choice = fields({
  ...common,
  kind: z.literal('choice'),
  multiple: described(z.optional(z.boolean()), 'true: any number of options may be selected.'),
  credit: described(
    z.optional(z.enum(CREDIT_RULES)),
    'With multiple: how partly right selections count; students are told. All or nothing unless stated.',
  ),
  shuffle: described(
    z.optional(z.boolean()),
    'true: every variant of the set shows the options in another order.',
  ),
  options: described(
    z.array(option).check(z.minLength(2), z.maxLength(20)),
    'In the order in which they are shown.',
  ),
});

const expression = fields({ ...common, kind: z.literal('expression'), ...expressionFields });

const derivation = fields({ ...common, kind: z.literal('derivation'), ...derivationFields });

const drawing = fields({ ...common, kind: z.literal('drawing'), ...drawingFields });

const text = fields({ ...common, kind: z.literal('text'), ...textFields });

const diagram = fields({ ...common, kind: z.literal('diagram'), ...diagramFields });

const lines = fields({ ...common, kind: z.literal('lines'), ...linesFields });

const fileName = path;
const tensor = described(
  z.array(z.array(finite()).check(z.minLength(1))).check(z.minLength(1)),
  'Rows of numbers, all of one length.',
);

const check = fields(paid(ATTACK_CHECKS));

const example = fields({
  file: described(path(), 'A program in place of the entry file.'),
  verdict: described(z.enum(['correct', 'partial', 'wrong']), 'What it must get.'),
  mistake: described(z.optional(line()), 'The name of the mistake that must be recognised.'),
});

const code = fields({
  ...common,
  kind: z.literal('code'),
  entry: entry(),
  files: described(
    z.record(fileName(), path()),
    'What the student writes: name in the student folder → skeleton in the task folder.',
  ),
  handout: described(
    z.optional(z.record(fileName(), path())),
    'What the student also gets: name in the student folder → file in the task folder.',
  ),
  reference: described(
    z
      .record(fileName(), path())
      .check(z.refine((files) => Object.keys(files).length > 0, 'a program: name → file')),
    'A right program: name → file.',
  ),
  model: model(),
  inputs: described(
    z.array(fields({ title: line(), x: tensor, t: tensor })).check(z.minLength(1)),
    'Examples on which students run their program.',
  ),
  checker: described(attackChecker, 'How programs are judged.'),
  checks: described(z.array(check).check(z.minLength(1)), 'In the order in which they are shown.'),
  examples: described(
    z.optional(z.array(example)),
    'Right and typical wrong programs with the verdict that each must get.',
  ),
});

/** One schema per kind: what is read, and what editors suggest. */
export const questionSchemas = {
  choice,
  drawing,
  expression,
  derivation,
  text,
  diagram,
  code,
  lines,
} satisfies {
  readonly [K in QuestionKind]: z.core.$ZodType<{ kind: K }>;
};

export type AuthoredQuestionOf<K extends QuestionKind> = z.infer<(typeof questionSchemas)[K]>;

export type AuthoredQuestion = { [K in QuestionKind]: AuthoredQuestionOf<K> }[QuestionKind];

export const questionSchema = z.discriminatedUnion('kind', [
  questionSchemas[QUESTION_KINDS[0]],
  ...QUESTION_KINDS.slice(1).map((kind) => questionSchemas[kind]),
]);
