/** Every hostile program through the whole of grading, an honest one after each. */
import { programsIn, type TriedProgram } from '../../test/hostile/corpus.ts';
import { LOW_LIMITS } from '../../test/hostile/provingGround.ts';
import { tryPrograms } from '../../test/hostile/programTrials.ts';
import { builtPrograms } from '../../test/support/builtPrograms.ts';
import { type HostileKind } from './trials.ts';

/** After a limit is reached; the program's process may take as long to start before it. */
const GRACE_MS = 500;

export const programs: HostileKind = {
  name: 'programs',
  least: 60,
  of: 'hostile programs',
  run: async () => {
    const dist = await builtPrograms(['gradingWorker', 'modelServer', 'studentRunner']);
    const all = programsIn('programs');
    const onDone = (name: string): void => {
      console.log(`  ${name}`);
    };
    const { tried, broken, honest } = await tryPrograms({
      dist,
      programs: all,
      honestEach: 1,
      onDone,
    });
    const over = await longestOver(dist, all);
    const figures = [
      {
        what: 'honest submissions right after them',
        goal: String(all.length),
        reached: String(honest),
        isReached: honest === all.length,
      },
      {
        what: 'longest over the limit of time, start aside',
        goal: `≤ ${GRACE_MS} ms`,
        reached: `${Math.round(over)} ms`,
        isReached: over <= GRACE_MS,
      },
    ];
    return { tried, broken, figures };
  },
};

/** Beyond the limit of time, in milliseconds: of those that never end, against one that ends at once. */
async function longestOver(dist: string, all: readonly TriedProgram[]): Promise<number> {
  const timed = { dist, honestEach: Number.POSITIVE_INFINITY, isTimed: true };
  const ends = all.filter(({ name }) => name === 'throws-null');
  const [startMs = 0] = (await tryPrograms({ ...timed, programs: ends })).livesMs;
  const endless = all.filter(({ expected }) => expected === 'timeout');
  const { livesMs } = await tryPrograms({ ...timed, programs: endless });
  return (livesMs.at(-1) ?? 0) - LOW_LIMITS.wallMs - startMs;
}
