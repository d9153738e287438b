/** One grading in a webview: hands on what is asked for, and tells the view when files have changed on disk. */
import {
  type Disposable,
  ProgressLocation,
  RelativePattern,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type Handlers } from '../../protocol/contract.ts';
import { type GradingHostChannel, openGradingHost } from '../../protocol/gradingChannel.ts';
import { type GradingRequests } from '../../protocol/gradingMessages.ts';
import { type Log } from '../log.ts';
import { showFile } from '../showFile.ts';
import { Throttle } from '../throttle.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import { webviewTransport } from '../webviewTransport.ts';
import type { GradingSession } from './gradingSession.ts';

export interface GradingPanelParts {
  readonly extension: Uri;
  readonly log: Log;
}

/** Grading a class writes many files in a row. */
const TOGETHER_MS = 300;
const WATCHED = '{grading.json,statistics.html,records/*.json,decisions/*.json}';
const SHOW = 'Show Folder';

export class GradingPanel implements Disposable {
  readonly folder: Uri;
  readonly panel: WebviewPanel;
  readonly session: GradingSession;
  readonly #parts: GradingPanelParts;
  readonly #channel: GradingHostChannel;
  readonly #watcher: Disposable;

  constructor(folder: Uri, session: GradingSession, panel: WebviewPanel, parts: GradingPanelParts) {
    this.folder = folder;
    this.session = session;
    this.panel = panel;
    this.#parts = parts;
    const { extension, log } = parts;
    panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    panel.webview.options = webviewOptions(extension);
    this.#channel = openGradingHost(
      webviewTransport(panel.webview),
      this.#handlers(),
      (sentence, cause) => {
        log.error(sentence, cause);
      },
    );
    this.#watcher = this.#watch();
    panel.webview.html = webviewHtml(panel.webview, extension, 'grading');
  }

  /** Pages that do not tell yet what was decided are written now. */
  async close(): Promise<void> {
    this.dispose();
    if (!this.session.state.isStale) return;
    try {
      const sentence = await this.#write();
      void this.#offerFolder(sentence);
    } catch (error) {
      this.#parts.log.report('write the results of the grading', error);
    }
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#channel.dispose();
  }

  #handlers(): Handlers<GradingRequests> {
    return {
      ...this.session.handlers,
      writeResults: async () => {
        const sentence = await this.#write();
        this.#channel.tell('stateChanged', this.session.state);
        return sentence;
      },
    };
  }

  async #write(): Promise<string> {
    const title = 'Writing the results of the grading';
    return await window.withProgress({ location: ProgressLocation.Notification, title }, () =>
      Promise.resolve(this.session.handlers.writeResults({})),
    );
  }

  async #offerFolder(sentence: string): Promise<void> {
    const chosen = await window.showInformationMessage(sentence, SHOW);
    if (chosen === SHOW) await showFile(Uri.joinPath(this.folder, 'statistics.html'));
  }

  #watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(this.folder, WATCHED));
    const changed = new Throttle(TOGETHER_MS, () => void this.#refresh());
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      event(() => {
        changed.request();
      });
    }
    return watcher;
  }

  async #refresh(): Promise<void> {
    try {
      const isOther = await this.session.refresh();
      if (isOther) this.#channel.tell('stateChanged', this.session.state);
    } catch (error) {
      this.#parts.log.report('read the grading again', error);
    }
  }
}
