/** Drawings on the plane. */

import { type PlaneWindow } from '../plane/plane.ts';
import { type Drawn, type DrawingExample } from './drawingQuestion.ts';
import { lettersOf, offered } from './letters.ts';
import { type Source, loadCommon } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

const GRID = 0.5;
const AXES = ['x_1', 'x_2'] as const;

/** How far a hand may be off, as a share of the window's shorter side. */
const TOLERANCE = 1 / 50;

export function loadDrawing(source: Source<'drawing'>): QuestionOf<'drawing'> {
  const { axes = AXES, window, grid = GRID, tolerance, ask, pieces = [], over } = source.authored;
  return {
    ...loadCommon(source),
    kind: 'drawing',
    ...offered(source),
    declarations: lettersOf(source),
    axes,
    function: source.authored.function,
    window,
    grid,
    tolerance: tolerance ?? TOLERANCE * shorterSide(window),
    ask: drawnOf(ask),
    pieces,
    ...(over === undefined ? {} : { over }),
    examples: examplesOf(source),
  };
}

function shorterSide({ low, high }: PlaneWindow): number {
  return Math.min(high[0] - low[0], high[1] - low[1]);
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
