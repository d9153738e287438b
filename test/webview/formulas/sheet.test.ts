import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../webview/questions/derivation/sheet.ts';

const steps = [
  { latex: 'a' },
  { relation: '=', latex: 'b', reason: 'why' },
  { relation: '<=', latex: 'c' },
] as const;

function sheet(answer?: { steps: typeof steps }): Sheet {
  const made = new Sheet({ start: 's', relation: '<=' });
  made.adopt(answer);
  return made;
}

const ids = ({ rows }: Sheet): readonly number[] => rows.map(({ id }) => id);

describe('the sheet of a derivation', () => {
  it('starts with the start and a step to come, which says nothing yet', () => {
    const blank = sheet();
    expect(blank.rows).toMatchObject([
      { relation: undefined, latex: 's' },
      { relation: '<=', latex: '' },
    ]);
    expect(blank.answer()).toBeUndefined();
  });

  it('leaves rows out of the answer in which nothing stands', () => {
    const some = sheet({ steps });
    const between = some.addAfter(ids(some)[0] ?? 0);
    expect(some.answer()).toEqual({ steps });
    expect(some.stepIndex(between)).toBeUndefined();
    expect(some.stepIndex(ids(some)[2] ?? 0)).toBe(1);
  });

  it('keeps its rows when its own answer comes back, and takes another', () => {
    const some = sheet({ steps });
    some.addAfter(ids(some)[2] ?? 0);
    const before = ids(some);
    some.adopt(some.answer());
    expect(ids(some)).toEqual(before);
    some.adopt({ steps: [{ latex: 'z' }] });
    expect(some.answer()).toEqual({ steps: [{ latex: 'z' }] });
  });

  it('lets whatever comes first stand in no relation, and what was first continue', () => {
    const some = sheet({ steps });
    some.move(ids(some)[1] ?? 0, -1);
    expect(some.answer()).toEqual({
      steps: [{ latex: 'b', reason: 'why' }, { relation: '<=', latex: 'a' }, steps[2]],
    });
  });

  it('moves no row beyond the ends and keeps the last one', () => {
    const some = sheet({ steps });
    const [first = 0, second = 0, third = 0] = ids(some);
    some.move(first, -1);
    some.move(third, 1);
    expect(some.answer()).toEqual({ steps });
    expect(some.remove(second)).toBe(first);
    some.remove(third);
    expect(some.remove(first)).toBeUndefined();
    expect(some.rows).toHaveLength(1);
  });

  it.each([0, 1, 2])('brings back the row that was taken away, as it was: %i', (at) => {
    const some = sheet({ steps });
    expect(some.hasRemoved).toBe(false);
    const id = ids(some)[at] ?? 0;
    some.remove(id);
    expect(some.hasJustRemoved).toBe(true);
    expect(some.restore()).toBe(id);
    expect(some.answer()).toEqual({ steps });
    expect(some.hasRemoved).toBe(false);
    expect(some.restore()).toBeUndefined();
  });

  it('can bring a row back after more was written, and forgets it with another answer', () => {
    const some = sheet({ steps });
    const [first = 0, second = 0] = ids(some);
    some.remove(second);
    some.change(first, { latex: 'z' });
    expect([some.hasJustRemoved, some.hasRemoved]).toEqual([false, true]);
    some.restore();
    expect(some.answer()).toEqual({ steps: [{ latex: 'z' }, steps[1], steps[2]] });
    some.remove(second);
    some.adopt({ steps });
    expect(some.hasRemoved).toBe(false);
  });

  it('knows rows in which nothing was ever written', () => {
    const some = sheet({ steps });
    const added = some.addAfter(ids(some)[0] ?? 0);
    expect(some.isFresh(added)).toBe(true);
    some.change(added, { latex: 'z' });
    some.change(added, { latex: '' });
    expect(some.isFresh(added)).toBe(false);
    expect(some.isFresh(ids(some)[0] ?? 0)).toBe(false);
  });
});
