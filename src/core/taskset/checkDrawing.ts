/** Refuses a drawing question that nobody can draw or that cannot be judged, at the field that says so. */

import { planeFunction } from '../plane/planeFunction.ts';
import { type PlaneWindow } from '../plane/plane.ts';
import { type Problem } from './problem.ts';
import { type Source, expectSum } from './questionSource.ts';
import { type QuestionOf, type TaskSet } from './taskSet.ts';
import { type Path } from './yamlText.ts';

type DrawingSource = Source<'drawing'>;
type DrawingQuestion = QuestionOf<'drawing'>;

/** More grid lines are a grey area. */
const MOST_GRID_LINES = 200;
/** Of the window's shorter side: with more, all that is drawn is right. */
const LARGEST_TOLERANCE = 1 / 10;

/** Whether there is a window with a grid to draw on: without it nothing else can be checked. */
export function checkSheet(source: DrawingSource, question: DrawingQuestion): boolean {
  const { window, grid, tolerance } = question;
  const complain = complaining(source);
  checkPoints(source);
  checkLabelPoints(source);
  const side = shorterSide(window);
  if (!(side > 0)) {
    complain(['window'], 'low must lie below high in both coordinates');
    return false;
  }
  const least = longerSide(window) / MOST_GRID_LINES;
  if (grid > side || grid < least) {
    complain(
      ['grid'],
      `expected between ${least} and ${side}, so that the window has at least one and at most ${MOST_GRID_LINES} grid lines each way; found ${grid}`,
    );
    return false;
  }
  const most = Math.min(side * LARGEST_TOLERANCE, grid / 2);
  if (tolerance >= most) {
    complain(
      ['tolerance'],
      `expected less than ${most}, half the distance of the grid lines and a tenth of the window, so that neighbouring grid points are told apart; found ${tolerance}`,
    );
    return false;
  }
  return true;
}

function complaining({ path, files }: DrawingSource): (at: Path, message: string) => void {
  return (at, message) => {
    files.complain([...path, ...at], message);
  };
}

export function shorterSide({ low, high }: PlaneWindow): number {
  return Math.min(high[0] - low[0], high[1] - low[1]);
}

function longerSide({ low, high }: PlaneWindow): number {
  return Math.max(high[0] - low[0], high[1] - low[1]);
}

function checkPoints(source: DrawingSource): void {
  const { ask, pieces = [] } = source.authored;
  const complain = complaining(source);
  const stated = pieces.flatMap(({ points }) => points ?? []);
  if (stated.length === 0) return;
  if (ask.kind === 'pieces') {
    complain(
      ['pieces'],
      'points of pieces count only with a level set: every border earns the same',
    );
  } else if (stated.length < pieces.length) {
    complain(
      ['pieces'],
      `state the points of all pieces or of none: found ${stated.length} of ${pieces.length}`,
    );
  } else expectSum(source, 'pieces', stated);
}

function checkLabelPoints(source: DrawingSource): void {
  const { ask, points } = source.authored;
  if (ask.kind !== 'pieces') return;
  const { labels = 'optional', labelPoints } = ask;
  const complain = complaining(source);
  if (labels === 'required' && labelPoints === undefined) {
    complain(['ask'], 'required labels need labelPoints');
  }
  if (labels !== 'required' && labelPoints !== undefined) {
    complain(['ask', 'labelPoints'], 'labelPoints count only with labels: required');
  }
  if ((labelPoints ?? 0) >= points) {
    complain(
      ['ask', 'labelPoints'],
      `must leave points for the borders: expected less than ${points}, found ${labelPoints ?? 0}`,
    );
  }
}

/** Functions that are mistaken for the right one have to be functions of the plane. */
export function checkMistakes(source: DrawingSource, question: DrawingQuestion): void {
  for (const [index, mistake] of question.mistakes.entries()) {
    const f = planeFunction(mistake.function, question);
    if (!f.ok) complaining(source)(['mistakes', index, 'function'], f.error.message);
    if (mistake.value !== undefined && question.ask.kind === 'pieces') {
      complaining(source)(['mistakes', index, 'value'], 'a value counts only with a level set');
    }
  }
}

/** A drawing that stands behind another one is of the same task, and stands before it. */
export function strayBackgrounds({ tasks }: TaskSet): Problem[] {
  return tasks.flatMap(({ questions }) =>
    questions.flatMap((question, index) => {
      if (question.kind !== 'drawing' || question.over === undefined) return [];
      const drawings = questions.slice(0, index).filter(({ kind }) => kind === 'drawing');
      const ids = drawings.map(({ id }) => id);
      if (ids.includes(question.over)) return [];
      const expected = ids.length === 0 ? 'there is none' : `there is ${ids.join(', ')}`;
      const message = `it is drawn over ${question.over}: expected a drawing question before it in the same task; ${expected}`;
      return [{ ...question.at, message }];
    }),
  );
}
