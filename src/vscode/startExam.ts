/** “Start Exam…”: a task set and a folder become an attempt. */
import { commands, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { beginAttempt } from '../runtime/attempt/beginAttempt.ts';
import { type CurrentExam } from './currentExam.ts';
import { candidatesFor, type OfferedSet } from './offeredSets.ts';
import { pickSet } from './pickSet.ts';
import { type TaskSets } from './taskSets.ts';

/** Given by whoever starts an exam without being asked. */
export interface StartChoice {
  readonly taskSet?: string;
  readonly folder?: Uri;
  /** of a set with variants; by chance if absent */
  readonly variant?: number;
}

/** Undefined parts of the choice are asked for; does nothing when the user asks for nothing. */
export async function startExam(
  sets: TaskSets,
  current: CurrentExam,
  choice: StartChoice = {},
): Promise<void> {
  const set = choice.taskSet === undefined ? await pickSet(sets) : named(sets, choice.taskSet);
  if (set === undefined) return;
  const folder = choice.folder ?? (await pickFolder());
  if (folder === undefined) return;
  await createExam(sets, { set, variant: choice.variant }, folder);
  if (isInWorkspace(folder)) await current.reopen();
  else await commands.executeCommand('vscode.openFolder', folder);
}

interface Chosen {
  readonly set: OfferedSet;
  readonly variant: number | undefined;
}

/** Never overwrites: a file that is there already stays, and the user is told. */
async function createExam(sets: TaskSets, chosen: Chosen, folder: Uri): Promise<void> {
  const set = await sets.load(chosen.set);
  const { kept } = await beginAttempt(folder.fsPath, {
    taskSet: set.public.id,
    version: set.public.version,
    content: set.content,
    variants: set.variants,
    variant: chosen.variant,
    filesOf: async (variant) => (await sets.load(chosen.set, variant)).studentFiles,
  });
  if (kept.length > 0) {
    void window.showInformationMessage(
      `${kept.join(', ')}: already in the folder, left as ${kept.length === 1 ? 'it is' : 'they are'}.`,
    );
  }
}

function named(sets: TaskSets, id: string): OfferedSet {
  const found = candidatesFor(sets.offered, id)[0];
  if (found === undefined) throw new Error(`the exam “${id}” is not installed here.`);
  return found;
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
