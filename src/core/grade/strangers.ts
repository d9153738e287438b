/** Answers to questions that the set does not have: they earn nothing, so whoever grades is told of them. */

import { brief } from '../printable.ts';
import { nearest } from '../taskset/nearest.ts';
import { type TaskSet, questionsOf } from '../taskset/taskSet.ts';

type Answers = ReadonlyMap<string, unknown>;

/** Ids that were answered but are no questions of the set. */
export function strangersIn(set: TaskSet, answers: Answers): string[] {
  const known = new Set(questionsOf(set).map(({ id }) => id));
  return [...answers.keys()].filter((id) => !known.has(id));
}

/** More are no slip, and nobody reads them. */
const MOST_TOLD = 10;

/** A sentence each, with the question that may be meant. */
export function strangerNotes(set: TaskSet, answers: Answers): string[] {
  const strangers = strangersIn(set, answers);
  const known = questionsOf(set).map(({ id }) => id);
  const told = strangers.slice(0, MOST_TOLD).map((id) => {
    const near = nearest(id, known);
    const hint = near === undefined ? '' : ` Is ${near} meant?`;
    return `There is no question ${JSON.stringify(brief(id, 60))}: its answer is left out.${hint}`;
  });
  const more = strangers.length - told.length;
  return more === 0 ? told : [...told, `So are ${more} more answers to unknown questions.`];
}
