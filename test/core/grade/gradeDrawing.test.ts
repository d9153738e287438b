import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { gradeDrawing } from '../../../src/core/grade/gradeDrawing.ts';
import { gradingAlone } from '../../../src/core/grade/grading.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { drawing, drawingQuestion } from '../../support/drawings.ts';

const CONES = {
  mathematics: { declare: 'x_1, x_2: scalar' },
  function: String.raw`\max(0, x_1 + x_2) + \max(0, x_1 - x_2)`,
  window: { low: [-2, -2], high: [2, 2] },
};
const pieces = drawingQuestion({ ...CONES, ask: { kind: 'pieces' } });
const level = drawingQuestion({
  ...CONES,
  ask: { kind: 'level-set', value: 1 },
  pieces: [
    { at: [1, 0], name: 'right cone' },
    { at: [0, 1], name: 'top cone' },
    { at: [0, -1], name: 'bottom cone' },
    { at: [-1, 0], name: 'left cone' },
  ],
});

const told = (draw: readonly string[], labels: readonly string[] = [], question = pieces) =>
  gradeDrawing(question, drawing(draw, labels)).feedback;

describe('what the writer of a drawing is told', () => {
  it('nothing when all is right', () => {
    expect(told(['line 0,0 1,1', 'line 0,0 1,-1'], ['1,0: 2x_1'])).toEqual([]);
  });

  it('where a border is missing, and which item is none', () => {
    expect(told(['line 0,0 1,1', 'line -1,0 -1,1', 'ray 0,0 1,-1'])).toEqual([
      'Your lines cut the window into 5 pieces. On 2 of them the function is not linear.',
      'A part is missing at the upper left.',
      'Item 2 is no border: the function has the same formula on both sides.',
      'What is superfluous takes away 1 point.',
    ]);
  });

  it('on how many of the cells that the lines cut the function is not linear', () => {
    expect(told(['line 0,0 1,1'])[0]).toBe(
      'Your lines cut the window into 2 pieces. On none of them is the function linear.',
    );
    expect(told(['ray 0,0 1,1', 'ray 0,0 1,-1'])[0]).toBe(
      'Your lines cut the window into 2 pieces. On one of them the function is not linear.',
    );
    expect(told(['ray 0,0 1,1'])[0]).toBe('Your lines do not cut the window into pieces.');
    expect(told(['line 0,0 1,1', 'line 0,0 1,-1', 'line 0,0 1,0'])[0]).toMatch(
      /^A part of item 3|^Item 3/,
    );
  });

  it('where a whole border is missing, and where parts are, at up to three places', () => {
    expect(told(['line 0,0 1,1'])).toContain(
      'A border is missing. It runs through the upper left.',
    );
    expect(told(['line 0,0 1,1', 'segment -0.5,0.5 0.5,-0.5'])[1]).toBe(
      'A part is missing at the upper left and the lower right.',
    );
  });

  it('once that borders beside a level set cost half a point', () => {
    const right = 'polyline -1,2 0.5,0.5 0.5,-0.5 -1,-2';
    const feedback = told(['line 0,0 1,1', 'line 0,0 1,-1', right], [], level).join(' ');
    expect(feedback).toContain('half a point less');
    expect(feedback).not.toContain('takes away');
  });

  it('on which piece something is missing, and which part is too much', () => {
    expect(told(['segment 0.5,-0.5 0.5,0.5', 'line 0.5,0.5 0,1'], [], level)).toEqual([
      'Something is missing on the piece “bottom cone”.',
      'A part of item 2, on the right, is superfluous: the function has another value there.',
      'What is superfluous takes away a share of the points of its part.',
    ]);
  });

  it('which labels do not belong, by their number', () => {
    expect(
      told(['line 0,0 1,1', 'line 0,0 1,-1'], ['1,0: 2x_1', '0,1: 2x_1', '0,-1: 3', '1,1: 0']),
    ).toEqual([
      'Label 2: This belongs to another piece.',
      'Label 3: This is not what the function is on this piece.',
      'Label 4: This stands on a border: which piece is meant? Move it into the piece.',
      'Wrong formulas cost 2 points.',
    ]);
  });

  it('a few remarks, and how many more there are', () => {
    const strokes = Array.from(
      { length: 9 },
      (_, index) => `segment ${index / 10 - 1.9},1.7 ${index / 10 - 1.9},0.9`,
    );
    const feedback = told(['line 0,0 1,1', 'line 0,0 1,-1', ...strokes]);
    expect(feedback).toHaveLength(6);
    expect(feedback.at(4)).toMatch(/^The same is so in \d other places\.$/);
  });

  it('that nothing lies in the window', () => {
    expect(told(['segment 3,3 4,4'])).toEqual(['No line lies in the window.']);
  });

  it('never what is right', () => {
    const all = [told(['line 0,0 0,1']), told(['line 0,0 0,1'], [], level)].flat().join(' ');
    expect(all).not.toMatch(/x_[12]|\d[.,]\d|=/);
  });
});

function sharesOf({ evidence }: Verdict): number[] {
  return (evidence as { parts: { points: number }[] }).parts.map(({ points }) => points);
}

function listedLessStrays(verdict: Verdict): number {
  const cost = /takes away ([\d.]+) point/.exec(verdict.feedback.join(' '))?.[1];
  return sharesOf(verdict).reduce((sum, points) => sum + points, -Number(cost ?? NaN));
}

