/** Where in a set the cursor is: the task, and the question that the text around it belongs to. */
import { readFile } from 'node:fs/promises';
import { type TextEditor, Uri, workspace } from 'vscode';
import { taskAt } from './setFolder.ts';

export interface CursorPlace {
  readonly task: string;
  /** undefined: above the first, or in a file that no question names */
  readonly question: string | undefined;
}

/** Undefined in files of no task. */
export async function cursorPlace(
  folder: Uri,
  { document, selection }: TextEditor,
): Promise<CursorPlace | undefined> {
  const task = taskAt(folder, document.uri);
  if (task === '') return undefined;
  const { questionAt, questionNaming } = await import('../assessment.ts');
  const file = document.uri.path.slice(`${folder.path}/${task}/`.length);
  const question =
    file === 'task.yaml'
      ? questionAt(document.getText(), document.offsetAt(selection.active))
      : questionNaming(await textAt(Uri.joinPath(folder, task, 'task.yaml')), file);
  return { task, question };
}

/** As it is typed just now; empty when there is none. */
async function textAt(file: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.getText() ?? (await readFile(file.fsPath, 'utf8').catch(() => ''));
}
