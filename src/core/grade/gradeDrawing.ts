/**
 * Drawings: what is drawn and what the question's function says are held against each other in data units, within the
 * question's tolerance; labels are compared with the function on the piece on which they stand.
 */

import { type DrawingAnswer, type DrawnItem, type DrawnLabel } from '../answer/answer.ts';
import { complaintProse } from '../math/complaint.ts';
import { drawnPieces } from '../plane/drawnPieces.ts';
import { type Result, failure, success } from '../result.ts';
import { caretUnder } from './caret.ts';
import { type Credit, amountOf, creditsOf, halves } from './drawing/credit.ts';
import { namedByItems } from './drawing/borderNames.ts';
import { evidenceOf, tenths } from './drawing/evidence.ts';
import { feedbackOf } from './drawing/feedback.ts';
import { fitOf, fits } from './drawing/fit.ts';
import { type LabelCredit, labelCredit } from './drawing/labelCredit.ts';
import { type ReadLabels, marksOf, readLabels, unreadableMarks } from './drawing/labels.ts';
import { type Mistake, countedStrays, mistakeOf } from './drawing/mistakes.ts';
import { type DrawingQuestion, type Sheet, truthFor } from './drawing/sheet.ts';
import { type Verdict } from './verdict.ts';

/** They bound the time that judging takes. */
const MOST_POINTS = 20_000;
const MOST_LABELS = 200;
/** What a drawing that is not quite right can fall short of full points. */
const LEAST_LOSS = 0.5;

const ROUNDED = 'All together is rounded to half points.';

export function gradeDrawing(question: DrawingQuestion, answer: DrawingAnswer): Verdict {
  const strokes = readStrokes(question, answer);
  if (!strokes.ok) return strokes.error;
  const { drawn, labels } = strokes.value;
  const read = readLabels(labels, question);
  if (read.complaints.length > 0) return unreadableLabels(question, read);
  const truth = truthFor(question);
  const wanted = truth.parts.map((part) => part.strokes);
  const fit = fitOf(wanted, drawn, question);
  return judged({ question, truth, drawn, fit }, read);
}

interface Strokes {
  readonly drawn: Sheet['drawn'];
  /** those that are asked for */
  readonly labels: readonly DrawnLabel[];
}

/** What is drawn, or the verdict on what cannot be read as a drawing. */
export function readStrokes(
  question: DrawingQuestion,
  answer: DrawingAnswer,
): Result<Strokes, Verdict> {
  const labels = labelsAsked(question, answer);
  if (answer.items.length === 0 && labels.every(({ latex }) => latex.trim() === '')) {
    const maxPoints = question.points;
    return failure({ verdict: 'unanswered', points: 0, maxPoints, feedback: [] });
  }
  const crowd = tooMuch(answer.items, labels);
  if (crowd !== undefined) return failure(unreadable(question, [crowd]));
  const drawn = drawnPieces(answer.items, question.window);
  if (drawn.ok) return success({ drawn: drawn.value, labels });
  const complaints = drawn.error.map(({ message }) => message);
  return failure(unreadable(question, complaints));
}

function tooMuch(items: readonly DrawnItem[], labels: readonly DrawnLabel[]): string | undefined {
  const points = items.reduce((sum, item) => sum + item.points.length, 0);
  if (points > MOST_POINTS) {
    return `Expected at most ${MOST_POINTS} points in all, found ${points}.`;
  }
  return labels.length > MOST_LABELS
    ? `Expected at most ${MOST_LABELS} labels, found ${labels.length}.`
    : undefined;
}

/** Formulas that nobody asked for are not looked at. */
function labelsAsked({ ask }: DrawingQuestion, { labels }: DrawingAnswer): readonly DrawnLabel[] {
  return ask.kind === 'pieces' && ask.labels !== 'none' ? labels : [];
}

function judged(sheet: Sheet, { labels }: ReadLabels): Verdict {
  const { question, truth, fit } = sheet;
  const marks = truth.pieces === undefined ? [] : marksOf(labels, truth.pieces, question.tolerance);
  const credits = creditsOf(truth, fit, countedStrays(sheet));
  const forLabels = labelCredit(question.ask, marks, {
    points: question.points,
    pieces: truth.pieces?.pieces.length ?? 1,
  });
  const isRight = fits(fit) && forLabels.isFull;
  const mistake = fits(fit) ? undefined : mistakeOf(sheet);
  const earned = credits.earned + forLabels.points;
  const points = isRight ? question.points : limited(earned, question.points, mistake);
  const parts = [...namedByItems(sheet, credits.parts), ...formulaParts(forLabels)];
  const listed = parts.reduce((sum, part) => sum + tenths(part.points), -credits.strayCost);
  return {
    verdict: isRight ? 'correct' : points > 0 ? 'partial' : 'wrong',
    points,
    maxPoints: question.points,
    feedback: [
      ...feedbackOf(sheet, marks, mistake, credits.strayCost),
      ...(isRight ? [] : pointRemarks(forLabels, mistake, { earned, listed, points })),
    ],
    evidence: {
      ...evidenceOf(sheet, parts, marks),
      ...(mistake === undefined ? {} : { mistake: mistake.name }),
    },
  };
}

function formulaParts({ points, maxPoints }: LabelCredit): Credit[] {
  return maxPoints > 0 ? [{ name: 'formulas', points, maxPoints }] : [];
}

interface Amounts {
  /** before all is rounded and limited */
  readonly earned: number;
  /** what the list of parts comes to, less what is superfluous */
  readonly listed: number;
  readonly points: number;
}

/** Why the parts do not add up to the points. How many pieces there are is a part of the question, so it is not said. */
function pointRemarks(
  labels: LabelCredit,
  mistake: Mistake | undefined,
  { earned, listed, points }: Amounts,
): string[] {
  const cost = labels.points < 0 ? [`Wrong formulas cost ${amountOf(-labels.points)}.`] : [];
  const most = mistake?.points;
  const limit =
    most !== undefined && points === most && earned > most
      ? [`With this mistake a drawing earns at most ${amountOf(most)}.`]
      : [];
  const rest = labels.missing === 0 ? [] : ['Not every piece has its right formula yet.'];
  const isExplained = limit.length > 0 || mistake?.name === 'borders-too';
  const isAdded = Math.abs(listed + Math.min(0, labels.points) - points) < 0.01;
  const rounding = isExplained || isAdded || points === 0 ? [] : [ROUNDED];
  return [...rest, ...cost, ...limit, ...rounding];
}

function limited(earned: number, maxPoints: number, mistake: Mistake | undefined): number {
  return halves(Math.min(earned, maxPoints - LEAST_LOSS, mistake?.points ?? maxPoints));
}

function unreadable(
  { points: maxPoints }: DrawingQuestion,
  complaints: readonly string[],
): Verdict {
  const feedback = complaints.slice(0, 5);
  return { verdict: 'invalid', points: 0, maxPoints, feedback };
}

/** It costs nothing: the writer is told where and why. */
export function unreadableLabels(
  question: DrawingQuestion,
  { complaints }: Pick<ReadLabels, 'complaints'>,
): Verdict {
  const sentences = complaints.map(
    ({ label, complaint }) => `Label ${label + 1} cannot be read: ${complaintProse(complaint)}`,
  );
  const [first] = complaints;
  return {
    ...unreadable(question, sentences),
    evidence: {
      labels: unreadableMarks(complaints),
      ...(first === undefined
        ? {}
        : { place: first.complaint.span, caret: caretUnder(first.text, first.complaint.span) }),
    },
  };
}
