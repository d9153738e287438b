/** One grading at a time writes to a folder. A lock whose process is gone is taken over, so that a kill locks nobody out. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../attempt/durableFile.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** tells this process from a later one with the same id, where the system says when a process started */
  readonly started: string | undefined;
}

/** Gives it back. */
export type Unlock = () => Promise<void>;

/** Throws an Error that names who holds it. */
export async function lockFolder(folder: string): Promise<Unlock> {
  return await lockSoon(folder, 0);
}

const PAUSE_MS = 20;

/** Waits for whoever holds it. Throws an Error that names them when the patience is at its end. */
export async function lockSoon(folder: string, patienceMs: number): Promise<Unlock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, '.lock');
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
  };
  const end = performance.now() + patienceMs;
  for (let isLast = patienceMs === 0; !(await isTaken(path, mine));) {
    if (isLast) throw new Error(heldBy(folder, await holderOf(path)));
    await sleep(PAUSE_MS);
    isLast = performance.now() > end;
  }
  return async () => {
    await rm(path, { force: true });
  };
}

async function isTaken(path: string, mine: Holder): Promise<boolean> {
  if (await isCreated(path, mine)) return true;
  const holder = await holderOf(path);
  if (holder !== undefined && (await isAlive(holder))) return false;
  if (holder !== undefined) await bury(path, holder);
  return await isCreated(path, mine);
}

/** Only the lock that was looked at: another one may have been put in its place since. */
async function bury(path: string, dead: Holder): Promise<void> {
  const grave = `${path}.${randomUUID()}`;
  try {
    await rename(path, grave);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const buried = await holderOf(grave);
  const isDead = JSON.stringify(buried) === JSON.stringify(dead);
  if (!isDead) await link(grave, path).catch(() => undefined);
  await rm(grave, { force: true });
}

/** With its text from the first moment on: nobody may see a lock that does not say whose it is. */
async function isCreated(path: string, holder: Holder): Promise<boolean> {
  const written = `${path}.${randomUUID()}`;
  await writeFile(written, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  try {
    await link(written, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Of another machine nobody here can tell. */
async function isAlive({ pid, host, started }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return started === undefined || started === (await startOf(pid));
}

/** In ticks since the machine was started, by Linux's `proc(5)`. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}

function heldBy(folder: string, holder: Holder | undefined): string {
  const who = holder === undefined ? 'another grading' : `process ${holder.pid} on ${holder.host}`;
  return `${folder} is being written by ${who}; if that is gone, delete ${join(folder, '.lock')}`;
}
