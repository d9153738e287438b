/** The command that packs; menus give it the set's folder or `taskset.yaml`, other extensions the file as well. */
import { type Disposable, Uri } from 'vscode';
import { type Log } from '../log.ts';
import { packTaskSet } from './packTaskSet.ts';

export function packCommand(extension: Uri, log: Log): Disposable {
  return log.command('exambench.packTaskSet', 'pack the task set', async (set, file) =>
    packTaskSet(extension, log, {
      folder: set instanceof Uri ? folderOf(set) : undefined,
      file: file instanceof Uri ? file : undefined,
    }),
  );
}

function folderOf(uri: Uri): Uri {
  return uri.path.endsWith('.yaml') ? Uri.joinPath(uri, '..') : uri;
}
