import { describe, expect, it } from 'vitest';
import {
  EMPTY_SPOT,
  type Row,
  Sketch,
  answerOf,
} from '../../../webview/questions/drawing/sketch.ts';

const row = (id: number, ...points: Row['points']): Row => ({ id, type: 'segment', points });
const whole = row(1, [0, 0], [1, 1]);

describe('a drawing while it is made', () => {
  it('answers with what is complete, and with nothing where nothing is', () => {
    const rows = [row(2, [0, 0], EMPTY_SPOT), whole, row(3, [1, 1], [1, 1])];
    expect(answerOf({ rows, tags: [] })).toEqual({
      items: [
        {
          type: 'segment',
          points: [
            [0, 0],
            [1, 1],
          ],
        },
      ],
      labels: [],
    });
    expect(answerOf({ rows: rows.slice(0, 1), tags: [{ id: 4, at: [0, 0], latex: ' ' }] })).toBe(
      undefined,
    );
  });

  it('takes back what has the same key in one step', () => {
    const sketch = new Sketch();
    sketch.change({ rows: [whole], tags: [] });
    for (const x of [1, 2, 3]) sketch.change({ rows: [row(1, [0, 0], [x, 0])], tags: [] }, 'drag');
    sketch.undo();
    expect(sketch.sheet.rows).toEqual([whole]);
    sketch.redo();
    expect(sketch.sheet.rows).toEqual([row(1, [0, 0], [3, 0])]);
    sketch.undo();
    sketch.undo();
    expect(sketch.sheet.rows).toEqual([]);
    expect(sketch.canUndo).toBe(false);
  });

  it('keeps unfinished rows and its history while its own answer comes back', () => {
    const sketch = new Sketch();
    sketch.change({ rows: [row(2, EMPTY_SPOT, EMPTY_SPOT), whole], tags: [] });
    const answer = sketch.news()?.answer;
    sketch.adopt(structuredClone(answer));
    expect(sketch.sheet.rows).toHaveLength(2);
    expect(sketch.canUndo).toBe(true);
    expect(sketch.news()).toBeUndefined();
  });

  it('takes over an answer from elsewhere, and forgets what it was before', () => {
    const sketch = new Sketch();
    sketch.change({ rows: [whole], tags: [] });
    sketch.adopt({ items: [], labels: [{ at: [0, 1], latex: 'x' }] });
    expect(sketch.sheet).toMatchObject({ rows: [], tags: [{ at: [0, 1], latex: 'x' }] });
    expect(sketch.canUndo).toBe(false);
  });
});
