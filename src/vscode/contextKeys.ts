/** What the manifest's `when` clauses ask. */
import { commands } from 'vscode';
import { type CurrentExam } from './currentExam.ts';

const last = new Map<string, string>();

export function refreshContextKeys({ exam, obstacle }: CurrentExam): void {
  const files = exam?.codeQuestions.flatMap((question) => question.files) ?? [];
  // Until the first look for an exam has ended, nobody should be offered to start one.
  set('ready', true);
  set('started', exam !== undefined);
  set('obstacle', obstacle ?? '');
  set('readOnly', exam?.readOnly !== undefined);
  set('handedIn', exam !== undefined && exam.handedIn.length > 0);
  set('hasCode', files.length > 0);
  set(
    'codeFiles',
    files.map((name) => exam?.fileUri(name).fsPath),
  );
}

/** Each costs a message to the window, so only what has changed is sent. */
function set(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (last.get(key) === text) return;
  last.set(key, text);
  void commands.executeCommand('setContext', `exambench.${key}`, value);
}
