/** `exambench publish`: the copy of a task set that students get. */

import { parseArgs } from 'node:util';
import { problemText } from '../core/taskset/problem.ts';
import { type Published } from '../runtime/publish/publishTaskSet.ts';
import { type Written } from '../runtime/publish/writeCopy.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { counted, printable } from './plainText.ts';

export const publish: Command = {
  name: 'publish',
  summary: 'Makes the copy of a task set that students get.',
  usage: `Usage: exambench publish <set> --out DIR [--recipient age1…]… [--sealed-in] [--json]

Makes the students' copy of the task set in the folder <set>, and says of each question what it keeps. Of an exam
(mode: exam) it keeps what is shown and what reading an answer takes, and nothing by which answers are judged. Of a set
for practice it keeps what grading on the student's machine takes, and what reveal: in taskset.yaml allows.

  --out DIR            Where the copy goes: a folder that is empty or not there.
  --recipient age1…    Seal the whole set for this public key (see exambench keygen) into DIR.sealed.age. Give it twice
                       or more for several people. An exam needs one at least.
  --sealed-in          Put the sealed set into the copy, too, so that whoever has the key needs nothing else.
  --json               Print {folder, sealed, commitment, files, leftOut, questions} as JSON.

Exit code: 0 published, 1 the set has problems, 2 could not do it.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        recipient: { type: 'string', multiple: true },
        'sealed-in': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('expected one folder');
    if (values.out === undefined) throw new UsageError('--out DIR is missing');
    const wish = {
      folder,
      out: values.out,
      recipients: values.recipient ?? [],
      sealedIn: values['sealed-in'] === true,
    };
    return await publishTo(wish, values.json === true, io);
  },
};

interface Wish {
  readonly folder: string;
  readonly out: string;
  readonly recipients: readonly string[];
  readonly sealedIn: boolean;
}

async function publishTo(wish: Wish, json: boolean, io: CommandIo): Promise<ExitCode> {
  const { folder, out, recipients, sealedIn } = wish;
  await refuseRecipients(wish);
  const { publishTaskSet } = await import('../runtime/publish/publishTaskSet.ts');
  const { writeCopy } = await import('../runtime/publish/writeCopy.ts');
  const published = await publishTaskSet(folder, { sealedFor: recipients, sealedIn });
  if (!published.ok) {
    const problems = published.error.map(problemText);
    io.stdout(json ? jsonText({ problems }) : `${problems.map(printable).join('\n')}\n`);
    return 1;
  }
  if (published.value.set.mode === 'exam' && recipients.length === 0) throw new Error(NO_KEY);
  const written = await writeCopy(published.value, folder, out);
  io.stdout(json ? jsonOf(published.value, written) : told(published.value, written));
  if (recipients.length === 1) io.stderr(ONE_KEY);
  return 0;
}

const NO_KEY = `an exam is sealed for those who grade it, since its copy has no solutions. Make a key first:

  exambench keygen --out instructor.key

and give the public key that it prints: --recipient age1…`;

const ONE_KEY =
  'Sealed for one key: if it is lost, only your own folder can grade this. Two are better: give --recipient again.\n';

async function refuseRecipients({ recipients, sealedIn }: Wish): Promise<void> {
  const { recipientComplaint } = await import('../runtime/seal/seal.ts');
  const complaint = recipients.map(recipientComplaint).find((each) => each !== undefined);
  if (complaint !== undefined) throw new UsageError(complaint);
  if (sealedIn && recipients.length === 0) {
    throw new UsageError('--sealed-in needs a --recipient to seal for');
  }
}

function jsonOf({ commitment, files, leftOut, outlines }: Published, written: Written): string {
  const paths = [...files.keys()];
  return jsonText({ ...written, commitment, files: paths, leftOut, questions: outlines });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Every question has them, and nobody wonders about them. */
const PLAIN = new Set(['id', 'kind']);

function told(published: Published, { folder, sealed }: Written): string {
  const { set, files, leftOut, outlines, commitment } = published;
  const width = Math.max(...outlines.map(({ question }) => question.length));
  const questions = outlines.map(({ question, kept, removed }) => {
    const keeps = kept.filter((name) => !PLAIN.has(name)).join(', ');
    const without = removed.length === 0 ? 'nothing' : removed.join(', ');
    return `  ${question.padEnd(width)}  keeps ${keeps}\n  ${' '.repeat(width)}  removed: ${without}`;
  });
  const kind = set.mode === 'exam' ? 'exam' : 'set for practice';
  return [
    `${set.title} ${set.version}, ${kind}, in ${folder}: ${counted(files.size, 'file')}; ${leftOut.length} of yours left out.`,
    ...questions.map(printable),
    ...(sealed === undefined
      ? []
      : [`The whole set, sealed: ${sealed}. Keep it, and hand out the copy alone.`]),
    ...(commitment === undefined ? [] : [`Commitment ${commitment}`]),
    '',
  ].join('\n');
}
