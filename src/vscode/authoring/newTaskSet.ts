/** “New Task Set…”: a title and a folder become a small working set, open in the editor and as students see it. */
import { commands, type QuickPickItem, Uri, window, workspace } from 'vscode';

/** Given by whoever makes one without being asked. */
export interface NewSetChoice {
  readonly title?: string;
  readonly folder?: Uri;
}

export interface Making {
  /** the set that new ones are copies of */
  readonly template: Uri;
  readonly open: (file: Uri) => Promise<unknown>;
}

/** What an author sees first. */
const FIRST_FILE = ['1-first-steps', 'task.yaml'];

/** Undefined parts of the choice are asked for; does nothing when the author gives up. */
export async function newTaskSet(choice: NewSetChoice, { template, open }: Making): Promise<void> {
  const title = choice.title ?? (await askTitle());
  if (title === undefined) return;
  const { headFor, idFor, newTaskSet: make } = await import('../assessment.ts');
  const folder = choice.folder ?? (await askFolder(idFor(title)));
  if (folder === undefined) return;
  const { id } = headFor(folder.fsPath);
  const made = await make(folder.fsPath, template.fsPath, { id, title, language: 'en' });
  if (!made.ok) throw new Error(`${made.error}.`);
  const file = Uri.joinPath(folder, ...FIRST_FILE);
  await window.showTextDocument(file);
  await open(file);
  if (workspace.getWorkspaceFolder(file) === undefined) void offerFolder(folder);
}

async function askTitle(): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: 'New Task Set',
    prompt: 'The title that students see',
    placeHolder: 'Linear algebra, first test',
    validateInput: (text) => (text.trim() === '' ? 'A title is needed.' : undefined),
  });
  return title?.trim();
}

/** A folder that is empty takes the set; in any other one, it gets a folder of its own. */
async function askFolder(name: string): Promise<Uri | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const here = await Promise.all(folders.map(({ uri }) => placeIn(uri, name)));
  if (here.length === 0) return await browse(name);
  const items: (QuickPickItem & { readonly uri?: Uri })[] = here.map((uri) => ({
    label: `$(folder) ${workspace.asRelativePath(uri, true)}`,
    description: uri.fsPath,
    uri,
  }));
  const picked = await window.showQuickPick(
    [...items, { label: '$(folder-opened) Another folder…' }],
    {
      title: 'New Task Set',
      placeHolder: 'Where should its files be?',
    },
  );
  return picked === undefined ? undefined : (picked.uri ?? (await browse(name)));
}

async function browse(name: string): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      title: 'A folder for the task set',
      openLabel: 'Make the Task Set Here',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return chosen === undefined ? undefined : await placeIn(chosen, name);
}

async function placeIn(folder: Uri, name: string): Promise<Uri> {
  const isEmpty = (await workspace.fs.readDirectory(folder)).length === 0;
  return isEmpty ? folder : Uri.joinPath(folder, name);
}

const OPEN = 'Open Folder';

async function offerFolder(folder: Uri): Promise<void> {
  const chosen = await window.showInformationMessage(
    `The task set lies in ${folder.fsPath}, outside this window's folder.`,
    OPEN,
  );
  if (chosen === OPEN) await commands.executeCommand('vscode.openFolder', folder);
}
