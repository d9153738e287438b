/** Starts a student runner as shut in as this machine allows, and says how much that is. */
import path from 'node:path';
import { type Isolation } from '../sandbox/isolation.ts';
import { oldNode } from '../sandbox/node.ts';
import { bareLaunch, type RunnerLaunch, runnerLaunch } from '../sandbox/runnerLaunch.ts';
import { type Limits } from './attack.ts';
import { RunError } from './failure.ts';
import { RunnerProcess } from './runnerProcess.ts';

export interface StartedRunner {
  readonly runner: RunnerProcess;
  readonly isolation: Isolation;
}

export interface RunnerStart {
  /** folder of the built programs */
  readonly dist: string;
  readonly limits: Limits;
  /** refuse anything weaker than the operating system's own sandbox */
  readonly requireSandbox: boolean;
}

/** Rejects with a RunError. */
export async function startRunner(start: RunnerStart): Promise<StartedRunner> {
  if (oldNode !== undefined) throw new RunError({ cause: 'internal', message: oldNode });
  const bundle = path.resolve(start.dist, 'studentRunner.mjs');
  const planned = await runnerLaunch(bundle, start.limits.memoryMiB);
  if (start.requireSandbox && planned.isolation !== 'bubblewrap') throw noSandbox(planned);
  try {
    return await ready(planned, start.limits);
  } catch (error) {
    if (planned.isolation !== 'permission') throw error;
    return await ready(bareLaunch(bundle, start.limits.memoryMiB), start.limits);
  }
}

async function ready(planned: RunnerLaunch, limits: Limits): Promise<StartedRunner> {
  const runner = new RunnerProcess(planned, limits);
  const { permission } = await runner.ready();
  const weaker = planned.isolation === 'permission' && !permission;
  return { runner, isolation: weaker ? 'none' : planned.isolation };
}

function noSandbox({ note = '' }: RunnerLaunch): RunError {
  return new RunError({
    cause: 'sandbox',
    message: `the operating system offers no sandbox for a foreign program: ${note}`,
  });
}
