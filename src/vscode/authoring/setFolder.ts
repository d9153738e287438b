/** Which task set a file belongs to: the nearest folder around it that holds a `taskset.yaml`. */
import { FileType, Uri, workspace } from 'vscode';

export const HEAD_FILE = 'taskset.yaml';

/** As deep as sets may be. */
const DEEPEST = 9;

export async function setFolderOf(file: Uri): Promise<Uri | undefined> {
  if (file.scheme !== 'file') return undefined;
  let folder = Uri.joinPath(file, '..');
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (await isSetFolder(folder)) return folder;
    const above = Uri.joinPath(folder, '..');
    if (isRoot(folder) || above.path === folder.path) return undefined;
    folder = above;
  }
  return undefined;
}

export async function isSetFolder(folder: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder, HEAD_FILE));
    return (type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

/** The folder of the task around a file of the set, which is the task's id; empty for files of no task. */
export function taskAt(folder: Uri, file: Uri): string {
  const [task = '', ...inside] = file.path.slice(folder.path.length + 1).split('/');
  return inside.length > 0 ? task : '';
}

function isRoot(folder: Uri): boolean {
  return workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString();
}
