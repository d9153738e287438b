/** The processes below one, as Linux tells of them (`proc(5)`): to end them from outside, and for the time they take. */
import { readFile } from 'node:fs/promises';

export interface Running {
  readonly pid: number;
  /** its command line */
  readonly line: string;
}

/** Itself first; empty once it is gone, and where there is no such file system. */
export async function treeBelow(pid: number): Promise<Running[]> {
  const line = await textOf(`/proc/${pid}/cmdline`);
  if (line === '') return [];
  const children = await textOf(`/proc/${pid}/task/${pid}/children`);
  const below = children.split(' ').filter(Boolean).map(Number).map(treeBelow);
  return [{ pid, line: line.replaceAll('\0', ' ') }, ...(await Promise.all(below)).flat()];
}

const TICK_MS = 10;

/** Processor time that a process itself has used, in milliseconds; 0 once it is gone. */
export async function processorMs(pid: number): Promise<number> {
  const text = await textOf(`/proc/${pid}/stat`);
  const [user = 0, system = 0] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * TICK_MS;
}

async function textOf(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(() => '');
}
