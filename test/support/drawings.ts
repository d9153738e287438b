/** Drawings as tests write them: `ray 0.5,0.5 0,1`, and formulas as `1,0: 2x_1`. */

import {
  DRAWN_TYPES,
  type DrawingAnswer,
  type DrawnItem,
  type DrawnLabel,
} from '../../src/core/answer/answer.ts';
import { type QuestionOf, questionsOf } from '../../src/core/taskset/taskSet.ts';
import { smallSet } from './taskSet.ts';

export function drawing(draw: readonly string[], labels: readonly string[] = []): DrawingAnswer {
  return { items: draw.map(itemIn), labels: labels.map(labelIn) };
}

function itemIn(text: string): DrawnItem {
  const [word = '', ...points] = text.split(' ');
  const type = DRAWN_TYPES.find((known) => known === word);
  if (type === undefined) throw new Error(`what is to be drawn by ${text}?`);
  return { type, points: points.map(pointIn) };
}

function labelIn(text: string): DrawnLabel {
  const colon = text.indexOf(':');
  return { at: pointIn(text.slice(0, colon)), latex: text.slice(colon + 1).trim() };
}

function pointIn(text: string): [number, number] {
  const [x, y] = text.split(',').map(Number);
  if (x === undefined || y === undefined || Number.isNaN(x + y))
    throw new Error(`no point: ${text}`);
  return [x, y];
}

/** A question from the fields that matter; JSON is YAML. */
export function drawingQuestion(fields: Readonly<Record<string, unknown>>): QuestionOf<'drawing'> {
  const [question] = questionsOf(smallSet(drawingSet(fields)));
  if (question?.kind !== 'drawing') throw new Error('no drawing question');
  return question;
}

/** The files of a set with this question alone. */
export function drawingSet(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const points = typeof fields['points'] === 'number' ? fields['points'] : 4;
  const question = {
    id: 'a',
    kind: 'drawing',
    title: 'Drawing',
    prompt: 'Draw.',
    points,
    ...fields,
  };
  return {
    'taskset.yaml': `{ format: 1, id: drawings, title: Drawings, language: en, version: 1.0.0, points: ${points}, tasks: [one] }`,
    'one/task.yaml': JSON.stringify({ title: 'One', questions: [question] }, undefined, 1),
  };
}
