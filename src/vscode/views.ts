/** Everything that shows the exam's state, kept in step with it. */
import { languages, window } from 'vscode';
import { refreshContextKeys } from './contextKeys.ts';
import { type CurrentExam } from './currentExam.ts';
import { EntryLenses } from './entryLenses.ts';
import { FileBadges } from './fileBadges.ts';
import { StatusBar } from './statusBar.ts';
import { TASK_VIEW, type TaskPanels } from './taskPanels.ts';
import { TaskTree } from './taskTree.ts';
import { Throttle } from './throttle.ts';

/** Several changes in a row, as a check makes them, are one update. */
const TOGETHER_MS = 30;

export function registerViews(current: CurrentExam, panels: TaskPanels): { dispose(): unknown }[] {
  const tree = new TaskTree(current);
  const badges = new FileBadges(current);
  const lenses = new EntryLenses(current);
  const status = new StatusBar();
  const drawn: readonly { refresh(): void }[] = [tree, badges, lenses, panels];
  const refresh = new Throttle(TOGETHER_MS, () => {
    refreshContextKeys(current);
    status.refresh(current);
    for (const view of drawn) view.refresh();
  });
  return [
    status,
    current.onDidChange(() => {
      refresh.request();
    }),
    window.registerTreeDataProvider('exambench.tasks', tree),
    window.registerFileDecorationProvider(badges),
    window.registerWebviewPanelSerializer(TASK_VIEW, panels),
    languages.registerCodeLensProvider({ language: 'typescript', scheme: 'file' }, lenses),
  ];
}
