/** A set as it is in this window: texts that are open with what is typed in them, all others from the disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type TextDocument, Uri, workspace } from 'vscode';
import type { SetView } from '../../../core/taskset/authoring/setView.ts';
import { HEAD_FILE, setFolderOf } from '../setFolder.ts';

export interface DocumentView {
  readonly folder: Uri;
  readonly view: SetView;
}

/** As `<task>/task.yaml`. */
const TASK_FILE = /^[^/]+\/task\.yaml$/;

/** Undefined: the document is no YAML file of a set. */
export async function viewOf(document: TextDocument): Promise<DocumentView | undefined> {
  const folder = await setFolderOf(document.uri);
  if (folder === undefined) return undefined;
  const file = document.uri.path.slice(folder.path.length + 1);
  if (file !== HEAD_FILE && !TASK_FILE.test(file)) return undefined;
  const files = await filesIn(folder.fsPath);
  const tasks = files.filter((path) => TASK_FILE.test(path));
  const texts = await Promise.all(
    tasks.map(async (path) => [path, await textOf(Uri.joinPath(folder, path))] as const),
  );
  return { folder, view: { file, text: document.getText(), files, tasks: new Map(texts) } };
}

/** Paths with slashes; no hidden ones, and none of packages. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !/(^|\/)(\.|node_modules\/)/.test(path));
}

/** Empty when it cannot be read. */
async function textOf(file: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.getText() ?? (await readFile(file.fsPath, 'utf8').catch(() => ''));
}
