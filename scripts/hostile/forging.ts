/** Every attempt to forge points, and every honest program. */
import { programsIn } from '../../test/hostile/corpus.ts';
import { FORGED_ANSWERS, FORGED_SUBMISSIONS } from '../../test/hostile/forgedAnswers.ts';
import { tryForging, tryHonest } from '../../test/hostile/forgingTrials.ts';
import { builtPrograms } from '../../test/support/builtPrograms.ts';
import { type HostileKind } from './trials.ts';

const LEAST_HONEST = 20;

export const forging: HostileKind = {
  name: 'forging',
  least: 40,
  of: 'attempts to forge points',
  run: async () => {
    const dist = await builtPrograms(['gradingWorker', 'modelServer', 'studentRunner']);
    const programs = programsIn('forging');
    const rest = { answers: FORGED_ANSWERS, submissions: FORGED_SUBMISSIONS };
    const broken = await tryForging({ dist, programs, ...rest });
    const honest = programsIn('honest');
    const cheated = await tryHonest(dist, honest);
    const right = honest.length - cheated.length;
    const figure = {
      what: 'honest programs that got all their points',
      goal: `all of ≥ ${LEAST_HONEST}`,
      reached: `${right} of ${honest.length}`,
      isReached: cheated.length === 0 && honest.length >= LEAST_HONEST,
    };
    const tried = programs.length + FORGED_ANSWERS.length + FORGED_SUBMISSIONS.length;
    return { tried, broken: [...broken, ...cheated], figures: [figure] };
  },
};
