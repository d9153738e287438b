import { expect, it } from 'vitest';
import { readJson } from '../../../src/core/submission/readJson.ts';

it('brackets in a text do not count, however long it is', () => {
  const text = `["${String.raw`\"[`.repeat(8_000_000)}"]`;
  expect(readJson(text).ok).toBe(true);
});

it('what is nested deeper than answers are is refused', () => {
  expect(readJson(`${'['.repeat(33)}${']'.repeat(33)}`)).toEqual({
    ok: false,
    error: 'expected at most 32 levels, found 33',
  });
});
