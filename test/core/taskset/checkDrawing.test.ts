import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { rehearse } from '../../../src/core/grade/rehearse.ts';
import { drawingSet } from '../../support/drawings.ts';
import { problemsOf, smallSet } from '../../support/taskSet.ts';

const LETTERS = { declare: 'x_1, x_2, t: scalar' };

const CONES = [
  { at: [1, 0], name: 'right' },
  { at: [-1, 0], name: 'left' },
  { at: [0, 1], name: 'top' },
  { at: [0, -1], name: 'bottom' },
];

/** Everything in place: the level set of four cones. */
const GOOD = {
  points: 4,
  mathematics: LETTERS,
  function: String.raw`\max(0, x_1 + x_2) + \max(0, x_1 - x_2)`,
  window: { low: [-2, -2], high: [2, 2] },
  ask: { kind: 'level-set', value: 1 },
  pieces: CONES,
};
const PIECES = { ask: { kind: 'pieces' }, pieces: [] };

const problems = (changed: object): string[] => problemsOf(drawingSet({ ...GOOD, ...changed }));

const named = (index: number, changed: object) =>
  CONES.map((cone, place) => (place === index ? { ...cone, ...changed } : cone));

describe('a drawing question', () => {
  it('is accepted with everything in place', () => {
    expect(problems({})).toEqual([]);
    expect(problems(PIECES)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['an empty window', { window: { low: [-2, 2], high: [2, 2] } }, /low must lie below high/],
    ['no grid lines', { grid: 5 }, /expected between 0\.02 and 4.* found 5/],
    ['too many grid lines', { grid: 0.001 }, /at most 200 grid lines each way; found 0\.001/],
    [
      'a tolerance of half a grid cell',
      { tolerance: 0.25 },
      /expected less than 0\.25.* found 0\.25/,
    ],
    ['an unknown letter in the function', { function: 'x_1 + q' }, /q/],
    ['another letter in the function', { function: 'x_1 + t' }, /also depends on \$t\$/],
    ['axes that are not declared', { axes: ['u', 'v'] }, /u/],
    ['the same axis twice', { axes: ['x_1', 'x_1'] }, /two different numbers/],
    ['curved pieces', { ...PIECES, function: 'x_1^2 + x_2' }, /not piecewise linear/],
    ['a single piece', { ...PIECES, function: 'x_1 + x_2' }, /single piece/],
    ['an empty level set', { ask: { kind: 'level-set', value: -1 } }, /nowhere -1 in the window/],
    ['a level set with an area', { ask: { kind: 'level-set', value: 0 } }, /0 on a whole piece/],
    ['a name on a border', { pieces: named(1, { at: [-1, 1] }) }, /lies on a border/],
    ['a name outside', { pieces: named(1, { at: [-3, 0] }) }, /outside the window/],
    ['two names in one piece', { pieces: named(1, { at: [1.5, 0] }) }, /same piece as 'right'/],
    ['a piece without a name', { pieces: CONES.slice(1) }, /expected 4, found 3/],
    ['points for some pieces', { pieces: named(0, { points: 4 }) }, /found 1 of 4/],
    [
      'points that do not add up',
      { pieces: CONES.map((cone) => ({ ...cone, points: 2 })) },
      /must add up to the question's: expected 4, found 8/,
    ],
    [
      'points for pieces whose borders are asked for',
      { ask: { kind: 'pieces' }, pieces: CONES.map((cone) => ({ ...cone, points: 1 })) },
      /count only with a level set/,
    ],
    [
      'names of pieces on a curve',
      { function: 'x_1^2 + x_2^2' },
      /not piecewise linear: it has no pieces to name/,
    ],
    [
      'required labels for nothing',
      { ...PIECES, ask: { kind: 'pieces', labels: 'required' } },
      /labelPoints/,
    ],
    [
      'label points without need',
      { ...PIECES, ask: { kind: 'pieces', labelPoints: 1 } },
      /labels: required/,
    ],
    [
      'label points that leave none',
      { ...PIECES, ask: { kind: 'pieces', labels: 'required', labelPoints: 4 } },
      /expected less than 4, found 4/,
    ],
    [
      'a mistake that cannot be read',
      { mistakes: [{ function: 'x_1 +', name: 'half', feedback: 'Half.' }] },
      /Expected|expected|ends|missing/,
    ],
    [
      'a mistaken value where none is asked for',
      { ...PIECES, mistakes: [{ function: 'x_1', value: 2, name: 'two', feedback: 'Two.' }] },
      /a value counts only with a level set/,
    ],
    ['a background that is not there', { over: 'b' }, /drawn over b.*there is none/],
  ])('is refused with %s', (_, changed, expected) => {
    expect(problems(changed)).toEqual([expect.stringMatching(expected)]);
  });

  it('is refused at the line that has to be mended', () => {
    const texts = drawingSet({ ...GOOD, pieces: named(2, { at: [5, 5] }) });
    const [problem = ''] = problemsOf(texts);
    const line = Number(/^one\/task\.yaml:(\d+):/.exec(problem)?.[1]);
    const lines = texts['one/task.yaml']?.split('\n') ?? [];
    expect(lines.slice(line - 1, line + 2).join(' ')).toContain('5');
  });
});

describe('a drawing question that is tried on itself', () => {
  const complaints = async (changed: object): Promise<string[]> => {
    const set = smallSet(drawingSet({ ...GOOD, ...changed }));
    return (await rehearse([set], cannotRun('nothing to run'))).problems.map(
      ({ message }) => message,
    );
  };
  const line = {
    type: 'line',
    points: [
      [0.5, 0],
      [0.5, 1],
    ],
  };

  it('earns full points for what its function says', async () => {
    expect(await complaints({})).toEqual([]);
    expect(
      await complaints({ ...PIECES, ask: { kind: 'pieces', labels: 'required', labelPoints: 2 } }),
    ).toEqual([]);
  });

  it('holds its author to the examples', async () => {
    const example = { name: 'a line', items: [line], verdict: 'correct' };
    expect(await complaints({ examples: [example] })).toEqual([
      expect.stringMatching(/“a line” of a must be correct: found partial/),
    ]);
    const known = { ...example, verdict: 'partial', points: 2, mistake: 'whole-lines' };
    expect(await complaints({ examples: [known] })).toEqual([
      expect.stringMatching(/must be recognised as whole-lines: found no mistake/),
    ]);
  });
});
