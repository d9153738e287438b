/** The first time that an exam is open in a workspace its tasks are shown, so that nobody has to look for them. */
import { commands, type Disposable, type Memento } from 'vscode';
import { type CurrentExam } from './currentExam.ts';

const SHOWN = 'exambench.tasksShown';

/** @param memory of the workspace */
export function showTasksOnce(current: CurrentExam, memory: Memento): Disposable {
  return current.onDidChange(() => {
    if (current.exam === undefined || memory.get(SHOWN) === true) return;
    void memory.update(SHOWN, true);
    void commands.executeCommand('exambench.tasks.focus');
  });
}
