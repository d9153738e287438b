/** The editor's own word on trust. */
import { commands, window, workspace } from 'vscode';
import { type Trust } from './trust.ts';

const MANAGE = 'Manage Trust';

export const workspaceTrust: Trust = {
  get isTrusted() {
    return workspace.isTrusted;
  },
  refuse(action) {
    void askForTrust(action);
  },
};

async function askForTrust(action: string): Promise<void> {
  const chosen = await window.showWarningMessage(
    `${action} runs the code in this folder, and the folder is not trusted. Reading and answering work without trust.`,
    MANAGE,
  );
  if (chosen === MANAGE) await commands.executeCommand('workbench.trust.manage');
}
