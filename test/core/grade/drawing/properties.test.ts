import { describe, expect, it } from 'vitest';
import { type DrawnItem } from '../../../../src/core/answer/answer.ts';
import { gradeDrawing } from '../../../../src/core/grade/gradeDrawing.ts';
import { type DrawingQuestion, truthFor } from '../../../../src/core/grade/drawing/sheet.ts';
import { trueDrawing } from '../../../../src/core/grade/rehearseDrawing.ts';
import { arrangement } from '../../../../src/core/plane/arrangement.ts';
import { pieceAt } from '../../../../src/core/plane/borders.ts';
import { drawnPieces } from '../../../../src/core/plane/drawnPieces.ts';
import { type PlanePoint, type Segment } from '../../../../src/core/plane/plane.ts';
import { type Random, seededRandom, uniform } from '../../../../src/core/random.ts';
import { drawingQuestion } from '../../../support/drawings.ts';

const LETTERS = {
  declare: 'x_1, x_2, p, q: scalar',
  where: [String.raw`p = \max(0, x_1)`, String.raw`q = \max(0, x_2)`],
};
const WINDOW = { low: [-3, -3], high: [3, 3] };
const PIECES = { kind: 'pieces', labels: 'none' };
const LEVEL = { kind: 'level-set', value: 1 };

const question = (formula: string, ask: object) =>
  drawingQuestion({ mathematics: LETTERS, function: formula, window: WINDOW, ask });

const QUESTIONS: readonly (readonly [string, DrawingQuestion])[] = [
  ['the pieces of |x1| + |x2|', question('|x_1| + |x_2|', PIECES)],
  ['the pieces of a maximum', question(String.raw`\max(x_1, x_2, 1 - x_1)`, PIECES)],
  [
    'the twelve pieces of a network',
    question(String.raw`p + 2q + \max(0, p+q-1) + \max(0, p+q-2) + \max(0, p-q-1)`, PIECES),
  ],
  ['the boundary of the exam', question(String.raw`\max(0, x_1+x_2) + \max(0, x_1-x_2)`, LEVEL)],
  ['a diamond', question('|x_1| + |x_2|', LEVEL)],
  ['a boundary with a kink inside', question(String.raw`\max(x_1, 2x_2) + p`, LEVEL)],
  ['an ellipse', question(String.raw`\frac{x_1^2}{4} + x_2^2`, LEVEL)],
  ['a hyperbola', question('x_1^2 - x_2^2', LEVEL)],
];

const graded = (asked: DrawingQuestion, items: readonly DrawnItem[]) =>
  gradeDrawing(asked, { items, labels: [] });

const strokesOf = (asked: DrawingQuestion): readonly Segment[] =>
  truthFor(asked).parts.flatMap(({ strokes }) => strokes);

const segment = ({ from, to }: Segment): DrawnItem => ({ type: 'segment', points: [from, to] });

/** Off by up to `distance`, the same for points that are the same. */
function shaken(items: readonly DrawnItem[], distance: number, random: Random): DrawnItem[] {
  const moved = new Map<string, PlanePoint>();
  const shake = ([x, y]: PlanePoint): PlanePoint => {
    const key = `${x.toFixed(9)} ${y.toFixed(9)}`;
    const turn = uniform(random, 0, 2 * Math.PI);
    const off = distance * Math.sqrt(random());
    const made = moved.get(key) ?? [x + off * Math.cos(turn), y + off * Math.sin(turn)];
    moved.set(key, made);
    return made;
  };
  return items.map(({ type, points }) => ({ type, points: points.map(shake) }));
}

