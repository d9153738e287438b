/** A diagram held against all networks that a question accepts; the one that it fits best counts. */

import { type DiagramAnswer } from '../../answer/answer.ts';
import { type AlternativeNetwork } from '../../taskset/diagramQuestion.ts';
import { type QuestionOf } from '../../taskset/taskSet.ts';
import { type BestReading, readDiagram } from '../../network/readDiagram.ts';
import { type Reference, referenceOf } from '../../network/reference.ts';
import { SameValue } from '../../network/sameValue.ts';
import { type Sketch } from '../../network/sketch.ts';
import { pointsFor } from './credit.ts';

export type DiagramQuestion = QuestionOf<'diagram'>;

export interface Held {
  readonly question: DiagramQuestion;
  readonly answer: DiagramAnswer;
  readonly sketch: Sketch;
  readonly reference: Reference;
  readonly reading: BestReading;
  /** undefined: the network that is asked for */
  readonly alternative?: AlternativeNetwork | undefined;
  readonly points: number;
}

export function hold(question: DiagramQuestion, answer: DiagramAnswer, sketch: Sketch): Held {
  const same = new SameValue(question.declarations);
  const holdTo = (alternative?: AlternativeNetwork): Held => {
    const reference = referenceOf(alternative ?? question.network, question.declarations);
    const reading = readDiagram(sketch, reference, {
      countRoles: question.roles === 'counted',
      same,
    });
    const points = pointsFor(reading, alternative?.points ?? question.points);
    return { question, answer, sketch, reference, reading, alternative, points };
  };
  const asked = holdTo();
  if (asked.reading.cost === 0) return asked;
  return question.alternatives
    .map((alternative) => holdTo(alternative))
    .reduce((best, each) => (isNearer(each, best) ? each : best), asked);
}

/** A drawing that is far from both is held against what was asked for. */
function isNearer(each: Held, best: Held): boolean {
  const { cost, shares } = each.reading;
  return each.points > best.points && cost < 0.75 * shares;
}
