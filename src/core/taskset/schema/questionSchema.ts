/** What an author writes for one question, by kind. */

import * as z from 'zod/mini';
import { ATTACK_CHECKS } from '../../grade/attack/judge.ts';
import { AUTHORED_KINDS, type AuthoredKind } from '../authoredKind.ts';
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
  sha256,
} from './fields.ts';
import { derivationFields, expressionFields } from './mathematicsSchema.ts';

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
});

const choice = fields({
  ...common,
  kind: z.literal('choice'),
  multiple: described(z.optional(z.boolean()), 'true: any number of options may be selected.'),
  credit: described(
    z.optional(z.enum(['all-or-nothing', 'right-minus-wrong'])),
    'With multiple: how partly right selections count. All or nothing unless stated.',
  ),
  options: described(
    z.array(option).check(z.minLength(2), z.maxLength(20)),
    'In the order in which they are shown.',
  ),
});

const expression = fields({ ...common, kind: z.literal('expression'), ...expressionFields });

const derivation = fields({ ...common, kind: z.literal('derivation'), ...derivationFields });

const criterion = fields({
  criterion: described(longText(), 'What has to be in the answer.'),
  points: described(points(), 'What it earns.'),
  sample: described(z.optional(longText()), 'How a good answer may put it.'),
});

const text = fields({
  ...common,
  kind: z.literal('text'),
  maxWords: described(
    z.optional(z.int().check(z.gte(1), z.lte(10000))),
    'More words are refused as an answer.',
  ),
  modelAnswer: described(markdown(), 'A full answer, for who grades and for practice.'),
  rubric: described(
    z.array(criterion).check(z.minLength(1), z.maxLength(30)),
    "What a grader looks for; the points add up to the question's.",
  ),
});

const fileName = path;
const tensor = described(
  z.array(z.array(finite()).check(z.minLength(1))).check(z.minLength(1)),
  'Rows of numbers, all of one length.',
);

const attackChecker = fields({
  kind: z.literal('attack'),
  iterations: described(z.int().check(z.gte(1), z.lte(100000)), 'Optimizer steps asked for.'),
  tolerance: fields({
    boundary: described(points(), 't f(z) may be this large where the boundary should be reached.'),
    objective: described(points(), 'The objective may be this far above the best known one.'),
  }),
  window: described(
    fields({ low: z.array(finite()), high: z.array(finite()) }),
    'The corner points of the box from which test inputs are drawn.',
  ),
});

const check = fields({
  check: described(z.enum(ATTACK_CHECKS), 'Which check of the checker.'),
  title: described(line(), 'What is checked, in a few words.'),
  points: described(
    z.number().check(z.gte(0), z.lte(1000)),
    "What passing earns; together they make the question's points.",
  ),
  required: described(z.optional(z.boolean()), 'true: who fails it gets no points at all.'),
});

const example = fields({
  file: described(path(), 'A program in place of the entry file.'),
  verdict: described(z.enum(['correct', 'partial', 'wrong']), 'What it must get.'),
  mistake: described(z.optional(line()), 'The name of the mistake that must be recognised.'),
});

const code = fields({
  ...common,
  kind: z.literal('code'),
  entry: described(
    fields({ file: fileName(), function: line() }),
    'The file and the exported function that are checked.',
  ),
  files: described(
    z.record(fileName(), path()),
    'What the student writes: name in the student folder → skeleton in the task folder.',
  ),
  handout: described(
    z.optional(z.record(fileName(), path())),
    'What the student also gets: name in the student folder → file in the task folder.',
  ),
  reference: described(z.record(fileName(), path()), 'A right program: name → file.'),
  model: described(
    fields({ file: path(), sha256: described(sha256(), 'Of the bytes, as sha256sum prints it.') }),
    'The ONNX model; refused when its bytes differ.',
  ),
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
export const questionSchemas = { choice, expression, derivation, text, code } satisfies {
  readonly [K in AuthoredKind]: z.core.$ZodType<{ kind: K }>;
};

export type AuthoredQuestionOf<K extends AuthoredKind> = z.infer<(typeof questionSchemas)[K]>;

export type AuthoredQuestion = { [K in AuthoredKind]: AuthoredQuestionOf<K> }[AuthoredKind];

export const questionSchema = z.discriminatedUnion('kind', [
  questionSchemas[AUTHORED_KINDS[0]],
  ...AUTHORED_KINDS.slice(1).map((kind) => questionSchemas[kind]),
]);
