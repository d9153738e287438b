/**
 * Starting a process takes longer than most programs run. The programs of one task set are of one author: they follow
 * each other in the same processes, as long as each leaves its process as it found it. Students' programs never do.
 */
import { type AttackOutcome, type RunFailure } from '../attack/attack.ts';
import { runProgram, type Runners } from '../attack/runProgram.ts';
import { startRunner, type StartedRunner } from '../attack/startRunner.ts';

export interface SharedRunners {
  readonly run: typeof runProgram;
  close(): void;
}

const over = { cause: 'cancelled', message: 'the programs are all run' } as const;

export function sharedRunners(): SharedRunners {
  const free: StartedRunner[] = [];
  const giveBack: Runners['giveBack'] = async (started) => {
    if (await started.runner.leave()) free.push(started);
    else started.runner.kill(over);
  };
  return {
    run: async (options) => {
      const used = free.pop();
      const take: Runners['take'] = async (start) => used ?? (await startRunner(start));
      const outcomes = await runProgram({ ...options, runners: { take, giveBack } });
      const isDoubtful = used !== undefined && outcomes.some(isOfTheProcess);
      return isDoubtful ? await runProgram(options) : outcomes;
    },
    close: () => {
      for (const { runner } of free.splice(0)) runner.kill(over);
    },
  };
}

/** How a program may end for what was there before it: it is run once more, alone. */
const OF_THE_PROCESS: ReadonlySet<RunFailure['cause']> = new Set([
  'timeout',
  'memory',
  'output',
  'exit',
  'protocol',
  'internal',
]);

function isOfTheProcess(outcome: AttackOutcome): boolean {
  return !outcome.ok && OF_THE_PROCESS.has(outcome.failure.cause);
}
