/** What a command of the command line is. The table of commands stands in `main.ts`. */

/** 0: done, nothing wrong. 1: done, and something is wrong. 2: could not do it. */
export type ExitCode = 0 | 1 | 2;

export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** somebody is watching: progress and colours make sense */
  readonly interactive: boolean;
}

export interface Command {
  readonly name: string;
  /** one line for the list of commands */
  readonly summary: string;
  /** what `--help` prints: the synopsis first, then every option */
  readonly usage: string;
  /** `--help` is handled before; throws `UsageError` on bad arguments */
  run(argv: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** The command was called wrongly or could not do its work: printed as it stands, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
