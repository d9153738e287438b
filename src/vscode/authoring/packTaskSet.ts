/** “Pack Task Set…”: the file that students install, from a folder of the workspace. */
import { basename } from 'node:path';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import {
  type CancellationToken,
  ProgressLocation,
  type Progress,
  Uri,
  window,
  workspace,
} from 'vscode';
import { problemText } from '../../core/taskset/problem.ts';
import { DEFAULT_PUBLISHER } from '../../runtime/pack/publisher.ts';
import { type Log } from '../log.ts';
import { showFile } from '../showFile.ts';

export interface PackChoice {
  /** of the task set */
  readonly folder?: Uri | undefined;
  readonly file?: Uri | undefined;
}

const MANIFEST = 'taskset.yaml';
const REVEAL = 'Reveal';

/**
 * Undefined parts of the choice are asked for. Resolves to the file, undefined when the user has thought better of it.
 * Throws what is wrong with the set.
 */
export async function packTaskSet(
  extension: Uri,
  log: Log,
  choice: PackChoice,
): Promise<Uri | undefined> {
  const folder = choice.folder ?? (await pickFolder());
  if (folder === undefined) return undefined;
  const file = choice.file ?? (await pickFile(folder));
  if (file === undefined) return undefined;
  const title = `Packing ${basename(folder.fsPath)}`;
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  const done = await window.withProgress(options, (progress, token) =>
    pack({ extension, folder, file, progress, token }),
  );
  if (!done) return undefined;
  log.info(`${folder.fsPath} was packed into ${file.fsPath}.`);
  void offerToReveal(file);
  return file;
}

interface Packing {
  readonly extension: Uri;
  readonly folder: Uri;
  readonly file: Uri;
  readonly progress: Progress<{ readonly message: string }>;
  readonly token: CancellationToken;
}

/** False when it was cancelled: then nothing has been written. */
async function pack({ extension, folder, file, progress, token }: Packing): Promise<boolean> {
  progress.report({ message: 'reading the task set' });
  const { leakText, packable, packTaskSet } = await import('../../runtime/pack/packing.ts');
  const found = await packable(folder.fsPath);
  if (!found.ok) throw new Error(sentences('it has problems', found.error.map(problemText)));
  if (token.isCancellationRequested) return false;
  progress.report({ message: 'making the package' });
  const vsix = await packTaskSet(found.value, {
    publisher: publisher(),
    icon: await readFile(Uri.joinPath(extension, 'media', 'icon.png').fsPath),
  });
  if (!vsix.ok)
    throw new Error(sentences('it would give solutions away', vsix.error.map(leakText)));
  return await write(file.fsPath, vsix.value, token);
}

async function write(file: string, bytes: Uint8Array, token: CancellationToken): Promise<boolean> {
  const part = `${file}.part`;
  await writeFile(part, bytes);
  if (token.isCancellationRequested) await rm(part);
  else await rename(part, file);
  return !token.isCancellationRequested;
}

const MOST_SHOWN = 5;

function sentences(what: string, problems: readonly string[]): string {
  const more = problems.length - MOST_SHOWN;
  const rest = more > 0 ? [`and ${more} more; exambench validate lists them all`] : [];
  return [`${what}:`, ...problems.slice(0, MOST_SHOWN), ...rest].join('\n');
}

function publisher(): string {
  return workspace.getConfiguration('exambench').get('publisher', DEFAULT_PUBLISHER);
}

/** The set of the active editor, else the only one of the workspace, else the user's choice. */
async function pickFolder(): Promise<Uri | undefined> {
  const manifests = await workspace.findFiles(`**/${MANIFEST}`, '**/node_modules/**', 100);
  const folders = manifests.map((manifest) => Uri.joinPath(manifest, '..'));
  const active = window.activeTextEditor?.document.uri;
  const around = folders.find((folder) => active?.path.startsWith(`${folder.path}/`) === true);
  if (around !== undefined || folders.length === 1) return around ?? folders[0];
  if (folders.length === 0) throw new Error(`there is no ${MANIFEST} in this workspace.`);
  const items = folders
    .map((folder) => ({ label: workspace.asRelativePath(folder), folder }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return (await window.showQuickPick(items, { placeHolder: 'Which task set?' }))?.folder;
}

async function pickFile(folder: Uri): Promise<Uri | undefined> {
  return await window.showSaveDialog({
    title: 'Pack Task Set',
    saveLabel: 'Pack',
    defaultUri: Uri.joinPath(folder, '..', `${basename(folder.fsPath)}.vsix`),
    filters: { 'VS Code extension': ['vsix'] },
  });
}

async function offerToReveal(file: Uri): Promise<void> {
  const chosen = await window.showInformationMessage(
    `${basename(file.fsPath)} is packed. Students install it by “Install from VSIX…” in the Extensions view.`,
    REVEAL,
  );
  if (chosen === REVEAL) await showFile(file);
}
