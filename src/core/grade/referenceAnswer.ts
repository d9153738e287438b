/** The right answer to a question as its author gives it, in the form in which a student would. */

import { type Answer, type AnswerOf, type QuestionKind } from '../answer/answer.ts';
import { drawnNetwork } from '../network/variants.ts';
import { affineText } from '../plane/affineText.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { truthFor } from './drawing/sheet.ts';

const REFERENCES: { readonly [K in QuestionKind]: (question: QuestionOf<K>) => AnswerOf[K] } = {
  choice: ({ options }) => ({
    selected: options.filter(({ correct }) => correct).map(({ id }) => id),
  }),
  drawing: trueDrawing,
  expression: ({ answers }) => ({ latex: answers[0] ?? '' }),
  derivation: ({ reference }) => ({ steps: reference }),
  text: ({ modelAnswer }) => ({ text: modelAnswer }),
  diagram: ({ network }) => drawnNetwork(network),
  code: ({ reference }) => ({ files: reference }),
  lines: ({ reference }) => ({ base: 'given', edits: reference }),
};

export function referenceAnswer(question: Question): Answer {
  return referenceOf(question);
}

function referenceOf<K extends QuestionKind>(question: QuestionOf<K>): AnswerOf[K] {
  return REFERENCES[question.kind](question);
}

/** What the question's function says, drawn; with a formula on every piece where formulas are asked for. */
function trueDrawing(question: QuestionOf<'drawing'>): AnswerOf['drawing'] {
  const { parts, pieces } = truthFor(question);
  const { ask, axes } = question;
  const labelled = ask.kind === 'pieces' && ask.labels !== 'none' ? (pieces?.pieces ?? []) : [];
  return {
    items: parts.flatMap(({ strokes }) =>
      strokes.map(({ from, to }) => ({ type: 'segment' as const, points: [from, to] })),
    ),
    labels: labelled.map(({ inner, affine }) => ({ at: inner, latex: affineText(affine, axes) })),
  };
}
