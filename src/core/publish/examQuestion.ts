/**
 * An exam's questions as students get them: what is shown, what answers are written into, and what reading them takes.
 * Everything by which they are judged is withheld.
 */

import * as z from 'zod/mini';
import { type QuestionKind } from '../answer/answer.ts';
import { CREDIT_RULES } from '../taskset/creditRule.ts';
import { ASKED_LABELS } from '../taskset/drawingQuestion.ts';
import { type ModelReference, type QuestionCommon, type QuestionOf } from '../taskset/taskSet.ts';
import { type Field, type Fields, kept, keptInPart, withheld } from './field.ts';
import { declarationsOf, lettersOf, lettersSchema } from './letters.ts';
import { COPY_FILE, pinnedSchema, pinnedUnder } from './pinned.ts';

const text = () => z.string();
const optional = <V>(schema: z.ZodMiniType<V>): Field<V | undefined> => kept(z.optional(schema));
const number = () => z.number();
const list = <V>(schema: z.ZodMiniType<V>) => z.readonly(z.array(schema));

const common: Fields<QuestionCommon> = {
  id: kept(text()),
  at: withheld({ file: COPY_FILE, line: 1, column: 1 }),
  title: kept(text()),
  points: kept(number()),
  prompt: kept(text()),
  sourceNote: optional(text()),
  hints: withheld([]),
  explanation: withheld(undefined),
  withheld: withheld(true),
};

const declarations = keptInPart(lettersSchema, lettersOf, declarationsOf);
const palette = optional(list(text()));
const relation = z.enum(['=', '<=', '<', '>=', '>']);
const pair = () => z.readonly(z.tuple([number(), number()]));
const files = z.record(text(), text());
const entry = kept(z.strictObject({ file: text(), function: text() }));
const rows = list(list(number()));

const choice: Fields<QuestionOf<'choice'>> = {
  ...common,
  kind: kept(z.literal('choice')),
  multiple: kept(z.boolean()),
  // who may lose points by selecting more has to know
  credit: kept(z.enum(CREDIT_RULES)),
  options: keptInPart(
    z.array(z.strictObject({ id: text(), text: text() })),
    (options) => options.map(({ id, text: shown }) => ({ id, text: shown })),
    (options) => options.map((option) => ({ ...option, correct: false, feedback: '' })),
  ),
};

const expression: Fields<QuestionOf<'expression'>> = {
  ...common,
  kind: kept(z.literal('expression')),
  declarations,
  palette,
  asked: optional(text()),
  answers: withheld([]),
  form: withheld([]),
  mistakes: withheld([]),
  slipPoints: withheld(0),
  followOn: withheld([]),
  examples: withheld([]),
};

const derivation: Fields<QuestionOf<'derivation'>> = {
  ...common,
  kind: kept(z.literal('derivation')),
  declarations,
  palette,
  start: kept(text()),
  relation: kept(relation),
  goal: kept(text()),
  norms: withheld([2]),
  facts: withheld([]),
  connected: withheld(0),
  factsPerStep: withheld(1),
  reference: withheld([]),
  examples: withheld([]),
};

/** Whether labels are asked for can be seen on the board; what they earn, and which level is asked for, cannot. */
const ask: Field<QuestionOf<'drawing'>['ask']> = keptInPart(
  z.enum(ASKED_LABELS),
  (asked) => (asked.kind === 'pieces' ? asked.labels : 'none'),
  (labels) => ({ kind: 'pieces', labels, labelPoints: 0 }),
);

const drawing: Fields<QuestionOf<'drawing'>> = {
  ...common,
  kind: kept(z.literal('drawing')),
  declarations,
  palette,
  axes: kept(z.readonly(z.tuple([text(), text()]))),
  function: withheld(''),
  window: kept(z.strictObject({ low: pair(), high: pair() })),
  grid: kept(number()),
  tolerance: kept(number()),
  ask,
  pieces: withheld([]),
  mistakes: withheld([]),
  over: optional(text()),
  examples: withheld([]),
};

const written: Fields<QuestionOf<'text'>> = {
  ...common,
  kind: kept(z.literal('text')),
  language: kept(text()),
  maxWords: optional(number()),
  maxSentences: optional(number()),
  modelAnswer: withheld(''),
  rubric: withheld([]),
};

const diagram: Fields<QuestionOf<'diagram'>> = {
  ...common,
  kind: kept(z.literal('diagram')),
  declarations,
  palette,
  network: withheld({ nodes: [], edges: [] }),
  alternatives: withheld([]),
  roles: withheld(undefined),
  examples: withheld([]),
};

const model: Field<ModelReference> = keptInPart(pinnedSchema, pinnedUnder, (stored) => stored);

/** The window frames the picture of an attack; how an attack is judged stays behind. */
const checker: Field<QuestionOf<'code'>['checker']> = keptInPart(
  z.strictObject({ window: z.strictObject({ low: z.array(number()), high: z.array(number()) }) }),
  ({ window }) => ({ window }),
  ({ window }) => ({
    kind: 'attack',
    iterations: 1,
    tolerance: { boundary: 0, objective: 0 },
    window,
  }),
);

const code: Fields<QuestionOf<'code'>> = {
  ...common,
  kind: kept(z.literal('code')),
  entry,
  files: kept(files),
  handout: kept(files),
  reference: withheld({}),
  model,
  inputs: kept(list(z.strictObject({ title: text(), x: rows, t: rows }))),
  checker,
  checks: withheld([]),
  examples: withheld([]),
};

/** Nothing of it is run before it is handed in. */
const lines: Fields<QuestionOf<'lines'>> = {
  ...common,
  kind: kept(z.literal('lines')),
  program: kept(text()),
  entry,
  given: withheld(''),
  model: withheld({ file: '', sha256: '' }),
  checker: withheld({
    kind: 'attack',
    iterations: 1,
    tolerance: { boundary: 0, objective: 0, distance: 0 },
    window: { low: [], high: [] },
    batches: [],
  }),
  checks: withheld([]),
  reference: withheld([]),
  examples: withheld([]),
};

export const EXAM_FIELDS: { readonly [K in QuestionKind]: Fields<QuestionOf<K>> } = {
  choice,
  drawing,
  expression,
  derivation,
  text: written,
  diagram,
  code,
  lines,
};
