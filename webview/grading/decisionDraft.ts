/** What a grader has ticked and written for one answer, before it is a decision, and what it comes to in points. */

import { type AnswerSheet, type RubricRow } from '../../src/protocol/gradingMessages.ts';
import { type Shape, count, list, object, optional, string } from '../../src/protocol/shape.ts';

export interface DecisionDraft {
  /** places in the rubric, from 0, ascending */
  readonly ticks: readonly number[];
  /** points as typed; undefined: what the ticks add up to */
  readonly given: string | undefined;
  readonly comment: string;
}

/** What can be had for a question. */
export interface Worth {
  readonly rubric: readonly RubricRow[];
  readonly most: number;
}

export const draftShape: Shape<DecisionDraft> = object<DecisionDraft>({
  ticks: list(count),
  given: optional(string),
  comment: string,
});

/** `missing`: nothing was ticked or typed; `unreadable`: what was typed is no number from 0 to the question's points. */
export type DraftPoints = number | 'missing' | 'unreadable';

const rounded = (points: number): number => Math.round(points * 100) / 100;

/** What the ticks add up to, never more than the question's points. */
export function sumOf({ ticks }: Pick<DecisionDraft, 'ticks'>, { rubric, most }: Worth): number {
  const sum = ticks.reduce((total, place) => total + (rubric[place]?.points ?? 0), 0);
  return rounded(Math.max(0, Math.min(most, sum)));
}

/** Points as typed, with a point or a comma. */
function readPoints(text: string, most: number): number | undefined {
  if (!/^\s*(\d+([.,]\d*)?|[.,]\d+)\s*$/.test(text)) return undefined;
  const points = rounded(Number(text.trim().replace(',', '.')));
  return points <= most ? points : undefined;
}

export function pointsIn(draft: DecisionDraft, worth: Worth): DraftPoints {
  const { ticks, given } = draft;
  if (given !== undefined && given.trim() !== '')
    return readPoints(given, worth.most) ?? 'unreadable';
  return ticks.length === 0 ? 'missing' : sumOf(draft, worth);
}

/** As an answer stands before anybody touches it here: as it was decided, or as the check left it. */
export function untouched({ decision, settled, points }: AnswerSheet, worth: Worth): DecisionDraft {
  if (decision === undefined)
    return { ticks: [], given: settled ? String(rounded(points)) : undefined, comment: '' };
  const ticks = decision.ticks.toSorted((a, b) => a - b);
  const isSum = ticks.length > 0 && decision.points === sumOf({ ticks }, worth);
  const given = isSum ? undefined : String(rounded(decision.points));
  return { ticks, given, comment: decision.comment };
}

export const isSame = (one: DecisionDraft, other: DecisionDraft): boolean =>
  one.comment === other.comment &&
  one.given === other.given &&
  one.ticks.join() === other.ticks.join();

/** Points of the grader's own stay when ticks change, unless they were what the ticks came to. */
export function toggled(draft: DecisionDraft, place: number, worth: Worth): DecisionDraft {
  const others = draft.ticks.filter((each) => each !== place);
  const isTicked = others.length < draft.ticks.length;
  const ticks = isTicked ? others : [...others, place].sort((a, b) => a - b);
  const isOwn = pointsIn(draft, worth) !== sumOf(draft, worth);
  return tidied({ ...draft, ticks, given: isOwn ? draft.given : undefined }, worth);
}

/** As they are typed: half-written numbers stay as they are. */
export const withPoints = (draft: DecisionDraft, given: string): DecisionDraft => ({
  ...draft,
  given,
});

/** Once they are typed: points that are the sum, or none, make room for the sum. */
export function tidied(draft: DecisionDraft, worth: Worth): DecisionDraft {
  const { ticks, given } = draft;
  if (given === undefined || given.trim() === '') return { ...draft, given: undefined };
  const points = readPoints(given, worth.most);
  if (points === undefined) return draft;
  const isSum = ticks.length > 0 && points === sumOf(draft, worth);
  return { ...draft, given: isSum ? undefined : String(points) };
}

const STEP = 0.5;

/** The next half point above or below. */
export function stepped(draft: DecisionDraft, way: 1 | -1, worth: Worth): DecisionDraft {
  const points = pointsIn(draft, worth);
  const from = (typeof points === 'number' ? points : 0) / STEP;
  const next = (way > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1) * STEP;
  const given = String(Math.max(0, Math.min(worth.most, next)));
  return tidied({ ...draft, given }, worth);
}
