/** Shows where a file or a folder lies. */
import { commands, env, UIKind, type Uri } from 'vscode';

/** In a browser, or on another machine, the Explorer is all there is. */
export async function showFile(file: Uri): Promise<void> {
  const isLocal = env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  await commands.executeCommand(isLocal ? 'revealFileInOS' : 'revealInExplorer', file);
}
