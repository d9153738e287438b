/** `exambench keygen`: a key pair, for sealing exams to those who grade them. */

import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { choosePassphrase } from './passphrase.ts';

export const keygen: Command = {
  name: 'keygen',
  summary: 'Makes the key that sealed exams are opened with.',
  usage: `Usage: exambench keygen --out FILE [--no-passphrase] [--json]

Makes a key pair. The secret key goes to FILE, protected by a passphrase that is asked for twice; the public key is
printed, for exambench publish --recipient. The file is one of age (age-encryption.org): the program age opens what is
sealed here, too. Before this command reports success, it has opened a trial file with the key as FILE holds it.

  --out FILE       Where the secret key goes. A file that is there is never overwritten.
  --no-passphrase  Whoever has the file has the key. Else EXAMBENCH_PASSPHRASE is taken where it is set.
  --json           Print {file, recipient, passphrase} as JSON.

Exit code: 0 made and tried, 2 could not do it.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'no-passphrase': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    if (positionals.length > 0) throw new UsageError('expected no other arguments');
    if (values.out === undefined) throw new UsageError('--out FILE is missing');
    await refuseFile(values.out);
    const passphrase = values['no-passphrase'] === true ? undefined : await choosePassphrase();
    const { makeKey } = await import('../runtime/seal/newKey.ts');
    const key = await makeKey({ file: values.out, passphrase, created: new Date().toISOString() });
    const { file, recipient } = key;
    const isProtected = passphrase !== undefined;
    const report = { file, recipient, passphrase: isProtected };
    io.stdout(values.json === true ? `${JSON.stringify(report)}\n` : told(key, isProtected));
    return 0;
  },
};

/** Before anybody has typed a passphrase in vain. */
async function refuseFile(file: string): Promise<void> {
  const { keyFileComplaint } = await import('../runtime/seal/newKey.ts');
  const complaint = await keyFileComplaint(file);
  if (complaint !== undefined) throw new Error(complaint);
}

interface Made {
  readonly file: string;
  readonly recipient: string;
  readonly text: string;
}

function told({ file, recipient, text }: Made, isProtected: boolean): string {
  const paper = isProtected
    ? `For paper: print what follows. Typed into a file it is the key again, with the same passphrase.\n\n${text}`
    : `For paper: print ${file} and lock it away; it is not protected by a passphrase.\n`;
  return `The public key, for everyone to know:

${recipient}

The secret key is in ${file}; a trial file was sealed and opened with it.
Without it a sealed exam can never be graded: keep a copy in another place, and seal for a second person's key, too.

${paper}`;
}
