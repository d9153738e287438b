/** The output channel, and how failures reach the user: one plain sentence, the stack in the log, no storms. */
import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';

/** How long the same sentence is only logged after it was shown. */
const QUIET_MS = 10_000;

export class Log implements Disposable {
  readonly #channel: LogOutputChannel = window.createOutputChannel('Exambench', { log: true });
  readonly #shown = new Map<string, number>();

  info(message: string): void {
    this.#channel.info(message);
  }

  error(sentence: string, cause?: unknown): void {
    this.#channel.error(sentence, ...(cause === undefined ? [] : [stackOf(cause)]));
  }

  show(): void {
    this.#channel.show(true);
  }

  /** Shows what an error says and logs where it came from. `doing` completes "Exambench could not …". */
  report(doing: string, error: unknown): void {
    const sentence = `Exambench could not ${doing}: ${reasonOf(error)}`;
    this.error(sentence, error);
    const last = this.#shown.get(sentence) ?? -Infinity;
    const now = performance.now();
    if (now - last < QUIET_MS) return;
    this.#shown.set(sentence, now);
    void this.#offerLog(sentence);
  }

  /** Registers a command whose failures are reported. `doing` completes "Exambench could not …". */
  command(
    id: string,
    doing: string,
    run: (...args: readonly unknown[]) => Promise<unknown>,
  ): Disposable {
    return commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        return await run(...args);
      } catch (error) {
        this.report(doing, error);
        return undefined;
      }
    });
  }

  dispose(): void {
    this.#channel.dispose();
  }

  async #offerLog(sentence: string): Promise<void> {
    const chosen = await window.showErrorMessage(sentence, 'Show Log');
    if (chosen !== undefined) this.show();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
