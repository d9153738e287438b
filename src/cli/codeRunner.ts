/** Opens what runs students' programs for the commands that grade. */

import { type CodeRuns } from '../core/grade/codeRun.ts';
import { type ProviderChoice } from '../runtime/attack/attack.ts';
import { type ModelServer, openModelServer } from '../runtime/attack/modelServer.ts';
import { codeChecks } from '../runtime/check/codeChecks.ts';
import { readPinned } from '../runtime/taskSetFiles.ts';
import { UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';

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
  readonly run: CodeRuns;
  close(): void;
}

/** Nothing is started before the first program. `folder` is the task set's. */
export function openCodeRunner(folder: string, values: RunnerValues): CodeRunner {
  const provider = providerChoice(values.provider);
  let server: ModelServer | undefined;
  let opened: CodeRuns | undefined;
  const runs = (): CodeRuns => {
    server ??= openModelServer(distFolder);
    opened ??= codeChecks({
      dist: distFolder,
      server,
      provider,
      model: async ({ model }) => ({
        bytes: await readPinned(folder, model),
        sha256: model.sha256,
      }),
      requireSandbox: values['unsafe-no-sandbox'] !== true,
    });
    return opened;
  };
  return {
    run: {
      code: (question, answer) => runs().code(question, answer),
      lines: (question, program) => runs().lines(question, program),
    },
    close: () => server?.close(),
  };
}

const CHOICES: readonly ProviderChoice[] = ['auto', 'cpu', 'cuda'];

/** Throws a UsageError for anything else. */
export function providerChoice(given = 'auto'): ProviderChoice {
  const choice = CHOICES.find((each) => each === given);
  if (choice !== undefined) return choice;
  throw new UsageError(`--provider must be ${CHOICES.join(', ')}; found '${given}'`);
}
