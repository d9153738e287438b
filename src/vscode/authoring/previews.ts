/** The open previews, at most one a task set: opened beside the text, redrawn with the set, following the active editor. */
import {
  commands,
  type Disposable,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { type CodeAction } from '../../protocol/messages.ts';
import { type AttackRuns } from '../attackRuns.ts';
import { type QuestionRecord } from '../../runtime/attempt/questionRecord.ts';
import { check, type CheckingParts } from '../checking.ts';
import { openCode, resetCode } from '../codeFiles.ts';
import { type Log } from '../log.ts';
import { followSavedCode } from '../savedCode.ts';
import { TaskPanel } from '../taskPanel.ts';
import { type TaskWays } from '../taskWays.ts';
import { mayRunCode } from '../trust.ts';
import { webviewOptions } from '../webviewHtml.ts';
import { type AuthoredSet, type AuthoredSets } from './authoredSets.ts';
import { CursorFollower } from './cursorFollower.ts';
import { Preview } from './preview.ts';
import { PreviewExams } from './previewExam.ts';
import { type PreviewFiles } from './previewFiles.ts';
import { remembered } from './previewMemento.ts';
import { isSetFolder, taskAt } from './setFolder.ts';

const PREVIEW_VIEW = 'exambench.preview';

export interface PreviewsParts {
  readonly extension: Uri;
  readonly sets: AuthoredSets;
  readonly files: PreviewFiles;
  readonly attacks: AttackRuns;
  readonly checking: CheckingParts;
  readonly log: Log;
}

export class Previews implements WebviewPanelSerializer, Disposable {
  readonly #parts: PreviewsParts;
  readonly #open = new Map<string, Preview>();
  readonly #followers = new WeakMap<Preview, CursorFollower>();
  readonly #listeners: readonly Disposable[];

  constructor(parts: PreviewsParts) {
    this.#parts = parts;
    this.#listeners = [
      parts.sets.onDidRead((authored) => void this.#redraw(authored)),
      window.registerWebviewPanelSerializer(PREVIEW_VIEW, this),
    ];
  }

  /** Beside the text; the focus stays where it is. */
  async open(folder: Uri, file: Uri): Promise<void> {
    const authored = await this.#parts.sets.latest(folder);
    const preview = this.#open.get(folder.toString()) ?? (await this.#create(authored));
    preview.turnTo(taskAt(folder, file));
    preview.panel?.reveal(undefined, undefined, true);
    await this.#followers.get(preview)?.come();
  }

  /** A preview from before the window was reloaded goes on where it was. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const before = remembered(state);
    const isOpen = before !== undefined && this.#open.has(before.folder.toString());
    if (before === undefined || isOpen || !(await isSetFolder(before.folder))) {
      panel.dispose();
      return;
    }
    const { folder, task, variant, isSolved } = before;
    const preview = await this.#take(await this.#parts.sets.latest(folder));
    await preview.choose(variant);
    await preview.solve(isSolved);
    this.#connect(preview, panel);
    preview.turnTo(task);
  }

  /** Of the preview that is in front. */
  async solve(isSolved: boolean): Promise<void> {
    const preview = [...this.#open.values()].find(({ panel }) => panel?.panel.active);
    if (preview === undefined) return;
    await preview.solve(isSolved);
    showSwitch(preview);
  }

  /** The preview of a set, if it is open. */
  of(folder: Uri): Preview | undefined {
    return this.#open.get(folder.toString());
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const { panel } of this.#open.values()) panel?.dispose();
  }

  async #create(authored: AuthoredSet): Promise<Preview> {
    const preview = await this.#take(authored);
    const panel = window.createWebviewPanel(
      PREVIEW_VIEW,
      'Preview',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      webviewOptions(this.#parts.extension),
    );
    this.#connect(preview, panel);
    return preview;
  }

  async #take(authored: AuthoredSet): Promise<Preview> {
    const { folder } = authored;
    const { extension, files } = this.#parts;
    const dist = Uri.joinPath(extension, 'dist').fsPath;
    const preview = new Preview(folder, { exams: new PreviewExams(folder, files), dist });
    this.#open.set(folder.toString(), preview);
    await preview.take(authored);
    return preview;
  }

  #connect(preview: Preview, panel: WebviewPanel): void {
    const { extension, checking, log } = this.#parts;
    const checkAnswer = (question: string): Promise<QuestionRecord> =>
      check(preview.exam, question, checking);
    const task = new TaskPanel('', panel, {
      extension,
      current: preview,
      trust: checking.trust,
      log,
      checkAnswer,
      ways: this.#waysOf(preview, checkAnswer),
      preview: (shown) => preview.state(shown),
    });
    const saved = followSavedCode(preview, log);
    const follower = new CursorFollower(preview, log);
    this.#followers.set(preview, follower);
    preview.showIn(task);
    panel.onDidChangeViewState(() => {
      showSwitch(preview);
    });
    panel.onDidDispose(() => {
      this.#open.delete(preview.folder.toString());
      saved.dispose();
      follower.dispose();
      task.dispose();
      preview.dispose();
    });
  }

  #waysOf(preview: Preview, checkAnswer: (question: string) => Promise<QuestionRecord>): TaskWays {
    const { attacks, checking } = this.#parts;
    const attack = (id: string, provider: 'cpu' | 'cuda') =>
      mayRunCode(checking.trust, 'Running the attack')
        ? attacks.run({ exam: preview.exam, question: preview.exam.codeQuestion(id), provider })
        : Promise.resolve();
    const runs: { readonly [A in CodeAction]: (id: string) => Promise<unknown> } = {
      check: checkAnswer,
      'run-cpu': (id) => attack(id, 'cpu'),
      'run-cuda': (id) => attack(id, 'cuda'),
      reset: (id) => resetCode(preview.exam, preview.exam.codeQuestion(id)),
    };
    return {
      openTask: (task) => {
        preview.turnTo(task);
        return Promise.resolve();
      },
      openCode: (id) => openCode(preview.exam, preview.exam.codeQuestion(id)),
      runCode: (id, action) => runs[action](id),
      openPlace: (place) => preview.openPlace(place),
      chooseVariant: (variant) => preview.choose(variant),
    };
  }

  async #redraw(authored: AuthoredSet): Promise<void> {
    try {
      await this.#open.get(authored.folder.toString())?.take(authored);
    } catch (error) {
      this.#parts.log.report('draw the preview anew', error);
    }
  }
}

/** Which side of the switch the title of the preview in front offers. */
function showSwitch({ panel, isSolved }: Preview): void {
  if (panel?.panel.active !== true) return;
  void commands.executeCommand('setContext', 'exambench.previewSolved', isSolved);
}
