import { beforeAll, describe, expect, it } from 'vitest';
import { probeBubblewrap } from '../../src/runtime/sandbox/bubblewrap.ts';
import { builtPrograms } from '../support/builtPrograms.ts';
import { programsIn } from './corpus.ts';
import { FORGED_ANSWERS, FORGED_SUBMISSIONS } from './forgedAnswers.ts';
import { tryForging, tryHonest } from './forgingTrials.ts';
import { sampleOf } from './sample.ts';

const FORGING = programsIn('forging');
const HONEST = programsIn('honest');
/** Nothing of them is run: they are read and refused. */
const SUBMISSIONS = sampleOf(FORGED_SUBMISSIONS, 3, 1);

describe('attempts to forge points', () => {
  it('are forty at least, and honest programs twenty', () => {
    const attempts = FORGING.length + FORGED_ANSWERS.length + FORGED_SUBMISSIONS.length;
    expect(attempts).toBeGreaterThanOrEqual(40);
    expect(HONEST.length).toBeGreaterThanOrEqual(20);
  });
});

/** Without the operating system's sandbox nothing of theirs is run. */
const { works } = await probeBubblewrap();

describe.runIf(works)('a sample of them', { timeout: 180_000 }, () => {
  let dist: string;
  beforeAll(async () => {
    dist = await builtPrograms(['gradingWorker', 'modelServer', 'studentRunner']);
  });

  it('gets no point that it does not deserve', async () => {
    const programs = sampleOf(FORGING, 5, 1);
    const answers = sampleOf(FORGED_ANSWERS, 3, 1);
    const found = await tryForging({ dist, programs, answers, submissions: SUBMISSIONS });
    expect(found).toEqual([]);
  });

  it('costs honest programs of other styles nothing', async () => {
    const single = HONEST.filter(({ expected }) => expected === '9');
    expect(await tryHonest(dist, sampleOf(single, 3, 1))).toEqual([]);
  });
});
