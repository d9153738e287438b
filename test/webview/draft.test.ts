import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, type QuestionState } from '../../src/protocol/messages.ts';
import { Draft, TYPING_MS } from '../../webview/task/draft.ts';

interface Sent {
  readonly answer: Answer | null;
  readonly revision: number;
  reply(): void;
  fail(): void;
}

/** A host whose replies come when the test says so. */
function heldHost() {
  const sent: Sent[] = [];
  let revision = 0;
  const save = (answer: Answer | null, base: number) =>
    new Promise<QuestionState>((resolve, reject) => {
      sent.push({
        answer,
        revision: base,
        reply: () => {
          revision += 1;
          resolve(answer === null ? { revision } : { revision, answer });
        },
        fail: () => {
          reject(new Error('The disk is full.'));
        },
      });
    });
  const draft = new Draft(save, () => undefined);
  const last = (): Sent => {
    const request = sent.at(-1);
    if (!request) throw new Error('nothing was sent');
    return request;
  };
  const type = (text: string, afterMs = TYPING_MS) => {
    draft.change({ text }, afterMs);
  };
  return { draft, sent, last, type };
}

const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits for a pause in typing, and says saved only after the reply', async () => {
    const { draft, sent, last, type } = heldHost();
    type('a');
    await tick(TYPING_MS - 1);
    type('ab');
    await tick(TYPING_MS - 1);
    expect(sent).toHaveLength(0);
    expect(draft.saving).toBe('unsaved');
    await tick(1);
    expect(sent.map(({ answer }) => answer)).toEqual([{ text: 'ab' }]);
    expect(draft.saving).toBe('saving');
    last().reply();
    await tick();
    expect(draft.saving).toBe('saved');
  });

  it('keeps what was typed while an older answer was being saved, and saves it next', async () => {
    const { draft, sent, last, type } = heldHost();
    type('old', 0);
    await tick(0);
    type('old and new');
    last().reply();
    await tick();
    expect(draft.answer).toEqual({ text: 'old and new' });
    expect(draft.saving).toBe('unsaved');
    await tick(TYPING_MS);
    expect(sent.map(({ answer, revision }) => [answer, revision])).toEqual([
      [{ text: 'old' }, 0],
      [{ text: 'old and new' }, 1],
    ]);
    last().reply();
    await tick();
    expect(draft.saving).toBe('saved');
  });

  it('never has two saves under way', async () => {
    const { draft, sent, last, type } = heldHost();
    type('a', 0);
    await tick(0);
    type('b', 0);
    await tick(0);
    void draft.flush();
    await tick();
    expect(sent).toHaveLength(1);
    last().reply();
    await tick();
    expect(sent).toHaveLength(2);
  });

  it('saves at once when it is flushed', async () => {
    const { draft, sent, last, type } = heldHost();
    type('a');
    const flushed = draft.flush();
    expect(sent).toHaveLength(1);
    last().reply();
    await flushed;
    expect(draft.saving).toBe('saved');
    await tick(TYPING_MS);
    expect(sent).toHaveLength(1);
  });

  it('keeps the answer and says why when saving fails, and can try again', async () => {
    const { draft, last, type } = heldHost();
    type('a', 0);
    await tick(0);
    last().fail();
    await tick();
    expect([draft.saving, draft.failure]).toEqual(['failed', 'The disk is full.']);
    expect(draft.answer).toEqual({ text: 'a' });
    const again = draft.flush();
    last().reply();
    await again;
    expect([draft.saving, draft.failure]).toEqual(['saved', undefined]);
  });

  it('does not let the host overwrite what is not saved yet', () => {
    const { draft, type } = heldHost();
    type('mine');
    draft.adopt({ revision: 5, answer: { text: 'theirs' } });
    expect(draft.answer).toEqual({ text: 'mine' });
  });

  it('takes what is newer from the host, and ignores what is older', () => {
    const { draft } = heldHost();
    draft.adopt({ revision: 3, answer: { text: 'three' } });
    draft.adopt({ revision: 2, answer: { text: 'two' } });
    expect(draft.answer).toEqual({ text: 'three' });
    draft.adopt({ revision: 4 });
    expect(draft.answer).toBeUndefined();
  });

  it('drops the verdict with the first change', () => {
    const { draft, type } = heldHost();
    const verdict = { verdict: 'wrong', points: 0, maxPoints: 1, feedback: [] } as const;
    draft.adopt({ revision: 1, answer: { text: 'a' }, verdict });
    expect(draft.verdict).toEqual(verdict);
    type('b');
    expect(draft.verdict).toBeUndefined();
  });

  it('sends null when the answer is cleared', async () => {
    const { draft, last, type } = heldHost();
    type('a', 0);
    await tick(0);
    last().reply();
    await tick();
    draft.change(undefined, 0);
    await tick(0);
    expect(last().answer).toBeNull();
  });
});
