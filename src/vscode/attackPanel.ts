/** The result view of attacks: one panel beside the code, showing the last run while it goes on and afterwards. */
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type AttackHostChannel, openAttackHost } from '../protocol/attackChannel.ts';
import { type Handlers } from '../protocol/contract.ts';
import { type AttackRequests, type AttackViewState } from '../protocol/messages.ts';
import { type ProviderChoice } from '../runtime/attack/attack.ts';
import { type Log } from './log.ts';
import { webviewHtml, webviewOptions } from './webviewHtml.ts';
import { webviewTransport } from './webviewTransport.ts';

export interface AttackPanelParts {
  readonly extension: Uri;
  readonly log: Log;
}

/** What the view's buttons do to the run that it shows. */
export interface AttackActions {
  cancel(): void;
  rerun(provider: ProviderChoice): void;
  showCode(): Promise<void>;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  readonly channel: AttackHostChannel;
}

export class AttackPanel implements Disposable {
  readonly #parts: AttackPanelParts;
  readonly #actions: AttackActions;
  #open: OpenPanel | undefined;
  #state: AttackViewState;

  constructor(parts: AttackPanelParts, actions: AttackActions, state: AttackViewState) {
    this.#parts = parts;
    this.#actions = actions;
    this.#state = state;
  }

  /** Brings the panel up, without taking the focus from the code. */
  show(title: string): void {
    this.#open ??= this.#create();
    this.#open.panel.title = title;
    this.#open.panel.reveal(undefined, true);
  }

  update(state: AttackViewState): void {
    this.#state = state;
    this.#open?.channel.tell('stateChanged', state);
  }

  dispose(): void {
    this.#open?.panel.dispose();
  }

  #create(): OpenPanel {
    const { extension, log } = this.#parts;
    const panel = window.createWebviewPanel(
      'exambench.attack',
      'Attack',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      webviewOptions(extension),
    );
    panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    const channel = openAttackHost(
      webviewTransport(panel.webview),
      this.#handlers(),
      (sentence, cause) => {
        log.error(sentence, cause);
      },
    );
    panel.webview.html = webviewHtml(panel.webview, extension, 'attack');
    panel.onDidDispose(() => {
      channel.dispose();
      this.#open = undefined;
    });
    return { panel, channel };
  }

  #handlers(): Handlers<AttackRequests> {
    return {
      ready: () => this.#state,
      cancel: () => {
        this.#actions.cancel();
        return null;
      },
      rerun: ({ provider }) => {
        this.#actions.rerun(provider);
        return null;
      },
      showCode: async () => {
        await this.#actions.showCode();
        return null;
      },
      exportPicture: savePicture,
    };
  }
}

type Picture = Parameters<AttackRequests['exportPicture']>[0];

async function savePicture({ name, format, content }: Picture): Promise<string | null> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = `${name.replaceAll(/[^\w-]+/g, '-')}.${format}`;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, file) }),
    filters: format === 'svg' ? { 'SVG picture': ['svg'] } : { 'PNG picture': ['png'] },
  });
  if (target === undefined) return null;
  await workspace.fs.writeFile(target, Buffer.from(content, format === 'svg' ? 'utf8' : 'base64'));
  return target.fsPath;
}
