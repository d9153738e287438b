/** A task, its questions and their state as they arrive in a task view. */

import { type PlaneWindow } from '../core/plane/plane.ts';
import {
  type Option,
  type PaletteSymbol,
  type PublicQuestion,
  type PublicQuestionOf,
  type PublicTask,
} from '../core/taskset/publicTask.ts';
import { answerShape, verdictShape } from './answerShape.ts';
import { type QuestionState, type TaskLink, type TaskViewState } from './messages.ts';
import { previewStateShape } from './previewShape.ts';
import {
  type Shape,
  boolean,
  count,
  list,
  number,
  object,
  oneOf,
  optional,
  pair,
  string,
  table,
  tagged,
} from './shape.ts';

const common = {
  id: string,
  title: string,
  prompt: string,
  points: number,
  sourceNote: optional(string),
};

const palette = list(object<PaletteSymbol>({ latex: string, insert: string, label: string }));

const questionShapes: {
  readonly [K in PublicQuestion['kind']]: Shape<PublicQuestionOf<K>>;
} = {
  choice: object<PublicQuestionOf<'choice'>>({
    ...common,
    kind: oneOf('choice'),
    options: list(object<Option>({ id: string, text: string })),
    multiple: boolean,
    credit: optional(oneOf('all-or-nothing', 'right-minus-wrong')),
  }),
  drawing: object<PublicQuestionOf<'drawing'>>({
    ...common,
    kind: oneOf('drawing'),
    axes: pair(string),
    window: object<PlaneWindow>({ low: pair(number), high: pair(number) }),
    grid: number,
    tolerance: number,
    labels: oneOf('none', 'optional', 'required'),
    over: optional(string),
    palette,
  }),
  expression: object<PublicQuestionOf<'expression'>>({
    ...common,
    kind: oneOf('expression'),
    asked: optional(string),
    palette,
  }),
  derivation: object<PublicQuestionOf<'derivation'>>({
    ...common,
    kind: oneOf('derivation'),
    start: string,
    relation: oneOf('=', '<=', '<', '>=', '>'),
    goal: string,
    palette,
  }),
  text: object<PublicQuestionOf<'text'>>({
    ...common,
    kind: oneOf('text'),
    maxWords: optional(count),
    maxSentences: optional(count),
  }),
  diagram: object<PublicQuestionOf<'diagram'>>({ ...common, kind: oneOf('diagram'), palette }),
  code: object<PublicQuestionOf<'code'>>({
    ...common,
    kind: oneOf('code'),
    files: list(string),
    entry: object<PublicQuestionOf<'code'>['entry']>({ file: string, function: string }),
  }),
  lines: object<PublicQuestionOf<'lines'>>({
    ...common,
    kind: oneOf('lines'),
    program: string,
    file: string,
  }),
};

const taskShape = object<PublicTask>({
  ...common,
  questions: list(tagged<'kind', PublicQuestion>('kind', questionShapes)),
  figures: list(string),
});

export const questionStateShape = object<QuestionState>({
  answer: optional(answerShape),
  verdict: optional(verdictShape),
  revision: count,
});

const linkShape = object<TaskLink>({ id: string, title: string });

export const taskViewStateShape: Shape<TaskViewState> = object<TaskViewState>({
  taskSetTitle: string,
  language: string,
  task: taskShape,
  questions: table(questionStateShape),
  previous: optional(linkShape),
  next: optional(linkShape),
  restricted: boolean,
  readOnly: optional(string),
  writing: oneOf('formula', 'text'),
  mode: oneOf('practice', 'exam'),
  canGrade: boolean,
  modelAnswers: boolean,
  suggestions: boolean,
  figures: table(string),
  preview: optional(previewStateShape),
});
