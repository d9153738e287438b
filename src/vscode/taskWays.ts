/** Where a task view leads: other tasks, and the code. */
import { commands } from 'vscode';
import { type Place } from '../core/taskset/place.ts';
import { type CodeAction } from '../protocol/messages.ts';

export interface TaskWays {
  openTask(task: string): Thenable<unknown>;
  openCode(question: string): Thenable<unknown>;
  runCode(question: string, action: CodeAction): Thenable<unknown>;
  /** a place in the set's own files; only authors have these */
  openPlace(place: Place): Thenable<unknown>;
  /** of the set; a student has one */
  chooseVariant(variant: number): Thenable<unknown>;
}

const COMMAND_OF: { readonly [A in CodeAction]: string } = {
  check: 'exambench.checkCode',
  'run-cpu': 'exambench.runCpu',
  'run-cuda': 'exambench.runCuda',
  reset: 'exambench.resetCode',
};

/** Of the exam that is open: the commands that everybody else uses, too. */
export const examWays: TaskWays = {
  openTask: (task) => commands.executeCommand('exambench.openTask', task),
  openCode: (question) => commands.executeCommand('exambench.openCode', question),
  runCode: (question, action) => commands.executeCommand(COMMAND_OF[action], question),
  openPlace: () => Promise.reject(new Error('The files of an exam are not for its students.')),
  chooseVariant: () => Promise.reject(new Error('The variant of an exam is drawn when it begins.')),
};
