/** Makes a new task set: a copy of the template, with a head of its own. */
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { parseTaskSet } from '../core/taskset/parseTaskSet.ts';
import { type Result, failure, success } from '../core/result.ts';
import { readTaskSetFiles } from './taskSetFiles.ts';
import { errorCode } from './attempt/durableFile.ts';

/** Fields of `taskset.yaml` that an author chooses. */
export interface SetHead {
  readonly id: string;
  readonly title: string;
  /** tag, such as en */
  readonly language: string;
}

const HEAD_FILE = 'taskset.yaml';
const MOST_NAMED = 5;

/**
 * Copies the set in the folder `template` into `folder`, which is made where it is missing.
 * Fails, in sentences, when something lies there already or the head is refused; nothing is written then.
 */
export async function newTaskSet(
  folder: string,
  template: string,
  head: SetHead,
): Promise<Result<undefined, string>> {
  const present = await entriesOf(folder);
  if (present.length > 0) return failure(`${folder} is not empty: there is ${listed(present)}`);
  const text = withHead(await readFile(join(template, HEAD_FILE), 'utf8'), head);
  const complaint = await complaintAbout(template, text);
  if (complaint !== undefined) return failure(complaint);
  await mkdir(folder, { recursive: true });
  await cp(template, folder, { recursive: true });
  await writeFile(join(folder, HEAD_FILE), text);
  return success(undefined);
}

/** What a set in this folder is called unless its author says otherwise: `linear-algebra`, “Linear algebra”. */
export function headFor(folder: string): Omit<SetHead, 'language'> {
  const name = basename(resolve(folder));
  const id = idFor(name);
  const words = name.replaceAll(/[\s_-]+/g, ' ').trim();
  return { id, title: words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1) };
}

/** The nearest id to a name: lower-case letters, digits and single dashes. */
export function idFor(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const id = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return id === '' ? 'task-set' : id;
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The lines of these fields stand in the template with a comment behind them, which stays. */
function withHead(text: string, head: SetHead): string {
  return Object.entries(head).reduce(
    (changed, [field, value]: [string, string]) =>
      changed.replace(
        new RegExp(String.raw`^(${field}: )\S.*?( #.*)?$`, 'm'),
        (_, name: string, comment = '') =>
          `${name}${stringify(value, { lineWidth: 0 }).trimEnd()}${String(comment)}`,
      ),
    text,
  );
}

/** The template is right, so whatever is wrong is wrong with the head. */
async function complaintAbout(template: string, head: string): Promise<string | undefined> {
  const files = await readTaskSetFiles(template);
  const parsed = parseTaskSet({ ...files, texts: new Map(files.texts).set(HEAD_FILE, head) });
  return parsed.ok ? undefined : parsed.error.map(({ message }) => message).join('; ');
}
