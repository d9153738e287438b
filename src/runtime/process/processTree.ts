/** What the operating system says about a child and its descendants, and how to end all of them. */
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const pageBytes = 4096;

/** Resident memory of the whole tree, in MiB; undefined where the system is not asked (Windows). */
export async function residentMiB(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') {
    const pids = await linuxTree(pid);
    const sizes = await Promise.all(pids.map(linuxResident));
    return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
  }
  return process.platform === 'darwin' ? darwinResident(pid) : undefined;
}

/** The process at the end of the chain of only children: the program itself, below a sandbox's own processes. */
export async function innermost(pid: number): Promise<number> {
  return (await linuxTree(pid)).at(-1) ?? pid;
}

async function linuxTree(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const pids = children.split(' ').filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(pids.map(linuxTree))).flat()];
}

async function linuxResident(pid: number): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(pages.split(' ')[1] ?? 0) * pageBytes;
}

async function darwinResident(pid: number): Promise<number | undefined> {
  const ps = promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  const kib = Number((await ps.catch(() => undefined))?.stdout);
  return Number.isFinite(kib) ? kib / 1024 : undefined;
}

/** Ends a child that was started as the leader of its own group, with everything below it. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
}
