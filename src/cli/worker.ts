/** `exambench worker`: lends this machine to a grading that another one leads. */

import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';

const options = {
  queue: { type: 'string' },
  'queue-key': { type: 'string' },
  set: { type: 'string' },
  key: { type: 'string' },
  jobs: { type: 'string' },
  user: { type: 'string' },
  'lost-after': { type: 'string' },
  'unsafe-no-sandbox': { type: 'boolean' },
} as const;

export const worker: Command = {
  name: 'worker',
  summary: 'Grades submissions for grade --queue on another machine.',
  usage: `Usage: exambench worker --queue URL --queue-key FILE --set SET [--key FILE] [--jobs N] [--user NAME] [--lost-after S]
                        [--unsafe-no-sandbox]

Takes submissions out of the queue that exambench grade --queue fills, grades them with its own copy of the task set, and
puts the results back, until Ctrl+C. The task set and the program's version have to be the same as there.

  --queue URL        The server between the machines, Redis or Valkey: redis://:PASSWORD@HOST:PORT/DB, rediss:// for TLS.
                     A password is also taken from EXAMBENCH_QUEUE_PASSWORD.
  --queue-key FILE   The file queue.key from the folder of results. Copy it in secret: it hides what is handed in.
  --set SET          This machine's copy of the whole task set: its folder, or what publish has sealed.
  --key FILE         The private key of keygen, for a sealed set.
  --jobs N           How many submissions side by side; as many as the machine has cores unless given.
  --user NAME        As whom students' programs run when you are root; nobody unless given.
  --lost-after S     A worker that gives no sign of life for S seconds counts as gone; 30 unless given.
  --unsafe-no-sandbox  Run programs even where the operating system offers no sandbox.

Exit code: 0 ended by Ctrl+C, 2 could not grade, or not for this queue.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    if (positionals.length > 0) throw new UsageError('expected options only');
    const { serveQueue } = await import('./serveQueue.ts');
    return await serveQueue(
      {
        queue: given(values.queue, '--queue URL'),
        queueKey: given(values['queue-key'], '--queue-key FILE'),
        set: given(values.set, '--set SET'),
        key: values.key,
        jobs: numberIn('--jobs', values.jobs),
        user: values.user,
        lostAfter: numberIn('--lost-after', values['lost-after']),
        requireSandbox: values['unsafe-no-sandbox'] !== true,
      },
      io,
    );
  },
};

function given(value: string | undefined, what: string): string {
  if (value !== undefined) return value;
  throw new UsageError(`${what} is missing`);
}

function numberIn(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`${option} must be a number from 1 to 999; found '${text}'`);
}
