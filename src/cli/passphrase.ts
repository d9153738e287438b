/** Passphrases: from the environment for scripts, else typed without being shown. */

import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';
import { UsageError } from './command.ts';

const VARIABLE = 'EXAMBENCH_PASSPHRASE';

export interface Typist {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: { write(text: string): unknown };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const here: Typist = {
  input: process.stdin,
  output: process.stderr,
  environment: process.env,
};

/** Of a key file that is there. Throws UsageError where nobody can be asked. */
export async function askPassphrase(file: string, typist: Typist = here): Promise<string> {
  return given(typist) ?? (await hidden(`Passphrase of ${file}: `, typist));
}

/** For a new key: asked for twice. Throws when the two differ, or when it is too short to protect anything. */
export async function choosePassphrase(typist: Typist = here): Promise<string> {
  const passphrase = given(typist) ?? (await hidden('A passphrase for the key: ', typist));
  if (passphrase.length < SHORTEST) {
    throw new Error(
      `expected a passphrase of at least ${SHORTEST} characters, such as four or five random words`,
    );
  }
  if (given(typist) !== undefined) return passphrase;
  if ((await hidden('The same once more: ', typist)) === passphrase) return passphrase;
  throw new Error('the two passphrases differ');
}

const SHORTEST = 8;

function given({ environment }: Typist): string | undefined {
  const passphrase = environment[VARIABLE];
  return passphrase === '' ? undefined : passphrase;
}

/** What is typed does not appear. */
async function hidden(question: string, { input, output }: Typist): Promise<string> {
  if (input.isTTY !== true) {
    throw new UsageError(`there is no terminal to ask for the passphrase: set ${VARIABLE}`);
  }
  output.write(question);
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => {
        reject(new Error('no passphrase was given'));
      });
    });
  } finally {
    lines.close();
    output.write('\n');
  }
}
