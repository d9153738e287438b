/** As whom workers run. Root's rights are dropped, so that nothing a student wrote ever runs with them. */
import { readFile } from 'node:fs/promises';
import { type UserIds } from '../process/child.ts';

const NOBODY = 'nobody';

/** undefined where the controller is not root: workers are then as whoever called. Throws for an unknown name or root. */
export async function workerUser(name: string | undefined): Promise<UserIds | undefined> {
  if (process.getuid?.() !== 0) {
    if (name === undefined) return undefined;
    throw new Error('only root can run workers as another user');
  }
  const ids = await idsOf(name ?? NOBODY);
  if (ids === undefined) throw new Error(`there is no user '${name ?? NOBODY}' in /etc/passwd`);
  if (ids.uid === 0) throw new Error("students' programs never run as root; name another user");
  return ids;
}

/** By `passwd(5)`: name, password, uid, gid, … */
async function idsOf(name: string): Promise<UserIds | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([known]) => known === name) ?? [];
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}
