/** How a verdict is put in words, and which sign stands beside them: colour never speaks alone. */

import { type Verdict } from '../../src/protocol/messages.ts';
import { type IconName } from '../controls/icon.ts';

export type Tone = 'good' | 'mixed' | 'bad' | 'quiet';

export interface VerdictWords {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

const verdictWords: { readonly [K in Verdict['verdict']]: VerdictWords } = {
  correct: { words: 'Correct', icon: 'check', tone: 'good' },
  partial: { words: 'Partly correct', icon: 'half', tone: 'mixed' },
  wrong: { words: 'Not correct', icon: 'cross', tone: 'bad' },
  undecided: { words: 'Undecided: a person will look at it', icon: 'question', tone: 'quiet' },
  invalid: { words: 'Could not be read; no points lost', icon: 'warning', tone: 'mixed' },
  manual: { words: 'Graded by a person', icon: 'person', tone: 'quiet' },
  'not-run': { words: 'Could not be checked', icon: 'warning', tone: 'mixed' },
  unanswered: { words: 'Not answered yet', icon: 'circle', tone: 'quiet' },
};

const READABLE: VerdictWords = { words: 'This answer can be read', icon: 'circle', tone: 'quiet' };

export function wordsOf({ verdict, evidence }: Verdict): VerdictWords {
  return evidence?.['readable'] === true ? READABLE : verdictWords[verdict];
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function points(count: number): string {
  return `${number.format(count)} ${count === 1 ? 'point' : 'points'}`;
}

/** `1 of 1.5 points` */
export function pointsOf({
  points: reached,
  maxPoints,
}: Pick<Verdict, 'points' | 'maxPoints'>): string {
  return `${number.format(reached)} of ${points(maxPoints)}`;
}

/** Whether the points of a verdict say anything yet. */
export const hasPoints = ({ verdict }: Verdict): boolean =>
  verdict === 'correct' || verdict === 'partial' || verdict === 'wrong';

export function verdictSentence(verdict: Verdict): string {
  const { words } = wordsOf(verdict);
  return hasPoints(verdict) ? `${words}, ${pointsOf(verdict)}.` : `${words}.`;
}
