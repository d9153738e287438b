/** The open gradings, at most one panel a folder, also after the window was reloaded. */
import { basename } from 'node:path';
import {
  type Disposable,
  type Memento,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { webviewOptions } from '../webviewHtml.ts';
import { gradedWith } from './gradedWith.ts';
import { keptDrafts } from './keptDrafts.ts';
import { GradingPanel, type GradingPanelParts } from './gradingPanel.ts';
import type { GradingSession } from './gradingSession.ts';

export const GRADING_VIEW = 'exambench.grading';

export interface GradingPanelsParts extends GradingPanelParts {
  /** of this workspace */
  readonly memory: Memento;
}

/** Title of a panel → the folder that it shows: all that a reload leaves is the title. */
const FOLDERS = 'grading.folders';

export class GradingPanels implements WebviewPanelSerializer, Disposable {
  readonly #parts: GradingPanelsParts;
  readonly #panels = new Map<string, GradingPanel>();

  constructor(parts: GradingPanelsParts) {
    this.#parts = parts;
  }

  /** @param set where the task set lies, for who is not to be asked. Throws when there is no grading in the folder. */
  async open(folder: Uri, set?: Uri): Promise<GradingPanel | undefined> {
    const open = this.#panels.get(folder.toString());
    open?.panel.reveal();
    return open ?? (await this.#openAnew(folder, set));
  }

  /** The open panel of a folder. */
  of(folder: Uri): GradingPanel | undefined {
    return this.#panels.get(folder.toString());
  }

  /** Nobody is asked anything: what cannot be found again is closed. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    const path = this.#folders[panel.title];
    const folder = path === undefined ? undefined : Uri.file(path);
    const isOpen = folder === undefined || this.#panels.has(folder.toString());
    const session = isOpen ? undefined : await this.#session(folder).catch(() => undefined);
    if (folder === undefined || session === undefined) panel.dispose();
    else this.#adopt(folder, session, panel);
  }

  dispose(): void {
    for (const { panel } of this.#panels.values()) panel.dispose();
  }

  get #folders(): Readonly<Record<string, string>> {
    return this.#parts.memory.get(FOLDERS, {});
  }

  async #openAnew(folder: Uri, set: Uri | undefined): Promise<GradingPanel | undefined> {
    const session = await this.#session(folder, set ?? 'ask');
    if (session === undefined) return undefined;
    const title = `Grading: ${session.state.taskSetTitle} (${basename(folder.fsPath)})`;
    await this.#parts.memory.update(FOLDERS, { ...this.#folders, [title]: folder.fsPath });
    const panel = window.createWebviewPanel(GRADING_VIEW, title, ViewColumn.Active, {
      ...webviewOptions(this.#parts.extension),
      // who looks something up in another tab finds their place and their ticks again
      retainContextWhenHidden: true,
    });
    return this.#adopt(folder, session, panel);
  }

  /** undefined where the task set is not found, and nobody says where it is. */
  async #session(folder: Uri, set?: Uri | 'ask'): Promise<GradingSession | undefined> {
    const { GradingFolder, GradingSession } = await import('./gradebook.ts');
    const grading = new GradingFolder(folder.fsPath);
    const found = await gradedWith(grading, this.#parts.memory, set);
    if (found === undefined) return undefined;
    const dist = Uri.joinPath(this.#parts.extension, 'dist').fsPath;
    const drafts = keptDrafts(this.#parts.memory, folder.fsPath);
    const now = (): Date => new Date();
    return await GradingSession.open({ folder: grading, set: found, dist, now, drafts });
  }

  #adopt(folder: Uri, session: GradingSession, panel: WebviewPanel): GradingPanel {
    const adopted = new GradingPanel(folder, session, panel, this.#parts);
    this.#panels.set(folder.toString(), adopted);
    panel.onDidDispose(() => {
      this.#panels.delete(folder.toString());
      void adopted.close();
    });
    return adopted;
  }
}
