/**
 * What of the authored fields students get who practise on their own machine: all that grading takes, and what the set's
 * policy reveals. Every field has an entry, so that the compiler asks about new ones.
 */

import { type QuestionKind } from '../answer/answer.ts';
import { type AuthoredQuestionOf } from '../taskset/schema/questionSchema.ts';
import { type Reveal } from '../taskset/taskSet.ts';

/** `author`: for proving the set right only. Else the policy decides. */
export type Purpose = 'shown' | 'grading' | 'author' | Reveal;

type Purposes<T> = { readonly [F in keyof T]-?: Purpose };

const common = {
  id: 'shown',
  kind: 'shown',
  title: 'shown',
  points: 'shown',
  prompt: 'shown',
  sourceNote: 'shown',
  replacement: 'shown',
  hints: 'hints',
  explanation: 'explanations',
} as const;

const mathematics = { mathematics: 'grading', palette: 'shown' } as const;

const attack = {
  entry: 'shown',
  model: 'grading',
  checker: 'grading',
  checks: 'grading',
  reference: 'model-answers',
  examples: 'author',
} as const;

export const PRACTICE_FIELDS: {
  readonly [K in QuestionKind]: Purposes<AuthoredQuestionOf<K>>;
} = {
  choice: { ...common, multiple: 'shown', shuffle: 'shown', credit: 'shown', options: 'grading' },
  expression: {
    ...common,
    ...mathematics,
    asked: 'shown',
    answers: 'grading',
    form: 'grading',
    mistakes: 'grading',
    slipPoints: 'grading',
    followOn: 'grading',
    examples: 'author',
  },
  derivation: {
    ...common,
    ...mathematics,
    start: 'shown',
    relation: 'shown',
    goal: 'shown',
    norms: 'grading',
    facts: 'grading',
    connected: 'grading',
    factsPerStep: 'grading',
    reference: 'model-answers',
    examples: 'author',
  },
  drawing: {
    ...common,
    ...mathematics,
    axes: 'shown',
    function: 'grading',
    window: 'shown',
    grid: 'shown',
    tolerance: 'shown',
    ask: 'grading',
    pieces: 'grading',
    mistakes: 'grading',
    over: 'shown',
    examples: 'author',
  },
  text: {
    ...common,
    maxWords: 'shown',
    maxSentences: 'shown',
    modelAnswer: 'model-answers',
    rubric: 'model-answers',
  },
  diagram: {
    ...common,
    ...mathematics,
    nodes: 'grading',
    edges: 'grading',
    alternatives: 'grading',
    roles: 'grading',
    examples: 'author',
  },
  code: { ...common, ...attack, files: 'shown', handout: 'shown', inputs: 'shown' },
  lines: { ...common, ...attack, program: 'shown', given: 'model-answers' },
};
