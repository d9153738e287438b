/** `exambench grade`: grades a class. */

import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { providerChoice } from './codeRunner.ts';

const options = {
  submissions: { type: 'string' },
  key: { type: 'string' },
  out: { type: 'string' },
  jobs: { type: 'string' },
  seed: { type: 'string' },
  provider: { type: 'string' },
  user: { type: 'string' },
  queue: { type: 'string' },
  only: { type: 'string', multiple: true },
  questions: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  'unsafe-no-sandbox': { type: 'boolean' },
} as const;

export const grade: Command = {
  name: 'grade',
  summary: 'Grades a folder of submissions.',
  usage: `Usage: exambench grade <set> --submissions DIR --out DIR [--key FILE] [--jobs N] [--seed S] [--only NAME] [--questions IDS]
                       [--queue URL] [--provider auto|cpu|cuda] [--user NAME] [--json] [--unsafe-no-sandbox]

Grades every *.zip, *.zip.age and answers file (*.json) below DIR with the whole task set: its folder, or what publish
has sealed. Results go to the folder --out. Started again, it goes on where it was ended; after the task set was changed,
it grades the questions that are affected and lists every grade that has changed.

  --submissions DIR  What was handed in.
  --out DIR          Where results go: records, pages, grades.csv. One grading at a time writes to it.
  --key FILE         The private key of keygen, for a sealed set and encrypted submissions. Its passphrase is asked for,
                     or taken from EXAMBENCH_PASSPHRASE.
  --jobs N           How many submissions side by side; as many as the machine has cores unless given.
  --seed S           From which hidden cases are drawn: 32 hexadecimal digits. A new one unless given or graded before.
  --only NAME        Grade this submission or file again, whatever was found before; may be repeated.
  --questions IDS    Grade these questions again, as in 3a,5b and in the column of grades.csv.
  --provider auto|cpu|cuda  Where models run; cpu unless given, which gives the same numbers everywhere.
  --user NAME        As whom students' programs run when you are root; nobody unless given.
  --queue URL        Grade on other machines, which run exambench worker: redis://:PASSWORD@HOST:PORT/DB, rediss:// for TLS.
                     --jobs is then how many submissions wait in the queue; 64 unless given.
  --json             Print what was graded as JSON.
  --unsafe-no-sandbox  Run programs even where the operating system offers no sandbox.

Exit code: 0 every question has its points, 1 some wait for a person or could not be graded, 2 could not grade.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    const [set, ...others] = positionals;
    if (set === undefined || others.length > 0) throw new UsageError('expected one task set');
    if (values.submissions === undefined) throw new UsageError('--submissions DIR is missing');
    if (values.out === undefined) throw new UsageError('--out DIR is missing');
    const { gradeFolder } = await import('./gradeFolder.ts');
    return await gradeFolder(
      {
        set,
        submissions: values.submissions,
        out: values.out,
        key: values.key,
        jobs: jobsOf(values.jobs),
        seed: seedOf(values.seed),
        provider: providerChoice(values.provider ?? 'cpu'),
        user: values.user,
        queue: values.queue,
        only: values.only,
        questions: values.questions,
        json: values.json === true,
        requireSandbox: values['unsafe-no-sandbox'] !== true,
      },
      io,
    );
  },
};

function jobsOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(given)) return Number(given);
  throw new UsageError(`--jobs must be a number from 1 to 999; found '${given}'`);
}

function seedOf(given: string | undefined): string | undefined {
  if (given === undefined || /^[0-9a-f]{32}$/.test(given)) return given;
  throw new UsageError(`--seed must be 32 hexadecimal digits (0-9, a-f); found '${given}'`);
}
