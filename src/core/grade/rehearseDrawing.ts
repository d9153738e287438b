/** The answers by which a drawing question is tried on itself. */

import { type DrawingAnswer, type DrawnLabel } from '../answer/answer.ts';
import { type Affine } from '../plane/halfPlane.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { truthFor } from './drawing/sheet.ts';
import { complaintAbout, fullPoints } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';

export function drawingRehearsals(question: QuestionOf<'drawing'>): Rehearsal[] {
  const { id, at } = question;
  const examples = question.examples.map((example) => ({
    name: `the drawing “${example.name}” of ${id}`,
    at: example.at,
    question,
    answer: example.answer,
    complaint: (verdict: Parameters<Rehearsal['complaint']>[0]) => complaintAbout(verdict, example),
  }));
  return [
    {
      name: `the true drawing of ${id}`,
      at,
      question,
      answer: trueDrawing(question),
      complaint: fullPoints,
    },
    {
      name: `an empty drawing of ${id}`,
      at,
      question,
      answer: { items: [], labels: [] },
      complaint: (verdict) => complaintAbout(verdict, { verdict: 'unanswered', points: 0 }),
    },
    ...examples,
  ];
}

/** What the question's function says, drawn. */
export function trueDrawing(question: QuestionOf<'drawing'>): DrawingAnswer {
  const strokes = truthFor(question).parts.flatMap((part) => part.strokes);
  return {
    items: strokes.map(({ from, to }) => ({ type: 'segment', points: [from, to] })),
    labels: trueLabels(question),
  };
}

function trueLabels(question: QuestionOf<'drawing'>): DrawnLabel[] {
  const { axes, ask } = question;
  if (ask.kind !== 'pieces' || ask.labels === 'none') return [];
  const pieces = truthFor(question).pieces?.pieces ?? [];
  return pieces.map(({ inner, affine }) => ({ at: inner, latex: formulaOf(affine, axes) }));
}

function formulaOf({ gradient, offset }: Affine, axes: readonly [string, string]): string {
  return `${decimal(gradient[0])} ${axes[0]} + ${decimal(gradient[1])} ${axes[1]} + ${decimal(offset)}`;
}

/** Without an exponent, which formulas do not have. */
function decimal(value: number): string {
  return `(${value.toFixed(12)})`;
}
