/** `exambench new`: a small working task set to begin with. */

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';
import { printable } from './plainText.ts';

/** Next to the built programs, as everything that ships. */
const TEMPLATE = join(distFolder, '..', 'media', 'template');

const OPTIONS = {
  id: { type: 'string' },
  title: { type: 'string' },
  language: { type: 'string' },
} as const;

export const newSet: Command = {
  name: 'new',
  summary: 'Makes a small working task set to begin with.',
  usage: `Usage: exambench new <folder> [--id ID] [--title TITLE] [--language TAG]

Puts a task set into <folder>, which must be empty or missing: one question of every kind, with comments to learn from.

  --id ID         Stable name of the set, of lower-case letters, digits and dashes; from the folder's name unless given.
  --title TITLE   What readers see; from the folder's name unless given.
  --language TAG  The language that you are going to write in, such as en or de; en unless given.

Exit code: 0 the set is there, 2 it could not be made, and nothing was written.
`,
  async run(argv, io) {
    const parsed = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
    const [folder, ...others] = parsed.positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('expected one folder');
    const { headFor, newTaskSet } = await import('../runtime/newTaskSet.ts');
    const head = { language: 'en', ...headFor(folder), ...parsed.values };
    const made = await newTaskSet(folder, TEMPLATE, head);
    if (!made.ok) throw new Error(made.error);
    io.stdout(printable(nextSteps(folder)));
    return 0;
  },
};

function nextSteps(folder: string): string {
  return `${folder}: a task set with one question of every kind.

  Change it:  open the folder in VS Code; “Exambench: Preview Task” shows a task as students see it.
  Check it:   exambench validate ${folder}
`;
}
