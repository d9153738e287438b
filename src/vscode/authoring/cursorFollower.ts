/** Brings into sight of a preview what the cursor stands in: the task, and its question. The focus stays in the text. */
import { type Disposable, type TextEditor, window } from 'vscode';
import { type Log } from '../log.ts';
import { Throttle } from '../throttle.ts';
import { cursorPlace } from './cursorPlace.ts';
import { type Preview } from './preview.ts';

/** A key that is held down moves through many places. */
const PAUSE_MS = 100;

export class CursorFollower implements Disposable {
  readonly #preview: Preview;
  readonly #listeners: readonly Disposable[];
  /** where it has been last: who scrolls the preview by hand is left alone until the cursor is in another question */
  #last = '';

  constructor(preview: Preview, log: Log) {
    this.#preview = preview;
    const pause = new Throttle(PAUSE_MS, () => {
      this.#follow().catch((error: unknown) => {
        log.report('follow the cursor in the preview', error);
      });
    });
    const request = (editor: TextEditor | undefined): void => {
      if (editor !== undefined && this.#isInside(editor)) pause.request();
    };
    this.#listeners = [
      window.onDidChangeActiveTextEditor(request),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        request(textEditor);
      }),
    ];
  }

  /** Also where it has been before. */
  async come(): Promise<void> {
    this.#last = '';
    await this.#follow();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  async #follow(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined || !this.#isInside(editor)) return;
    const preview = this.#preview;
    const place = await cursorPlace(preview.folder, editor);
    const here = JSON.stringify(place);
    if (place === undefined || here === this.#last) return;
    if (!preview.exam.tasks.some(({ id }) => id === place.task)) return;
    this.#last = here;
    if (preview.panel?.task !== place.task) preview.turnTo(place.task);
    preview.panel?.show(place.question);
  }

  #isInside({ document }: TextEditor): boolean {
    return document.uri.toString().startsWith(`${this.#preview.folder.toString()}/`);
  }
}
