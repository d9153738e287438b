/** Puts a submission into the student's hands: a file that is wholly there or not at all, and never in place of another. */
import { randomUUID } from 'node:crypto';
import { access, constants, copyFile, link, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../../core/result.ts';
import { diskFault } from '../attempt/diskFault.ts';
import { errorCode, flushFolder } from '../attempt/durableFile.ts';

const MOST_NUMBERS = 1000;
const ENDING = /(\.zip(?:\.age)?)$/i;

/**
 * @param path where the student wants it; a number is added when there is a file already
 * @returns where it is, or why it is not: words and the folder. Then nothing is left behind.
 */
export async function saveSubmission(
  path: string,
  bytes: Uint8Array,
): Promise<Result<string, string>> {
  try {
    return success(await saved(path, bytes));
  } catch (error) {
    return failure(`${diskFault(error)} (${dirname(path)})`);
  }
}

/** The name that `saveSubmission` would give the file, as far as one can know before. */
export async function freePath(path: string): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const target = numbered(path, number);
    const isFree = await access(target).then(
      () => false,
      () => true,
    );
    if (isFree) return target;
  }
  return path;
}

async function saved(path: string, bytes: Uint8Array): Promise<string> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFlushed(temporary, bytes);
    if (!(await readFile(temporary)).equals(bytes)) {
      throw new Error('the disk gives back other bytes than were written');
    }
    const target = await placeBeside(temporary, path);
    await flushFolder(dirname(path));
    return target;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function placeBeside(temporary: string, path: string): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const target = numbered(path, number);
    if (await placedAt(temporary, target)) return target;
  }
  throw new Error(`${path}: there are ${MOST_NUMBERS} files of that name`);
}

/** `exam.zip`, `exam-2.zip`, `exam-3.zip` … */
function numbered(path: string, number: number): string {
  if (number === 1) return path;
  const ending = ENDING.exec(path)?.[1] ?? '';
  return `${path.slice(0, path.length - ending.length)}-${number}${ending}`;
}

/** Disks that know no links, as many sticks do. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/** False when the name is taken. A link appears with all its bytes at once. */
async function placedAt(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target).catch(async (error: unknown) => {
      if (!NO_LINKS.has(errorCode(error) ?? '')) throw error;
      await copied(temporary, target);
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function copied(temporary: string, target: string): Promise<void> {
  try {
    await copyFile(temporary, target, constants.COPYFILE_EXCL);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') await rm(target, { force: true });
    throw error;
  }
}
