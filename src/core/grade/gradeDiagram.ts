/**
 * Diagrams: labels are compared as mathematics, steps that may stand in between are passed through, and what then
 * distinguishes the drawing from the nearest network that the question accepts costs its share. Where things are drawn
 * does not matter.
 */

import { type DiagramAnswer } from '../answer/answer.ts';
import { type Difference } from '../network/difference.ts';
import { type Unreadable, readSketch } from '../network/sketch.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { diagramEvidence } from './diagram/evidence.ts';
import { type Held, hold } from './diagram/held.ts';
import { type Told, toldDifferences } from './diagram/told.ts';
import { type Verdict, type VerdictKind } from './verdict.ts';

type DiagramQuestion = QuestionOf<'diagram'>;

export function gradeDiagram(question: DiagramQuestion, answer: DiagramAnswer): Verdict {
  const { points: maxPoints, declarations } = question;
  if (isBlank(answer)) return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  const sketch = readSketch(answer, declarations);
  return sketch.ok
    ? verdictOf(hold(question, answer, sketch.value))
    : unreadable(sketch.error, maxPoints);
}

/** Empty nodes without an edge say nothing. */
export function isBlank({ nodes, edges }: DiagramAnswer): boolean {
  return edges.length === 0 && nodes.every(({ label }) => label.trim() === '');
}

function verdictOf(held: Held): Verdict {
  const { question, points, alternative } = held;
  const told = toldDifferences(held);
  const verdict = kindOf(held);
  const feedback = [
    ...(alternative?.feedback === undefined ? [] : [alternative.feedback]),
    ...sentences(held, told),
    ...(verdict === 'undecided' ? [UNDECIDED] : []),
  ];
  return {
    verdict,
    points: verdict === 'undecided' ? 0 : points,
    maxPoints: question.points,
    feedback,
    evidence: diagramEvidence(held, told),
  };
}

/** Where most edges are turned around, that is one thing to say. */
function sentences({ reading, sketch }: Held, told: readonly Told[]): string[] {
  const isReversed = ({ kind }: Difference): boolean => kind === 'reversed-edge';
  const reversed = reading.differences.filter(isReversed).length;
  const isMost = 2 * reversed > sketch.edges.length;
  const single = told.filter(({ difference }) => !isMost || !isReversed(difference));
  const untold = reading.differences.length - single.length - (isMost ? reversed : 0);
  return [
    ...(isMost ? [MOST_REVERSED] : []),
    ...new Set(single.map(({ message }) => message)),
    ...(untold > 0 ? [MORE] : []),
  ];
}

const MOST_REVERSED = 'Most edges point the wrong way.';
const MORE = 'There is more that is missing or too much.';
const UNDECIDED = 'This drawing could not be compared in all ways: a person decides.';

/** Only what was compared in full may cost points. */
function kindOf({ points, question, reading }: Held): VerdictKind {
  if (points === question.points) return 'correct';
  if (reading.cost > 0 && (!reading.isBest || reading.isUnsure)) return 'undecided';
  return points > 0 ? 'partial' : 'wrong';
}

/** It costs nothing: the writer is told where and why. */
export function unreadable({ message, nodes, edges }: Unreadable, maxPoints: number): Verdict {
  return {
    verdict: 'invalid',
    points: 0,
    maxPoints,
    feedback: [message],
    evidence: { nodes: {}, differences: [], unreadable: { nodes, edges } },
  };
}
