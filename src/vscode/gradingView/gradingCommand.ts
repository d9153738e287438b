/** “Open Grading…”: menus give `grading.json` or its folder; otherwise it is looked for, or asked for. */
import { type Disposable, Uri, window, workspace } from 'vscode';
import { type Log } from '../log.ts';
import { type GradingPanels } from './gradingPanels.ts';

const HEAD = 'grading.json';

export function gradingCommand(panels: GradingPanels, log: Log): Disposable {
  return log.command('exambench.openGrading', 'open the grading', async (target, set) => {
    const folder = target instanceof Uri ? folderOf(target) : await pickFolder();
    if (folder === undefined) return undefined;
    const opened = await panels.open(folder, set instanceof Uri ? set : undefined);
    return opened?.folder;
  });
}

function folderOf(uri: Uri): Uri {
  return uri.path.endsWith(`/${HEAD}`) ? Uri.joinPath(uri, '..') : uri;
}

/** That of the active editor, else the only one of the workspace, else the user's choice. */
async function pickFolder(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  if (active?.path.endsWith(`/${HEAD}`) === true) return folderOf(active);
  const heads = await workspace.findFiles(`**/${HEAD}`, '**/node_modules/**', 100);
  const [only] = heads;
  if (heads.length < 2) return only === undefined ? await askForFolder() : folderOf(only);
  const known = heads
    .map((head) => folderOf(head))
    .map((folder) => ({ label: workspace.asRelativePath(folder), folder }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const other = { label: 'Another folder…', folder: undefined };
  const picked = await window.showQuickPick([...known, other], { placeHolder: 'Which grading?' });
  return picked === other ? await askForFolder() : picked?.folder;
}

async function askForFolder(): Promise<Uri | undefined> {
  const folders = await window.showOpenDialog({
    title: 'The folder that exambench grade has written to',
    openLabel: 'Open Grading',
    canSelectFolders: true,
    canSelectFiles: false,
  });
  return folders?.[0];
}
