/** “Start Exam…”: a task set and a folder become an attempt. */
import { commands, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { beginAttempt } from '../runtime/attempt/beginAttempt.ts';
import { type BundledSets } from './bundledSets.ts';
import { type CurrentExam } from './currentExam.ts';

/** Given by whoever starts an exam without being asked. */
export interface StartChoice {
  readonly taskSet?: string;
  readonly folder?: Uri;
}

/** Undefined parts of the choice are asked for; does nothing when the user asks for nothing. */
export async function startExam(
  sets: BundledSets,
  current: CurrentExam,
  choice: StartChoice = {},
): Promise<void> {
  const id = choice.taskSet ?? (await pickSet(sets));
  if (id === undefined) return;
  const folder = choice.folder ?? (await pickFolder());
  if (folder === undefined) return;
  await createExam(sets, id, folder);
  if (isInWorkspace(folder)) await current.reopen();
  else await commands.executeCommand('vscode.openFolder', folder);
}

/** Never overwrites: a file that is there already stays, and the user is told. */
async function createExam(sets: BundledSets, id: string, folder: Uri): Promise<void> {
  const set = await sets.load(id);
  const { kept } = await beginAttempt(folder.fsPath, {
    taskSet: id,
    version: set.public.version,
    files: set.studentFiles,
  });
  if (kept.length > 0) {
    void window.showInformationMessage(
      `${kept.join(', ')}: already in the folder, left as ${kept.length === 1 ? 'it is' : 'they are'}.`,
    );
  }
}

async function pickSet(sets: BundledSets): Promise<string | undefined> {
  const ids = await sets.ids();
  if (ids.length === 1) return ids[0];
  const items = await Promise.all(
    ids.map(async (id) => ({ label: (await sets.load(id)).public.title, description: id, id })),
  );
  const picked = await window.showQuickPick(items, {
    title: 'Start Exam',
    placeHolder: 'Which exam?',
  });
  return picked?.id;
}

async function pickFolder(): Promise<Uri | undefined> {
  const here: (QuickPickItem & { readonly uri?: Uri })[] = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ name, uri }) => ({ label: `$(folder) ${name}`, description: uri.fsPath, uri }));
  if (here.length === 0) return await browseForFolder();
  const picked = await window.showQuickPick(
    [...here, { label: '$(folder-opened) Another folder…' }],
    { title: 'Start Exam', placeHolder: 'Where should your files and answers be?' },
  );
  return picked === undefined ? undefined : (picked.uri ?? (await browseForFolder()));
}

async function browseForFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: 'A folder for your files and answers',
    openLabel: 'Start Exam Here',
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

function isInWorkspace(folder: Uri): boolean {
  return (workspace.workspaceFolders ?? []).some(({ uri }) => uri.toString() === folder.toString());
}
