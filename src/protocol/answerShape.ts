/** Answers and verdicts as they arrive. */

import { type Answer, type AnswerOf, type QuestionKind } from '../core/answer/answer.ts';
import { type Verdict } from '../core/grade/verdict.ts';
import {
  type Shape,
  anyOf,
  anything,
  count,
  list,
  number,
  object,
  oneOf,
  optional,
  pair,
  string,
  table,
} from './shape.ts';

type Items = AnswerOf['drawing']['items'][number];
type Label = AnswerOf['drawing']['labels'][number];
type Step = AnswerOf['derivation']['steps'][number];
type Node = AnswerOf['diagram']['nodes'][number];
type Edge = AnswerOf['diagram']['edges'][number];
type Edit = AnswerOf['lines']['edits'][number];

const item = object<Items>({
  type: oneOf('line', 'ray', 'segment', 'polyline'),
  points: list(pair(number)),
});
const label = object<Label>({ at: pair(number), latex: string });
const step = object<Step>({
  relation: optional(oneOf('=', '<=', '<', '>=', '>')),
  latex: string,
  reason: optional(string),
});
const node = object<Node>({ id: string, label: string });
const edge = object<Edge>({ from: string, to: string, label: optional(string) });
const edit = object<Edit>({
  line: count,
  action: oneOf('replace', 'insert-after', 'delete'),
  text: optional(string),
});

const answerShapes: { readonly [K in QuestionKind]: Shape<AnswerOf[K]> } = {
  choice: object<AnswerOf['choice']>({ selected: list(string) }),
  drawing: object<AnswerOf['drawing']>({ items: list(item), labels: list(label) }),
  expression: object<AnswerOf['expression']>({ latex: string }),
  derivation: object<AnswerOf['derivation']>({ steps: list(step) }),
  text: object<AnswerOf['text']>({ text: string }),
  diagram: object<AnswerOf['diagram']>({ nodes: list(node), edges: list(edge) }),
  code: object<AnswerOf['code']>({ files: table(string) }),
  lines: object<AnswerOf['lines']>({ edits: list(edit) }),
};

/** Of any kind: no kind's required fields are a part of another's. */
export const answerShape: Shape<Answer> = anyOf<Answer>(
  'an answer of some kind of question',
  Object.values(answerShapes),
);

export const verdictShape: Shape<Verdict> = object<Verdict>({
  verdict: oneOf(
    'correct',
    'partial',
    'wrong',
    'undecided',
    'invalid',
    'manual',
    'not-run',
    'unanswered',
  ),
  points: number,
  maxPoints: number,
  feedback: list(string),
  evidence: optional(table(anything)),
});
