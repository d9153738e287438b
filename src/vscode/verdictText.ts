/** A verdict in plain words, for places that show one sentence or two. */
import { type Verdict } from '../core/grade/verdict.ts';
import { type PublicQuestion } from '../core/taskset/publicTask.ts';
import { plainText } from '../core/plainText.ts';
import { isJudged, pointsText, STATUS_LOOKS, toldBy } from './questionStatus.ts';

/** How the question stands, its points where anybody has judged it, and the first reason. */
export function verdictText(
  { id, points }: Pick<PublicQuestion, 'id' | 'points'>,
  verdict: Verdict,
): string {
  const { word } = STATUS_LOOKS[toldBy(verdict)];
  const reached = `: ${pointsText(verdict.points)} of ${pointsText(points)} points`;
  const [reason] = verdict.feedback;
  const because = reason === undefined ? '' : ` ${plainText(reason)}`;
  return `Question ${id} is ${word}${isJudged(verdict) ? reached : ''}.${because}`;
}
