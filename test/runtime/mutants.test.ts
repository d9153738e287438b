import { beforeAll, describe, expect, it } from 'vitest';
import { type SetContent } from '../hostile/taskSets.ts';
import { contentOf, mutantOutcomes } from '../support/mutants.ts';

/** They quoted in a message all of what was much too long. */
it.each([
  ['tasks/ml1', 4316],
  ['tasks/ml1', 4663],
  ['media/template', 1696],
])('mutant %s %i is refused in a few words', async (folder, number) => {
  const extent = { from: number, to: number + 1 };
  for await (const { problems, faults } of mutantOutcomes(await contentOf(folder), extent)) {
    expect(faults).toEqual([]);
    expect(problems).not.toEqual([]);
  }
});

describe.each([
  ['tasks/ml1', 40],
  ['media/template', 260],
])('mutants of %s', (folder, count) => {
  let content: SetContent;
  beforeAll(async () => {
    content = await contentOf(folder);
  });

  it('are read or refused, with file, place and reason, and nothing else happens', async () => {
    let refused = 0;
    for await (const { number, done, problems, faults } of mutantOutcomes(content, {
      from: 0,
      to: count,
    })) {
      expect(faults, `mutant ${number}: ${done.join('; ')}`).toEqual([]);
      refused += problems.length > 0 ? 1 : 0;
    }
    expect(refused).toBeGreaterThan(count / 2);
    expect(refused).toBeLessThan(count);
  }, 120_000);
});
