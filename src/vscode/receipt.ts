/** The receipt of what was handed in: a short code that the grader sees, too. */
import { basename } from 'node:path';
import { env, Uri, window } from 'vscode';
import { type HandedIn } from '../runtime/submission/handedIn.ts';
import { showFile } from './showFile.ts';

const COPY = 'Copy Receipt';
const REVEAL = 'Reveal in File Manager';

/** Resolves when the notification is gone. */
export async function tellReceipt({ receipt, path }: HandedIn): Promise<void> {
  const sentence = `Handed in as ${basename(path)}. Receipt: ${receipt}. Now give this file to your instructor.`;
  const chosen = await window.showInformationMessage(sentence, COPY, REVEAL);
  if (chosen === COPY) await env.clipboard.writeText(receipt);
  if (chosen === REVEAL) await showFile(Uri.file(path));
}
