/** The operating system's own limits on a process, where util-linux is there to set them. */
import { existsSync } from 'node:fs';
import { type Launch } from '../process/child.ts';

const prlimit = '/usr/bin/prlimit';
const setpriv = '/usr/bin/setpriv';

/** V8 does not start below this; above, private memory outside its heap is bounded too. */
const leastDataMiB = 1024;
const cpuSeconds = 600;

/** No core dumps, no files written, bounded private memory, and an end even if the controller is gone. */
export function withResourceLimits(inner: Launch, memoryMiB: number): Launch {
  if (process.platform !== 'linux' || !existsSync(prlimit)) return inner;
  const data = Math.max(leastDataMiB, 2 * memoryMiB) * 2 ** 20;
  const limits = [`--data=${data}`, `--cpu=${cpuSeconds}`, '--core=0', '--fsize=0', '--nofile=64'];
  return { ...inner, command: prlimit, args: [...limits, inner.command, ...inner.args] };
}

/** Ends with the process that started it, even where that is killed without a word. */
export function endingWithParent(inner: Launch): Launch {
  if (process.platform !== 'linux' || !existsSync(setpriv)) return inner;
  return {
    ...inner,
    command: setpriv,
    args: ['--pdeathsig', 'KILL', '--', inner.command, ...inner.args],
  };
}

/** For a process of ours that reads foreign files: it writes none, and leaves no core behind. */
export function withoutWriting(inner: Launch): Launch {
  if (process.platform !== 'linux' || !existsSync(prlimit)) return inner;
  return {
    ...inner,
    command: prlimit,
    args: ['--core=0', '--fsize=0', inner.command, ...inner.args],
  };
}
