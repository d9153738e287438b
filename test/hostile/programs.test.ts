import { beforeAll, describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/core/gradebook/gradeRecord.ts';
import { probeBubblewrap } from '../../src/runtime/sandbox/bubblewrap.ts';
import { builtPrograms } from '../support/builtPrograms.ts';
import { programsIn } from './corpus.ts';
import { causesOf, tryPrograms } from './programTrials.ts';
import { sampleOf } from './sample.ts';

const ALL = programsIn('programs');

describe('the hostile programs', () => {
  it('are sixty at least, and each names the cause with which it has to end', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(60);
    const known = new Set<string>(CAUSES);
    expect(ALL.flatMap(causesOf).filter((cause) => !known.has(cause))).toEqual([]);
  });
});

/** Without the operating system's sandbox nothing of theirs is run. */
const { works } = await probeBubblewrap();

describe.runIf(works)('a sample of them', { timeout: 180_000 }, () => {
  let dist: string;
  beforeAll(async () => {
    dist = await builtPrograms(['gradingWorker', 'modelServer', 'studentRunner']);
  });

  it('ends with the right causes and leaves no trace, and an honest program after it is right', async () => {
    const programs = sampleOf(ALL, 12, 5);
    const { broken, honest } = await tryPrograms({ dist, programs, honestEach: 6 });
    expect(broken).toEqual([]);
    expect(honest).toBe(2);
  });
});
