/** The open task panels, at most one per task, also after the window was reloaded. */
import {
  type Disposable,
  type Tab,
  TabInputWebview,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { TaskPanel, type TaskPanelParts } from './taskPanel.ts';
import { webviewOptions } from './webviewHtml.ts';

export const TASK_VIEW = 'exambench.task';

export class TaskPanels implements WebviewPanelSerializer, Disposable {
  readonly #parts: TaskPanelParts;
  readonly #panels = new Map<string, TaskPanel>();

  constructor(parts: TaskPanelParts) {
    this.#parts = parts;
  }

  /** Beside the code where that is asked for, and where it does not cover the code anyway. */
  async open(task: string, question?: string, isBesideCode = false): Promise<void> {
    const exam = await this.#parts.current.require();
    const title = exam.titleOf(exam.task(task));
    const open = this.#panels.get(task);
    if (open === undefined) await this.#openAnew(task, title, question);
    else open.reveal(question, isBesideCode && !open.panel.visible ? ViewColumn.Beside : undefined);
  }

  /** The view keeps no state of its own; the tab's title says which task it showed. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    const exam = await this.#parts.current.require().catch(() => undefined);
    const task = exam?.tasks.find((candidate) => exam.titleOf(candidate) === panel.title);
    if (task === undefined || this.#panels.has(task.id)) panel.dispose();
    else this.#adopt(task.id, panel);
  }

  isShown(task: string): boolean {
    return this.#panels.get(task)?.panel.visible ?? false;
  }

  /** Resolves when what was typed in the views has been handed to the exam. */
  async flush(): Promise<void> {
    await Promise.all([...this.#panels.values()].map((panel) => panel.flush()));
  }

  refresh(): void {
    const tasks = this.#parts.current.exam?.tasks;
    for (const [task, panel] of this.#panels) {
      // another version of the exam may be without it
      if (tasks?.some(({ id }) => id === task) === false) panel.dispose();
      else panel.refresh();
    }
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** A tab from before a reload has no panel until it is looked at: another one takes its place. */
  async #openAnew(task: string, title: string, question: string | undefined): Promise<void> {
    const restored = restoredTabs(title);
    const column = restored[0]?.group.viewColumn ?? this.#column();
    this.#adopt(task, this.#create(title, column)).reveal(question);
    await window.tabGroups.close(restored, true);
  }

  #create(title: string, viewColumn: ViewColumn): WebviewPanel {
    return window.createWebviewPanel(
      TASK_VIEW,
      title,
      { viewColumn },
      webviewOptions(this.#parts.extension),
    );
  }

  #adopt(task: string, panel: WebviewPanel): TaskPanel {
    const adopted = new TaskPanel(task, panel, this.#parts);
    this.#panels.set(task, adopted);
    panel.onDidDispose(() => {
      this.#panels.delete(task);
      adopted.dispose();
    });
    return adopted;
  }

  /** With the other tasks; else beside the code, if there is code. */
  #column(): ViewColumn {
    const neighbour = [...this.#panels.values()].at(-1)?.panel.viewColumn;
    return (
      neighbour ?? (window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside)
    );
  }
}

/** Those whose title says that they show it. The editor puts a prefix of its own before the kind of a view. */
function restoredTabs(title: string): readonly Tab[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ label, input }) =>
      label === title && input instanceof TabInputWebview && input.viewType.endsWith(TASK_VIEW),
  );
}
