/** `exambench submission`: what a file that was handed in holds, and whether it is whole. Nothing of it is run. */

import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';

export const submission: Command = {
  name: 'submission',
  summary: 'Shows what a submission holds, and whether it is whole.',
  usage: `Usage: exambench submission FILE [--key FILE] [--json]

Shows what a student handed in (*.zip, *.zip.age): who, what and when by its manifest, the receipt that the student was
shown, every file with what became of it since, the answers in short, and what could not be verified. Nothing of it is
run, graded or written anywhere.

  --key FILE  The private key of keygen, for an encrypted submission. Its passphrase is asked for, or taken from
              EXAMBENCH_PASSPHRASE.
  --json      Print it as JSON, with the whole answers.

Exit code: 0 it is whole, 1 it cannot be graded or was changed, 2 the file could not be read or opened.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { key: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('expected one file');
    const bytes = await plainBytes(file, values.key);
    if (!isZip(bytes) && (await isAnswersFile(bytes))) {
      throw new Error(
        `${file} is an answers file, not a submission: exambench check and exambench grade read it`,
      );
    }
    return await show(bytes, values.json === true, io);
  },
};

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b; // PK

/** As `exambench grade` takes beside submissions. */
async function isAnswersFile(bytes: Uint8Array): Promise<boolean> {
  const { readAnswersFile } = await import('../core/answer/answersFile.ts');
  const read = readAnswersFile(new TextDecoder().decode(bytes));
  return read.ok && read.value.form === 'attempt';
}

async function show(bytes: Uint8Array, asJson: boolean, io: CommandIo): Promise<ExitCode> {
  const { readSubmission } = await import('../runtime/submission/readSubmission.ts');
  const { submissionJson, submissionText } = await import('./submissionText.ts');
  const read = await readSubmission(bytes);
  io.stdout(asJson ? submissionJson(read) : submissionText(read));
  return read.ok ? 0 : 1;
}

const LARGEST = 64 * 2 ** 20;

async function plainBytes(file: string, key: string | undefined): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > LARGEST) throw new Error(`${file}: expected at most ${LARGEST} bytes, found ${size}`);
  const bytes = await readFile(file);
  const { isSealed } = await import('../runtime/seal/seal.ts');
  if (!isSealed(bytes)) return bytes;
  if (key === undefined) throw new UsageError(`${file} is encrypted: --key FILE is missing`);
  const { openKeys } = await import('./gradeKeys.ts');
  const { askPassphrase } = await import('./passphrase.ts');
  const opened = await (await openKeys(key, askPassphrase)).decrypt(bytes);
  if (opened.ok) return opened.value;
  throw new Error(`${file}: ${opened.error}`);
}
