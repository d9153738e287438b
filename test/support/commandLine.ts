/** Runs the command line in this process and keeps what it says. */

import { type ExitCode } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/commandLine.ts';

export interface Said {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export async function exambench(...argv: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    interactive: false,
  });
  return { code, out, err };
}
