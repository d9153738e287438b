/** `exambench validate`: is a task set right, and does it grade its own answers as its author says? */

import { parseArgs } from 'node:util';
import { rehearse } from '../core/grade/rehearse.ts';
import { inReadingOrder } from '../core/taskset/problem.ts';
import { type TaskSet } from '../core/taskset/taskSet.ts';
import { loadTaskSet } from '../runtime/taskSetFiles.ts';
import { openCodeRunner, runnerOptions, RUNNER_USAGE } from './codeRunner.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { type Validation, validationText } from './validationText.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'Finds what is wrong with a task set.',
  usage: `Usage: exambench validate <set> [--json] [--no-run] [--provider auto|cpu|cuda] [--unsafe-no-sandbox]

Reads the task set in the folder <set> and prints every problem as file:line:column: message. Then tries the set on
itself: reference answers must get full points, bare skeletons none, listed wrong answers what they should.

  --json    Print {taskSet, valid, problems, notRun} as JSON.
  --no-run  Do not run any program; only the files are checked.
${RUNNER_USAGE}
Exit code: 0 the set is right, 1 it has problems, 2 it could not be read or its programs could not be run.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...runnerOptions, json: { type: 'boolean' }, 'no-run': { type: 'boolean' } },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('expected one folder');
    const loaded = await loadTaskSet(folder);
    const validation = loaded.ok
      ? await tried(loaded.value, { folder, values, run: values['no-run'] !== true })
      : { problems: loaded.error, notRun: [] };
    io.stdout(values.json === true ? jsonOf(validation) : validationText(validation));
    return exitCode(validation);
  },
};

interface Trial {
  readonly folder: string;
  readonly values: Parameters<typeof openCodeRunner>[1];
  readonly run: boolean;
}

async function tried(set: TaskSet, { folder, values, run }: Trial): Promise<Validation> {
  if (!run) return { set, problems: [], notRun: [] };
  const runner = openCodeRunner(folder, values);
  try {
    const { problems, notRun } = await rehearse(set, runner.run);
    return { set, problems: inReadingOrder(problems), notRun };
  } finally {
    runner.close();
  }
}

function exitCode({ problems, notRun }: Validation): ExitCode {
  if (problems.length > 0) return 1;
  return notRun.length > 0 ? 2 : 0;
}

function jsonOf({ set, problems, notRun }: Validation): string {
  const valid = problems.length === 0 && notRun.length === 0;
  return `${JSON.stringify({ taskSet: set?.id, valid, problems, notRun }, undefined, 2)}\n`;
}
