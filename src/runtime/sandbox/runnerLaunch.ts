/** How a student runner is started: in the strongest sandbox that works here. */
import { type Launch } from '../process/child.ts';
import { bubblewrapped, probeBubblewrap } from './bubblewrap.ts';
import { type Isolation } from './isolation.ts';
import { knowsPermissions, nodeLaunch } from './node.ts';
import { withResourceLimits } from './resourceLimits.ts';

export interface RunnerLaunch {
  readonly launch: Launch;
  /** what it is meant to be; the runner reports whether the permission model is really in force */
  readonly isolation: Isolation;
  /** why it is not bubblewrap */
  readonly note?: string;
}

/** `bundle`: absolute path of the runner's only file. */
export async function runnerLaunch(bundle: string, memoryMiB: number): Promise<RunnerLaunch> {
  const node = nodeLaunch(bundle, memoryMiB, knowsPermissions);
  const probe = await probeBubblewrap();
  if (probe.works) {
    const launch = withResourceLimits(bubblewrapped(node, bundle), memoryMiB);
    return { launch, isolation: 'bubblewrap' };
  }
  const isolation = knowsPermissions ? 'permission' : 'none';
  return { launch: withResourceLimits(node, memoryMiB), isolation, note: probe.why };
}

/** Without the permission model: for an interpreter that knows the flag and refuses it. */
export function bareLaunch(bundle: string, memoryMiB: number): RunnerLaunch {
  const launch = withResourceLimits(nodeLaunch(bundle, memoryMiB, false), memoryMiB);
  return { launch, isolation: 'none', note: 'this Node refuses --permission' };
}
