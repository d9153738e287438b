/** `exambench validate`: is a task set right, and does it grade its own answers as its author says? */

import { parseArgs } from 'node:util';
import { type Rehearsed } from '../core/grade/rehearse.ts';
import { inReadingOrder } from '../core/taskset/problem.ts';
import { type TaskSet } from '../core/taskset/taskSet.ts';
import { examineSet } from '../runtime/examineSet.ts';
import { cacheFolder } from '../runtime/rehearsal/cacheFolder.ts';
import { rehearseSet } from '../runtime/rehearsal/rehearseSet.ts';
import { markdownInspector } from '../typeset/inspectMarkdown.ts';
import { providerChoice, runnerOptions, RUNNER_USAGE } from './codeRunner.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';
import { progressLine } from './progressLine.ts';
import { untilInterrupted } from './untilInterrupted.ts';
import { type Validation, validationText } from './validationText.ts';

const options = {
  ...runnerOptions,
  json: { type: 'boolean' },
  'no-run': { type: 'boolean' },
  twice: { type: 'boolean' },
  fresh: { type: 'boolean' },
  jobs: { type: 'string' },
} as const;

export const validate: Command = {
  name: 'validate',
  summary: 'Finds what is wrong with a task set.',
  usage: `Usage: exambench validate <set> [--json] [--no-run] [--fresh] [--twice] [--jobs N]
                          [--provider auto|cpu|cuda] [--unsafe-no-sandbox]

Reads the task set in the folder <set> and prints every problem as file:line:column: message. Then tries the set on
itself: reference answers must get full points, bare skeletons none, listed wrong answers what they should, and some
of them are judged again in another order, where they must get the same. What was right before, and of which nothing
has changed since, is not judged again.

  --json    Print {taskSet, variants, answers, valid, problems, warnings, notRun,
            remembered} as JSON.
  --no-run  Do not try any answer and run no program; only the files are checked.
  --fresh   Judge every answer, also what was right before.
  --twice   Judge every answer twice, not only some; implies --fresh.
  --jobs N  How many programs run at a time; as many as there are cores unless stated.
${RUNNER_USAGE}
Exit code: 0 the set is right, 1 it has problems, 2 it could not be read or its programs could not be run.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('expected one folder');
    const validation = await validated({ folder, values, io });
    io.stdout(values.json === true ? jsonOf(validation) : validationText(validation));
    return exitCode(validation);
  },
};

interface Trial {
  readonly folder: string;
  readonly values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  readonly io: CommandIo;
}

async function validated(trial: Trial): Promise<Validation> {
  const { default: katex } = await import('katex');
  const examined = await examineSet(trial.folder, markdownInspector(katex));
  const { variants, problems, warnings } = examined;
  const [set] = variants;
  const answers = answersOf(set, trial);
  const tried = answers === 'tried' ? await rehearsed(variants, trial) : NOTHING;
  const all = inReadingOrder([...problems, ...tried.problems]);
  return { set, ...tried, problems: all, warnings, answers };
}

/** A copy for students holds no answers that could be tried. */
function answersOf(set: TaskSet | undefined, { values }: Trial): Validation['answers'] {
  if (set === undefined) return 'unreadable';
  if (set.copy === 'student') return 'copy';
  return values['no-run'] === true ? 'unwanted' : 'tried';
}

const NOTHING: Rehearsed = { problems: [], notRun: [], cancelled: false, remembered: 0 };

async function rehearsed(
  variants: readonly TaskSet[],
  { folder, values, io }: Trial,
): Promise<Rehearsed> {
  const progress = progressLine(io);
  const found = await untilInterrupted((signal) =>
    rehearseSet(variants, {
      folder,
      dist: distFolder,
      provider: providerChoice(values.provider),
      requireSandbox: values['unsafe-no-sandbox'] !== true,
      concurrency: jobs(values.jobs),
      everythingTwice: values.twice,
      cache: values.fresh === true ? undefined : cacheFolder(),
      signal,
      onProgress: (done, of) => {
        progress.show(`rehearsed ${done} of ${of}`);
      },
    }),
  );
  progress.clear();
  return found;
}

function jobs(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d?$/.test(given)) return Number(given);
  throw new UsageError(`--jobs must be a number from 1 to 99; found '${given}'`);
}

function exitCode({ problems, notRun, cancelled }: Validation): ExitCode {
  if (cancelled === true) return 2;
  if (problems.length > 0) return 1;
  return notRun.length > 0 ? 2 : 0;
}

function jsonOf(validation: Validation): string {
  const { set, answers, problems, warnings, notRun, cancelled, remembered } = validation;
  const valid = problems.length === 0 && notRun.length === 0 && cancelled !== true;
  const about = { taskSet: set?.id, variants: set?.variants, answers };
  const json = { ...about, valid, problems, warnings, notRun, remembered, cancelled };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
