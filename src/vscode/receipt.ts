/** The receipt of what was handed in: a short code that the grader sees, too. */
import { basename } from 'node:path';
import { commands, env, UIKind, Uri, window } from 'vscode';
import { type HandedIn } from '../runtime/submission/handedIn.ts';

const COPY = 'Copy Receipt';
const REVEAL = 'Reveal in File Manager';

/** Resolves when the notification is gone. */
export async function tellReceipt({ receipt, path }: HandedIn): Promise<void> {
  const sentence = `Handed in as ${basename(path)}. Receipt: ${receipt}. Now give this file to your instructor.`;
  const chosen = await window.showInformationMessage(sentence, COPY, REVEAL);
  if (chosen === COPY) await env.clipboard.writeText(receipt);
  if (chosen === REVEAL) await reveal(Uri.file(path));
}

/** In a browser the folder's own view is all there is. */
async function reveal(file: Uri): Promise<void> {
  const isLocal = env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  await commands.executeCommand(isLocal ? 'revealFileInOS' : 'revealInExplorer', file);
}
