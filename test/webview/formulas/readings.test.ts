import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Echo } from '../../../src/protocol/messages.ts';
import { READING_MS, Readings } from '../../../webview/task/readings.ts';

const read = (latex: string): Echo => ({ kind: 'read', latex });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the readings of a question', () => {
  it('asks once typing has paused, for the last text of each field', async () => {
    const ask = vi.fn((latex: string) => Promise.resolve(read(latex)));
    const changed = vi.fn();
    const readings = new Readings(ask, changed);
    for (const text of ['x', 'x+', 'x+y']) {
      expect(readings.of('a', text)).toBeUndefined();
      await vi.advanceTimersByTimeAsync(READING_MS / 2);
    }
    readings.of('b', 'z');
    await vi.advanceTimersByTimeAsync(READING_MS);
    expect(ask.mock.calls).toEqual([['x+y'], ['z']]);
    expect(readings.of('a', 'x+y')).toEqual({ latex: 'x+y', echo: read('x+y') });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('asks only once however often the page is drawn', async () => {
    const ask = vi.fn((latex: string) => Promise.resolve(read(latex)));
    const readings = new Readings(ask, () => readings.of('a', 'x'));
    for (let drawing = 0; drawing < 5; drawing += 1) readings.of('a', 'x');
    await vi.advanceTimersByTimeAsync(READING_MS * 3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('lets no late reply pass for a newer one', async () => {
    const replies = new Map<string, (echo: Echo) => void>();
    const readings = new Readings(
      (latex) => new Promise((resolve) => replies.set(latex, resolve)),
      () => undefined,
    );
    readings.of('a', 'x');
    await vi.advanceTimersByTimeAsync(READING_MS);
    readings.of('a', 'xy');
    await vi.advanceTimersByTimeAsync(READING_MS);
    replies.get('xy')?.(read('xy'));
    await vi.advanceTimersByTimeAsync(0);
    replies.get('x')?.(read('x'));
    await vi.advanceTimersByTimeAsync(0);
    expect(readings.of('a', 'xy')?.latex).toBe('xy');
  });

  it('says nothing of a formula where the host does not answer', async () => {
    const readings = new Readings(
      () => Promise.reject(new Error('gone')),
      () => undefined,
    );
    readings.of('a', 'x');
    await vi.advanceTimersByTimeAsync(READING_MS);
    expect(readings.of('a', 'x')?.echo).toEqual({ kind: 'empty' });
    expect(await readings.latexOf('x')).toBeUndefined();
  });
});