describe('the evidence of a drawing', () => {
  it('shows what is right, missing and superfluous, in data units', () => {
    const { evidence } = gradeDrawing(
      level,
      drawing(['segment 0.5,-0.5 0.5,0.5', 'segment -1,-0.5 -1,0.5']),
    );
    expect(evidence).toMatchObject({
      tolerance: 0.1,
      right: [
        [
          [0.5, -0.5],
          [0.5, 0.5],
        ],
      ],
      superfluous: [
        [
          [-1, -0.5],
          [-1, 0.5],
        ],
      ],
      labels: [],
    });
    const { missing } = evidence as { missing: [number, number][][] };
    expect(missing).toHaveLength(2);
    for (const [x, y] of missing.flat()) expect(Math.abs(x + Math.abs(y) - 1)).toBeLessThan(1e-6);
  });

  it('tells what each part earns', () => {
    const { evidence, points } = gradeDrawing(level, drawing(['segment 0.5,-0.5 0.5,0.5']));
    const { parts } = evidence as { parts: { name: string; points: number }[] };
    const earned = Object.fromEntries(parts.map((part) => [part.name, part.points]));
    expect(earned).toEqual({ 'right cone': 1, 'top cone': 0, 'bottom cone': 0, 'left cone': 1 });
    expect(points).toBe(2);
  });

  it('has parts that add up to the points, none of them complete that is not', () => {
    const verdict = gradeDrawing(
      level,
      drawing(['line 1,0 0,1', 'line 1,0 0,-1', 'line 0.5,0 0.5,1']),
    );
    const { parts } = verdict.evidence as { parts: { points: number; maxPoints: number }[] };
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(verdict.points);
    expect(parts.every(({ points }) => Number.isInteger(2 * points))).toBe(true);
    expect(parts.filter(({ points, maxPoints }) => points === maxPoints)).toHaveLength(1);
  });

  it('shows of borders the share that is drawn, and says what is superfluous as one amount', () => {
    const halves = gradeDrawing(pieces, drawing(['ray 0,0 1,1', 'ray 0,0 1,-1', 'line -1,0 -1,1']));
    expect(sharesOf(halves)).toEqual([1, 1]);
    const right = gradeDrawing(pieces, drawing(['line 0,0 1,1', 'line 0,0 1,-1', 'line 0,0 0,1']));
    expect(sharesOf(right)).toEqual([2, 2]);
    expect(right.points).toBeLessThan(4);
    for (const verdict of [halves, right]) expect(listedLessStrays(verdict)).toBe(verdict.points);
  });

  it('says that points are rounded where what is listed does not come to them', () => {
    const almost = ['segment -1.6,-1.6 2,2', 'segment -1.6,1.6 2,-2'];
    const verdict = gradeDrawing(pieces, drawing(almost));
    expect(sharesOf(verdict)).toEqual([1.9, 1.9]);
    expect(verdict).toMatchObject({ verdict: 'partial', points: 3.5 });
    expect(verdict.feedback.at(-1)).toBe('All together is rounded to half points.');
  });

  it('names borders by where they run and by the item that draws them', () => {
    const { evidence } = gradeDrawing(pieces, drawing(['line 0,0 1,0', 'line 0,0 1,1']));
    const { parts } = evidence as { parts: { name: string }[] };
    const names = parts.map(({ name }) => name).toSorted();
    expect(names).toEqual([
      'border through the lower left (item 2)',
      'border through the upper left',
    ]);
  });

  it('calls right only what draws something, not what crosses it', () => {
    const { evidence } = gradeDrawing(pieces, drawing(['line 0,0 1,0']));
    expect(evidence?.['right']).toEqual([]);
  });

  it('says where a label cannot be read', () => {
    const verdict = gradeDrawing(pieces, drawing(['line 0,0 1,1'], ['1,0: 2x_1', '0,1: x_1 + q']));
    expect(verdict).toMatchObject({
      verdict: 'invalid',
      evidence: {
        labels: [{ label: 1, verdict: 'unreadable' }],
        caret: 'x_1 + q\n      ^',
      },
    });
  });
});

describe('answers from outside that are no drawings', () => {
  const judged = (answer: unknown) => grade(pieces, answer, gradingAlone(cannotRun('')));
  const item = (points: unknown) => ({ items: [{ type: 'line', points }], labels: [] });

  it.each<[string, unknown]>([
    [
      'not a number',
      item([
        [0, 0],
        [NaN, 1],
      ]),
    ],
    [
      'infinite',
      item([
        [0, 0],
        [Infinity, 1],
      ]),
    ],
    ['missing', item([[0, 0], [1]])],
    [
      'null',
      item([
        [0, 0],
        [null, 1],
      ]),
    ],
    [
      'texts',
      item([
        [0, 0],
        ['1', 1],
      ]),
    ],
    [
      'huge',
      item([
        [0, 0],
        [1e7, 1],
      ]),
    ],
    ['no points', item([])],
    ['a circle', { items: [{ type: 'circle', points: [] }], labels: [] }],
    [
      'too many',
      {
        items: Array.from(
          { length: 10_001 },
          () =>
            item([
              [0, 0],
              [1, 1],
            ]).items[0],
        ),
        labels: [],
      },
    ],
    [
      'too many labels',
      { items: [], labels: Array.from({ length: 201 }, () => ({ at: [1, 0], latex: '0' })) },
    ],
    ['without items', { labels: [] }],
    ['bytes', '\u0000\u0001'],
  ])('%s', async (_, answer) => {
    const { verdict, feedback, points } = await judged(answer);
    expect([verdict, points]).toEqual(['invalid', 0]);
    expect(feedback.join('').length).toBeGreaterThan(20);
  });
});
