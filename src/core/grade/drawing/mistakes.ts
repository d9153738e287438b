/**
 * What a wrong drawing would be right for: the functions that its author expects to be mistaken for the right one, and
 * the mistakes that can be made with any function. A drawing has to fit such a mistake as well as a right one the truth.
 */

import { bordersByLine } from '../../plane/borders.ts';
import { clipped } from '../../plane/clipped.ts';
import { levelSet } from '../../plane/levelSet.ts';
import { type PlanePoint, type Segment, pointBetween, segmentsOf } from '../../plane/plane.ts';
import { fitOf, fits } from './fit.ts';
import { type Sheet } from './sheet.ts';
import { truthOf } from './truth.ts';

export interface Mistake {
  readonly name: string;
  readonly feedback: string;
  /** the most that it earns */
  readonly points?: number | undefined;
}

interface KnownMistake extends Mistake {
  readonly isMade: (sheet: Sheet) => boolean;
}

/** What is drawn in more pieces than this is a scribble, not a mistake with a name. */
const MOST_DRAWN = 2000;

export function mistakeOf(sheet: Sheet): Mistake | undefined {
  const { drawn, question } = sheet;
  if (drawn.length === 0 || drawn.length > MOST_DRAWN) return undefined;
  return (
    question.mistakes.find((authored) => isRightFor(sheet, authored)) ??
    KNOWN.find(({ isMade }) => isMade(sheet))
  );
}

function isRightFor(
  sheet: Sheet,
  { function: wrong, value }: { readonly function: string; readonly value?: number | undefined },
): boolean {
  const { question } = sheet;
  const { ask } = question;
  const asked = ask.kind === 'level-set' && value !== undefined ? { ...ask, value } : ask;
  const truth = truthOf({ ...question, function: wrong, ask: asked, pieces: [] });
  return (
    truth.ok &&
    showsAll(
      sheet,
      truth.value.parts.map(({ strokes }) => strokes),
    )
  );
}

const KNOWN: readonly KnownMistake[] = [
  {
    name: 'axes-swapped',
    feedback:
      'With the axes exchanged this would be right: which letter goes to the right, and which up?',
    isMade: isMirrored,
  },
  {
    name: 'borders-drawn',
    feedback:
      'These are the borders between the pieces. Asked for is where the function has its value.',
    isMade: (sheet) => asksLevel(sheet) && showsAll(sheet, bordersIn(sheet)),
  },
  {
    name: 'level-set-drawn',
    feedback:
      'Along this the function has one value. Asked for are the borders between its pieces.',
    isMade: (sheet) => !asksLevel(sheet) && isOneLevel(sheet),
  },
  {
    name: 'another-value',
    feedback: 'All along this the function has one value, but not the one that is asked for.',
    isMade: (sheet) => asksLevel(sheet) && isOneLevel(sheet),
  },
  {
    name: 'borders-too',
    feedback: 'The borders between the pieces are no part of what is asked for: half a point less.',
    isMade: (sheet) => hasAll(sheet) && asksLevel(sheet) && strays(sheet, bordersIn(sheet).flat()),
  },
  {
    name: 'whole-lines',
    feedback:
      'Some of it goes on too far: where does the formula that you used hold, and where does it end?',
    isMade: (sheet) => hasAll(sheet) && strays(sheet, extended(sheet)),
  },
];

function asksLevel({ question }: Sheet): boolean {
  return question.ask.kind === 'level-set';
}

/** Nothing is missing. */
function hasAll({ fit }: Sheet): boolean {
  return fit.shown.every(({ missing }) => missing.length === 0);
}

function showsAll({ drawn, question }: Sheet, parts: readonly (readonly Segment[])[]): boolean {
  return parts.flat().length > 0 && fits(fitOf(parts, drawn, question));
}

/** Whatever is superfluous lies along these. */
function strays({ fit, question }: Sheet, along: readonly Segment[]): boolean {
  return fitOf([along], fit.superfluous, question).superfluous.length === 0;
}

function bordersIn({ truth: { pieces } }: Sheet): readonly (readonly Segment[])[] {
  return pieces === undefined ? [] : bordersByLine(pieces);
}

/** Of a piecewise linear function: every straight stroke as a whole line. */
function extended({ truth: { parts, pieces }, question: { window } }: Sheet): Segment[] {
  if (pieces === undefined) return [];
  const line = { from: -Infinity, to: Infinity };
  return parts
    .flatMap(({ strokes }) => strokes)
    .flatMap((stroke) => clipped(stroke, line, window) ?? []);
}

/** The drawing shows all of a level set: of the value that the function has in the middle of its middle stroke. */
function isOneLevel(sheet: Sheet): boolean {
  const { drawn, truth, question } = sheet;
  const values = drawn.map(({ from, to }) => truth.f.value(pointBetween(from, to, 0.5)));
  const value = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  if (!Number.isFinite(value)) return false;
  const level = levelSet(truth.f, value, question.window);
  return (
    level.ok && showsAll(sheet, [level.value.parts.flatMap(({ points }) => segmentsOf(points))])
  );
}

/** Only of a window that is the same with its axes exchanged. */
function isMirrored({ drawn, truth, question }: Sheet): boolean {
  const { low, high } = question.window;
  if (low[0] !== low[1] || high[0] !== high[1]) return false;
  const mirrored = drawn.map((piece) => ({
    ...piece,
    from: swapped(piece.from),
    to: swapped(piece.to),
  }));
  return fits(
    fitOf(
      truth.parts.map(({ strokes }) => strokes),
      mirrored,
      question,
    ),
  );
}

function swapped([right, up]: PlanePoint): PlanePoint {
  return [up, right];
}

/** What of the superfluous counts: borders that were drawn once more beside a level set only spoil its being right. */
export function countedStrays(sheet: Sheet): readonly Segment[] {
  const { fit, question } = sheet;
  if (!asksLevel(sheet)) return fit.superfluous;
  return fitOf([bordersIn(sheet).flat()], fit.superfluous, question).superfluous;
}
