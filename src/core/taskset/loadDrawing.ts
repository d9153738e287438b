/** Drawings on the plane. */

import { truthOf } from '../grade/drawing/truth.ts';
import { NO_DECLARATIONS } from '../math/declarations.ts';
import { checkMistakes, checkSheet, shorterSide } from './checkDrawing.ts';
import { type Drawn, type DrawingExample } from './drawingQuestion.ts';
import { lettersOf, offered } from './letters.ts';
import { type Source, loadCommon, rounded } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

const GRID = 0.5;
const AXES = ['x_1', 'x_2'] as const;

/** How far a hand may be off, as a share of the window's shorter side. */
const TOLERANCE = 1 / 40;

export function loadDrawing(source: Source<'drawing'>): QuestionOf<'drawing'> {
  const { axes = AXES, window, grid = GRID, tolerance, ask, pieces = [] } = source.authored;
  const { mistakes = [], over } = source.authored;
  const question: QuestionOf<'drawing'> = {
    ...loadCommon(source),
    kind: 'drawing',
    ...offered(source),
    declarations: lettersOf(source),
    axes,
    function: source.authored.function,
    window,
    grid,
    tolerance: tolerance ?? rounded(TOLERANCE * shorterSide(window)),
    ask: drawnOf(ask),
    pieces,
    mistakes,
    ...(over === undefined ? {} : { over }),
    examples: examplesOf(source),
  };
  const isSheet = checkSheet(source, question);
  if (isSheet && question.declarations !== NO_DECLARATIONS) checkTruth(source, question);
  return question;
}

function drawnOf(ask: Source<'drawing'>['authored']['ask']): Drawn {
  if (ask.kind === 'level-set') return ask;
  const { kind, labels = 'optional', labelPoints = 0 } = ask;
  return { kind, labels, labelPoints };
}

function examplesOf({ authored, path, files }: Source<'drawing'>): DrawingExample[] {
  return (authored.examples ?? []).map(({ items, labels = [], ...example }, index) => ({
    ...example,
    at: files.placeOf([...path, 'examples', index]),
    answer: { items, labels },
  }));
}

/** The function has to be one that can be drawn as asked, and so have those that are mistaken for it. */
function checkTruth(source: Source<'drawing'>, question: QuestionOf<'drawing'>): void {
  const truth = truthOf(question);
  if (!truth.ok) source.files.complain([...source.path, ...truth.error.at], truth.error.message);
  checkMistakes(source, question);
}