describe.each(QUESTIONS)('%s', (_, asked) => {
  const truth = trueDrawing(asked).items;

  it('is right as it is', () => {
    expect(graded(asked, truth)).toMatchObject({ verdict: 'correct', points: asked.points });
  });

  it('is right in any order and direction', () => {
    const turned = truth
      .toReversed()
      .map((item) => ({ ...item, points: item.points.toReversed() }));
    expect(graded(asked, turned).verdict).toBe('correct');
  });

  it('is right from a hand that trembles less than the tolerance', () => {
    const random = seededRandom(11);
    const long = truth.filter(({ points: [from, to] }) => lengthOf(from, to) > asked.tolerance * 4);
    // short strokes of a curve turn too much when their ends tremble: there, all go the same way
    const isStraight = long.length === truth.length;
    for (let round = 0; round < 20; round++) {
      const hand = isStraight
        ? shaken(truth, 0.95 * asked.tolerance, random)
        : shifted(truth, 0.95 * asked.tolerance, random);
      expect(graded(asked, hand).verdict).toBe('correct');
    }
  });

  it('is not right beside by more than the tolerance', () => {
    const beside = truth.map(({ type, points }) => ({
      type,
      points: points.map(([x, y]): PlanePoint => [
        x + 1.6 * asked.tolerance,
        y + 1.6 * asked.tolerance,
      ]),
    }));
    expect(graded(asked, beside).verdict).not.toBe('correct');
  });

  it('is not right without any one of its parts, nor worth full points', () => {
    for (const part of truthFor(asked).parts) {
      const rest = strokesOf(asked).filter((stroke) => !part.strokes.includes(stroke));
      const { verdict, points } = graded(asked, rest.map(segment));
      expect(verdict).not.toBe('correct');
      expect(points).toBeLessThan(asked.points);
    }
  });

  it('is not right with any line more', () => {
    const random = seededRandom(5);
    const anywhere = (): PlanePoint => [uniform(random, -2, 2), uniform(random, -2, 2)];
    for (let round = 0; round < 20; round++) {
      const line: DrawnItem = { type: 'line', points: [anywhere(), anywhere()] };
      const { verdict, points } = graded(asked, [...truth, line]);
      expect(verdict, JSON.stringify(line)).not.toBe('correct');
      expect(points).toBeLessThan(asked.points);
    }
  });

  it('earns nothing by scribbling over everything', () => {
    const heights = Array.from({ length: 60 }, (__, index) => -3 + index / 10);
    const directions = [
      [1, 0],
      [0, 1],
      [1, 1],
      [1, -1],
    ] as const;
    const scribble = directions.flatMap(([dx, dy]) =>
      heights.map((height): DrawnItem => {
        const start: PlanePoint = dx === 0 ? [height, 0] : [0, 2 * height];
        return { type: 'line', points: [start, [start[0] + dx, start[1] + dy]] };
      }),
    );
    expect(graded(asked, scribble)).toMatchObject({ verdict: 'wrong', points: 0 });
  });
});

function lengthOf(from: PlanePoint = [0, 0], to: PlanePoint = [0, 0]): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

function shifted(items: readonly DrawnItem[], distance: number, random: Random): DrawnItem[] {
  const turn = uniform(random, 0, 2 * Math.PI);
  const [dx, dy] = [distance * Math.cos(turn), distance * Math.sin(turn)];
  return items.map(({ type, points }) => ({
    type,
    points: points.map(([x, y]): PlanePoint => [x + dx, y + dy]),
  }));
}

describe('borders that are judged right', () => {
  const pieces = QUESTIONS.filter(([, { ask }]) => ask.kind === 'pieces');

  it.each(pieces)('cut the window into cells of one piece each: %s', (_, asked) => {
    const drawn = drawnPieces(trueDrawing(asked).items, asked.window);
    if (!drawn.ok) throw new Error('not drawn');
    const cut = arrangement(drawn.value, asked.window, asked.tolerance);
    if (!cut.ok) throw new Error(cut.error);
    const linear = truthFor(asked).pieces;
    if (linear === undefined) throw new Error('no pieces');
    const found = cut.value.cells.map(({ inner }) => pieceAt(linear, inner));
    expect(new Set(found).size).toBe(linear.pieces.length);
    expect(cut.value.cells.length).toBe(linear.pieces.length);
    for (const { sides } of cut.value.edges) {
      expect(found[sides[0]]).not.toBe(found[sides[1]]);
    }
  });
});

describe('ten thousand strokes', () => {
  it('are judged, and more are refused', () => {
    const random = seededRandom(2);
    const anywhere = (): PlanePoint => [uniform(random, -3, 3), uniform(random, -3, 3)];
    const many = Array.from({ length: 10_000 }, (): DrawnItem => ({
      type: 'segment',
      points: [anywhere(), anywhere()],
    }));
    const [, asked] = QUESTIONS[3] ?? [];
    if (asked === undefined) throw new Error('no question');
    expect(graded(asked, many)).toMatchObject({ verdict: 'wrong', points: 0 });
    const polyline: DrawnItem = { type: 'polyline', points: many.flatMap(({ points }) => points) };
    const { verdict, feedback } = graded(asked, [polyline, polyline]);
    expect([verdict, feedback[0]]).toEqual(['invalid', expect.stringContaining('20000 points')]);
  });
});

it('replaces a line by its two rays', () => {
  const [, asked] = QUESTIONS[0] ?? [];
  if (asked === undefined) throw new Error('no question');
  const rays: DrawnItem[] = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ].map(([x = 0, y = 0]) => ({
    type: 'ray',
    points: [
      [0, 0],
      [x, y],
    ],
  }));
  expect(graded(asked, rays).verdict).toBe('correct');
});
