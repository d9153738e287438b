/** Answers and verdicts as they arrive. */

import {
  type Answer,
  type AnswerOf,
  type DiagramEdge,
  type DiagramNode,
  type DrawnItem,
  type DrawnLabel,
  type LineEdit,
  type QuestionKind,
  type TextReview,
} from '../core/answer/answer.ts';
import { VERDICT_KINDS, type Verdict } from '../core/grade/verdict.ts';
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

type Step = AnswerOf['derivation']['steps'][number];

const item = object<DrawnItem>({
  type: oneOf('line', 'ray', 'segment', 'polyline'),
  points: list(pair(number)),
});
const label = object<DrawnLabel>({ at: pair(number), latex: string });
const step = object<Step>({
  relation: optional(oneOf('=', '<=', '<', '>=', '>')),
  latex: string,
  reason: optional(string),
});
const review = object<TextReview>({ of: string, met: list(count) });
const node = object<DiagramNode>({
  id: string,
  label: string,
  role: optional(oneOf('input', 'parameter', 'state', 'operation', 'output', 'loss')),
  at: optional(pair(number)),
});
const edge = object<DiagramEdge>({ from: string, to: string, label: optional(string) });
const edit = object<LineEdit>({
  line: count,
  action: oneOf('replace', 'insert-after', 'delete'),
  text: optional(string),
  was: optional(string),
});

export const linesAnswerShape = object<AnswerOf['lines']>({
  base: optional(oneOf('own', 'given')),
  edits: list(edit),
});

const answerShapes: { readonly [K in QuestionKind]: Shape<AnswerOf[K]> } = {
  choice: object<AnswerOf['choice']>({ selected: list(string) }),
  drawing: object<AnswerOf['drawing']>({ items: list(item), labels: list(label) }),
  expression: object<AnswerOf['expression']>({ latex: string }),
  derivation: object<AnswerOf['derivation']>({ steps: list(step) }),
  text: object<AnswerOf['text']>({ text: string, review: optional(review) }),
  diagram: object<AnswerOf['diagram']>({ nodes: list(node), edges: list(edge) }),
  code: object<AnswerOf['code']>({ files: table(string) }),
  lines: linesAnswerShape,
};

/** Of any kind: no kind's required fields are a part of another's. */
export const answerShape: Shape<Answer> = anyOf<Answer>(
  'an answer of some kind of question',
  Object.values(answerShapes),
);

export const verdictShape: Shape<Verdict> = object<Verdict>({
  verdict: oneOf(...VERDICT_KINDS),
  points: number,
  maxPoints: number,
  feedback: list(string),
  evidence: optional(table(anything)),
});
