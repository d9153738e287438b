/** Opens what runs students' programs for the commands that grade. */

import { type RunStudentCode, cannotRun } from '../core/grade/codeRun.ts';

/** Options of every command that may run programs, for `parseArgs`. */
export const runnerOptions = {
  provider: { type: 'string' },
  'unsafe-no-sandbox': { type: 'boolean' },
} as const;

export const RUNNER_USAGE = `  --provider auto|cpu|cuda  Where models run; auto takes CUDA where it works.
  --unsafe-no-sandbox       Run programs even where the operating system offers no sandbox.
`;

export interface RunnerValues {
  readonly provider?: string | undefined;
  readonly 'unsafe-no-sandbox'?: boolean | undefined;
}

export interface CodeRunner {
  readonly run: RunStudentCode;
  close(): Promise<void>;
}

export type OpenCodeRunner = (folder: string, values: RunnerValues) => Promise<CodeRunner>;

export const openCodeRunner: OpenCodeRunner = () =>
  Promise.resolve({
    run: cannotRun('This version of Exambench cannot run programs.'),
    close: () => Promise.resolve(),
  });
