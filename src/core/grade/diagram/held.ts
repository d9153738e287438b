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
  const { declarations, network, roles } = question;
  const same = new SameValue(declarations);
  const holdTo = (alternative?: AlternativeNetwork, worst?: number): Held => {
    const reference = referenceOf(alternative ?? network, declarations);
    const countRoles = roles === 'counted';
    const reading = readDiagram(sketch, reference, { countRoles, same, worst });
    const points = pointsFor(reading, alternative?.points ?? question.points);
    return { question, answer, sketch, reference, reading, alternative, points };
  };
  // what loses more than that earns nothing anyway
  let best = holdTo(undefined, Math.max(0, 1 - 0.5 / question.points));
  for (const alternative of question.alternatives) {
    const worst = worstNearer(alternative.points, best);
    if (worst <= 0) continue;
    const held = holdTo(alternative, worst);
    const isBest = held.reading.isBest && best.reading.isBest;
    const nearer = isNearer(held, best) ? held : best;
    best = { ...nearer, reading: { ...nearer.reading, isBest } };
  }
  return best;
}

/** A drawing that loses so much of the shares is far from a network. */
const FAR = 0.75;

/** The part of an alternative's shares that a drawing may lose to be nearer to it; zero: it cannot be. */
function worstNearer(points: number, best: Held): number {
  if (points < best.points) return 0;
  const most = points === best.points ? lostShare(best) / 2 : 1 - best.points / points;
  return Math.min(FAR, most);
}

/** It earns more, or, as a known mistake that is worth nothing, fits clearly better. */
function isNearer(each: Held, best: Held): boolean {
  if (lostShare(each) >= FAR) return false;
  const isSame = each.points === best.points;
  return each.points > best.points || (isSame && lostShare(each) < lostShare(best) / 2);
}

function lostShare({ reading: { cost, shares } }: Held): number {
  return cost / Math.max(shares, 1);
}
