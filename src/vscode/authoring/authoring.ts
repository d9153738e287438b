/** The author's side of the extension: new sets, problems, validation, previews. Nothing is read before it is needed. */
import { commands, type Disposable, type TextEditor, Uri, window, workspace } from 'vscode';
import { type AttackRuns } from '../attackRuns.ts';
import { type CheckingParts } from '../checking.ts';
import { newSetIn } from '../commandArguments.ts';
import { type Log } from '../log.ts';
import { mayRunCode } from '../trust.ts';
import { AuthoredSets } from './authoredSets.ts';
import { yamlLanguage } from './language/yamlLanguage.ts';
import { newTaskSet } from './newTaskSet.ts';
import { PREVIEW_SCHEME, PreviewFiles } from './previewFiles.ts';
import { Previews } from './previews.ts';
import { setFolderOf } from './setFolder.ts';
import { SetProblems } from './setProblems.ts';
import { validateSet, type Validating } from './validateSet.ts';

export interface AuthoringParts {
  readonly extension: Uri;
  readonly attacks: AttackRuns;
  readonly checking: CheckingParts;
  readonly log: Log;
}

/** What tests inside the editor look into. */
export interface Authoring {
  dispose(): void;
  readonly previews: Previews;
}

export function registerAuthoring(parts: AuthoringParts): Authoring {
  const { extension, attacks, checking, log } = parts;
  const sets = new AuthoredSets(log);
  const problems = new SetProblems();
  const files = new PreviewFiles();
  const previews = new Previews({ extension, sets, files, attacks, checking, log });
  const dist = Uri.joinPath(extension, 'dist').fsPath;
  const disposables = [
    sets,
    problems,
    files,
    previews,
    workspace.registerFileSystemProvider(PREVIEW_SCHEME, files, { isCaseSensitive: true }),
    sets.onDidRead((authored) => {
      problems.show(authored.folder, authored);
    }),
    followActiveFile(),
    ...yamlLanguage(),
    ...previewCommands(previews, log),
    ...setCommands({ ...parts, previews }, { sets, problems, dist, provider: checking.provider }),
  ];
  const dispose = (): void => {
    for (const each of disposables) each.dispose();
  };
  return { previews, dispose };
}

function previewCommands(previews: Previews, log: Log): Disposable[] {
  return [
    log.command('exambench.previewTask', 'show the preview', async (target) => {
      const file = fileIn(target);
      await previews.open(await requireFolder(file), file);
    }),
    log.command('exambench.previewSolutions', 'show the solutions', () => previews.solve(true)),
    log.command('exambench.previewStudent', 'hide the solutions', () => previews.solve(false)),
  ];
}

function setCommands(
  { extension, checking, previews, log }: AuthoringParts & { readonly previews: Previews },
  validating: Validating,
): Disposable[] {
  const template = Uri.joinPath(extension, 'media', 'template');
  const open = async (file: Uri) => previews.open(await requireFolder(file), file);
  return [
    log.command('exambench.newTaskSet', 'make the task set', (choice) =>
      newTaskSet(newSetIn(choice), { template, open }),
    ),
    log.command('exambench.validateTaskSet', 'validate the task set', async (target) => {
      const folder = await requireFolder(fileIn(target));
      if (!mayRunCode(checking.trust, 'Validating a task set')) return undefined;
      return await validateSet(folder, validating);
    }),
  ];
}

/** The one that a menu names, else the active editor's. */
function fileIn(target: unknown): Uri {
  const file = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
  if (file === undefined) throw new Error('open a file of the task set first.');
  return file;
}

async function requireFolder(file: Uri): Promise<Uri> {
  const folder = await setFolderOf(file);
  if (folder !== undefined) return folder;
  throw new Error(
    `${workspace.asRelativePath(file)} belongs to no task set: no folder around it holds a taskset.yaml.`,
  );
}

/** For the buttons of the editor's title. */
function followActiveFile(): Disposable {
  const show = async (editor: TextEditor | undefined): Promise<void> => {
    if (editor === undefined) return;
    const isInside = (await setFolderOf(editor.document.uri)) !== undefined;
    await commands.executeCommand('setContext', 'exambench.inTaskSet', isInside);
  };
  void show(window.activeTextEditor);
  return window.onDidChangeActiveTextEditor((editor) => void show(editor));
}
