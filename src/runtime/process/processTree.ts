/** What the operating system says about a child and its descendants, and how to end all of them. */
import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { promisify } from 'node:util';

const pageBytes = 4096;

/** Resident memory of the whole tree, in MiB; undefined where the system is not asked (Windows). */
export async function residentMiB(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') {
    const sizes = treeOf(pid).map(linuxResident);
    return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
  }
  return process.platform === 'darwin' ? darwinResident(pid) : undefined;
}

/** The process at the end of the chain of only children: the program itself, below a sandbox's own processes. */
export function innermost(pid: number): number {
  return treeOf(pid).at(-1) ?? pid;
}

/** The process and all below it; only itself where the system is not asked. */
function treeOf(pid: number): number[] {
  const pids = procText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return [pid, ...pids.map(Number).flatMap(treeOf)];
}

function linuxResident(pid: number): number {
  return Number(procText(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * pageBytes;
}

const buffer = Buffer.allocUnsafe(2 ** 16);

/**
 * Of a process that is gone: nothing. Such files are in memory: reading them at once takes microseconds, and being asked
 * forty times a second for every child, a read that waits its turn costs more than some programs do.
 */
function procText(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

async function darwinResident(pid: number): Promise<number | undefined> {
  const ps = promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  const kib = Number((await ps.catch(() => undefined))?.stdout);
  return Number.isFinite(kib) ? kib / 1024 : undefined;
}

/** Ends a child that was started as the leader of its own group, with everything below it that leads another. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  for (const member of treeOf(pid)) killGroup(member);
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // it is gone already, or leads no group
  }
}
