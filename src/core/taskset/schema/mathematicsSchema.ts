/** What an author writes for questions that are answered in mathematics. */

import * as z from 'zod/mini';
import { described, fields, line, points, questionId } from './fields.ts';

export const formula = () => z.string().check(z.minLength(1), z.maxLength(2000));
export const amount = () => z.number().check(z.gte(0), z.lte(1000));
export const palette = () => z.optional(z.array(formula()).check(z.maxLength(40)));

/** The letters of a task or a question. What the question says is added to what its task says. */
export const mathematicsSchema = fields({
  declare: described(
    z.string().check(z.minLength(1), z.maxLength(5000)),
    "What the letters are: 'x: vector d; c: matrix d h; i: index d; t: scalar ±1'.",
  ),
  where: described(
    z.optional(z.array(formula()).check(z.maxLength(100))),
    'What declared letters stand for, one equation each, such as a_j = \\exp(-\\sum_i z_{ij}).',
  ),
  norm: described(
    z.optional(z.literal([1, 2])),
    'Which norm bars without an index mean. 2 unless stated.',
  ),
});

const requiredForm = fields({
  avoid: described(
    z.optional(z.array(formula()).check(z.minLength(1))),
    'Symbols that may not occur, such as derivatives that are to be worked out.',
  ),
  only: described(
    z.optional(z.array(formula()).check(z.minLength(1))),
    'The only symbols that may occur.',
  ),
  factored: described(z.optional(z.boolean()), 'true: the answer has to be a product.'),
  points: described(
    z.optional(amount()),
    'What the right value earns in another form; 0 if absent.',
  ),
  feedback: described(line(), 'Said of a right value in another form.'),
});

const mistake = fields({
  answer: described(
    formula(),
    'An anticipated wrong answer; every answer equal to it is recognised.',
  ),
  name: described(line(), "The mistake's name, such as lost-sign."),
  feedback: described(line(), 'Said of it; must not give the right answer away.'),
  points: described(z.optional(amount()), 'What it still earns; 0 if absent.'),
});

const followOn = fields({
  from: described(
    z.array(questionId()).check(z.minLength(1)),
    'The questions whose answers are used.',
  ),
  answer: described(
    formula(),
    'What follows from them; \\answer{4b} stands for the answer given to 4b.',
  ),
});

export const verdict = z.enum([
  'correct',
  'partial',
  'wrong',
  'undecided',
  'invalid',
  'unanswered',
]);

const expressionExample = fields({
  answer: described(z.string(), 'As a student may write it.'),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
  mistake: described(z.optional(line()), 'The name of the mistake that must be recognised.'),
  given: described(
    z.optional(z.record(questionId(), formula())),
    'Answers to other questions, which this one may follow from.',
  ),
});

export const expressionFields = {
  mathematics: described(z.optional(mathematicsSchema), 'Letters of this question alone.'),
  palette: described(
    palette(),
    'What the palette of the formula field offers, as LaTeX; all letters if absent.',
  ),
  asked: described(z.optional(formula()), 'What is asked for; an answer may begin with it and =.'),
  answers: described(
    z.array(formula()).check(z.minLength(1), z.maxLength(20)),
    'Right answers; every answer equal to one of them is right.',
  ),
  form: described(z.optional(z.array(requiredForm)), 'Forms that a right answer must have.'),
  mistakes: described(z.optional(z.array(mistake)), 'Anticipated wrong answers.'),
  slipPoints: described(
    z.optional(amount()),
    'What an answer with a single common slip, such as a lost sign, still earns; 0 if absent.',
  ),
  followOn: described(
    z.optional(z.array(followOn)),
    'Answers that are right as a continuation of what was answered before.',
  ),
  examples: described(
    z.optional(z.array(expressionExample)),
    'Right and wrong answers with the verdict that each must get.',
  ),
};

const relation = z.enum(['=', '<=', '<', '>=', '>']);

const step = fields({
  relation: described(z.optional(relation), 'To the step before; absent where a chain begins.'),
  latex: described(z.string(), 'LaTeX or plain text.'),
  reason: described(z.optional(z.string()), 'Why it holds.'),
});

const world = fields({
  declare: described(
    z.optional(formula()),
    'Letters with another domain, such as w: vector h positive.',
  ),
  where: described(z.optional(z.array(formula())), 'Other meanings, such as \\exp(u) = 1.'),
  sizes: described(
    z.optional(z.record(line(), z.int().check(z.gte(1), z.lte(20)))),
    'Sizes that are fixed, such as d: 1.',
  ),
});

const fact = fields({
  name: described(line(), 'A short name, such as triangle inequality.'),
  points: described(amount(), 'What using it earns.'),
  slackIn: described(
    z.optional(world),
    'A world in which every other fact holds with equality: a step with slack there uses this one.',
  ),
  tightIn: described(
    z.optional(z.array(world).check(z.maxLength(5))),
    'Worlds in which every fact holds with equality, this one too: a step with slack even there has it for another reason.',
  ),
  introduces: described(
    z.optional(formula()),
    'A symbol: the step in which it first occurs as a factor uses this fact.',
  ),
  reasons: described(z.optional(z.array(line())), "Words by which a step's reason names the fact."),
  feedback: described(line(), 'Said when the fact is missing; must not give the proof away.'),
});

const steps = z.array(step).check(z.minLength(1), z.maxLength(100));

const derivationExample = fields({
  name: described(line(), 'For messages, such as one step too long.'),
  steps,
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
});

export const derivationFields = {
  mathematics: described(z.optional(mathematicsSchema), 'Letters of this question alone.'),
  palette: described(
    palette(),
    'What the palette of the formula field offers, as LaTeX; all letters if absent.',
  ),
  start: described(formula(), 'Where the derivation begins.'),
  relation: described(relation, 'How start and goal are related.'),
  goal: described(formula(), 'Where it ends.'),
  norms: described(
    z.optional(z.array(z.literal([1, 2])).check(z.minLength(1))),
    'Which norms bars without an index may mean; the whole derivation must hold in one of them.',
  ),
  facts: described(
    z.optional(z.array(fact).check(z.maxLength(20))),
    "What has to be used; the points of all and of connected add up to the question's.",
  ),
  connected: described(points(), 'What a chain from start to goal earns.'),
  factsPerStep: described(
    z.optional(z.int().check(z.gte(1), z.lte(20))),
    'A step that uses more facts at once without naming them hides too much; 2 if absent.',
  ),
  reference: described(steps, 'A full derivation.'),
  examples: described(
    z.optional(z.array(derivationExample)),
    'Right and wrong derivations with the verdict that each must get.',
  ),
};
