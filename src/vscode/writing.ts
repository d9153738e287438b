/** How the student likes to write formulas: a setting, so that it can be seen and lasts. */
import { ConfigurationTarget, workspace } from 'vscode';
import { type Writing } from '../protocol/messages.ts';

const SECTION = 'exambench';
const KEY = 'formulaInput';

export const chosenWriting = (): Writing =>
  workspace.getConfiguration(SECTION).get<Writing>(KEY, 'formula') === 'text' ? 'text' : 'formula';

/** For this user, in every folder. */
export async function chooseWriting(writing: Writing): Promise<void> {
  if (writing === chosenWriting()) return;
  await workspace.getConfiguration(SECTION).update(KEY, writing, ConfigurationTarget.Global);
}
