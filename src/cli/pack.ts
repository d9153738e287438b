/** `exambench pack`: a task set as the one file that students install. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemText } from '../core/taskset/problem.ts';
import type { Packable } from '../runtime/pack/packable.ts';
import { DEFAULT_PUBLISHER } from '../runtime/pack/publisher.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';
import { printable } from './plainText.ts';

export const pack: Command = {
  name: 'pack',
  summary: 'Makes the file that students install from a task set.',
  usage: `Usage: exambench pack <set> --out FILE.vsix [--publisher NAME] [--with-extension FILE.vsix | --target PLATFORM] [--json]

Packs what students may have of the task set in the folder <set>, as publish makes it, into an extension without any
code. The same set gives the same bytes. A set with problems is not packed, nor an exam in which a solution is found.

  --out FILE.vsix             Where to put it.
  --publisher NAME            The first part of the extension's id; ${DEFAULT_PUBLISHER} unless stated.
  --with-extension FILE.vsix  Put the set into this package of Exambench itself: one file for rooms without a network.
  --target PLATFORM           The same with the package that npm run package -- --target PLATFORM has made.
  --json                      Print {file, bytes, sha256, taskSet, version} or {problems} as JSON; of an exam from
                              your own folder, a reminder on sealing, too.

Exit code: 0 packed, 1 the set has problems or gives solutions away, 2 it could not be read or written.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        publisher: { type: 'string' },
        'with-extension': { type: 'string' },
        target: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('expected one folder');
    if (values.out?.endsWith('.vsix') !== true) throw new UsageError('expected --out FILE.vsix');
    const product = productFile(values['with-extension'], values.target);
    const wish = {
      folder,
      out: values.out,
      publisher: values.publisher ?? DEFAULT_PUBLISHER,
      product,
    };
    return tell(await packed(wish), values.json === true, io);
  },
};

interface Wish {
  readonly folder: string;
  readonly out: string;
  readonly publisher: string;
  /** the package of Exambench that the set is put into */
  readonly product: string | undefined;
}

interface Packed {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly taskSet: string;
  readonly version: string;
  readonly reminder?: string;
}

async function packed(wish: Wish): Promise<Packed | { readonly problems: readonly string[] }> {
  const { packable, packTaskSet, leakText } = await import('../runtime/pack/packing.ts');
  const found = await packable(wish.folder);
  if (!found.ok) return { problems: found.error.map(problemText) };
  const vsix = await packTaskSet(found.value, {
    publisher: wish.publisher,
    icon: await readFile(join(distFolder, '../media/icon.png')),
    product: wish.product === undefined ? undefined : await readFile(wish.product),
  });
  if (!vsix.ok) return { problems: vsix.error.map(leakText) };
  await writeFile(`${wish.out}.part`, vsix.value);
  await rename(`${wish.out}.part`, wish.out);
  const sha256 = createHash('sha256').update(vsix.value).digest('hex');
  return {
    file: wish.out,
    bytes: vsix.value.length,
    sha256,
    taskSet: found.value.set.id,
    version: found.value.set.version,
    ...reminderOf(found.value, wish.folder),
  };
}

/** Of an exam that is packed from its author's folder: nothing but that folder can grade it. */
function reminderOf({ set, whole }: Packable, folder: string): Pick<Packed, 'reminder'> {
  if (set.mode !== 'exam' || whole.length === 0) return {};
  const reminder = `Nothing was sealed: the package holds no solutions, and answers are graded with ${folder} as it is now. Keep it, or seal a copy of it for who grades:

  exambench publish ${folder} --out ${folder.replace(/[\\/]+$/, '')}-copy --recipient age1…
`;
  return { reminder };
}

function tell(made: Awaited<ReturnType<typeof packed>>, json: boolean, io: CommandIo): ExitCode {
  if (json) io.stdout(`${JSON.stringify(made, undefined, 2)}\n`);
  else if ('problems' in made) {
    for (const problem of made.problems) io.stdout(`${printable(problem)}\n`);
    io.stdout('Not packed.\n');
  } else {
    const size = `${(made.bytes / 1024).toFixed(0)} KiB`;
    io.stdout(`${made.file}: ${made.taskSet} ${made.version}, ${size}\nSHA-256 ${made.sha256}\n`);
    io.stdout('Students install it in VS Code: Extensions view, "…", "Install from VSIX…".\n');
    if (made.reminder !== undefined) io.stdout(`\n${printable(made.reminder)}`);
  }
  return 'problems' in made ? 1 : 0;
}

/** Throws UsageError when both are given, or there is no such package. */
function productFile(file: string | undefined, target: string | undefined): string | undefined {
  if (target === undefined) return file;
  if (file !== undefined) throw new UsageError('give --with-extension or --target, not both');
  if (!/^[a-z0-9]+-[a-z0-9]+$/.test(target)) {
    throw new UsageError(`expected a platform such as linux-x64, found '${printable(target)}'`);
  }
  const folder = join(distFolder, 'packages');
  const found = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.startsWith(`exambench-${target}-`) && name.endsWith('.vsix'))
    .sort()
    .at(-1);
  if (found !== undefined) return join(folder, found);
  throw new UsageError(
    `there is no package of Exambench for ${target}; npm run package -- --target ${target} makes it`,
  );
}
