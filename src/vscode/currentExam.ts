/** Which exam this window works on: the first workspace folder that holds an attempt. */
import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { readMarker } from '../runtime/attempt/marker.ts';
import { type Exam } from './exam.ts';
import { NotInstalled } from './taskSets.ts';

export type OpenExam = (folder: Uri) => Promise<Exam>;

/** Why the exam of a folder is not open. */
export type Obstacle = 'notInstalled' | 'failed';

export class CurrentExam implements Disposable {
  readonly #open: OpenExam;
  readonly #changed = new EventEmitter<void>();
  /** the exam was opened, closed, or something in it changed */
  readonly onDidChange = this.#changed.event;
  #exam: Exam | undefined;
  #failure: unknown;
  #opening: Promise<void> = Promise.resolve();

  constructor(open: OpenExam) {
    this.#open = open;
  }

  get exam(): Exam | undefined {
    return this.#exam;
  }

  /** Undefined where there is no exam, or it is open. */
  get obstacle(): Obstacle | undefined {
    if (this.#failure === undefined) return undefined;
    return this.#failure instanceof NotInstalled ? 'notInstalled' : 'failed';
  }

  /** The exam, waiting for it while it is being opened. Throws a sentence when there is none. */
  async require(): Promise<Exam> {
    await this.#opening.catch(() => undefined);
    if (this.#exam === undefined) {
      if (this.#failure instanceof Error) throw this.#failure;
      throw new Error('no exam is open in this window; “Start Exam…” begins one.');
    }
    return this.#exam;
  }

  /** Looks for an exam in the workspace and opens it, anew if it is open. */
  reopen(): Promise<void> {
    const opening = this.#opening.catch(() => undefined).then(() => this.#replace());
    this.#opening = opening;
    return opening;
  }

  dispose(): void {
    void this.#exam?.close();
    this.#changed.dispose();
  }

  async #replace(): Promise<void> {
    await this.#exam?.close();
    this.#exam = undefined;
    this.#failure = undefined;
    try {
      const folder = await examFolder();
      if (folder !== undefined) this.#adopt(await this.#open(folder));
    } catch (error) {
      this.#failure = error;
      throw error;
    } finally {
      this.#changed.fire();
    }
  }

  #adopt(exam: Exam): void {
    this.#exam = exam;
    exam.onDidChange(() => {
      this.#changed.fire();
    });
  }
}

async function examFolder(): Promise<Uri | undefined> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    if (uri.scheme === 'file' && (await readMarker(uri.fsPath)) !== undefined) return uri;
  }
  return undefined;
}
