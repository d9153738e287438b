/** What the file system says, in words for students. */
import { errorCode } from './durableFile.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'that is no folder',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
};

/** Completes “Not saved: …”. */
export function diskFault(error: unknown): string {
  const reason = REASONS[errorCode(error) ?? ''];
  return reason ?? (error instanceof Error ? error.message : String(error));
}
