/** One file for rooms without a network: the package of Exambench itself with a task set put into it. */

import { readArchive } from '../archive/readArchive.ts';
import { archiveProblemText } from '../archive/archiveProblem.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { contributionOf } from './contribution.ts';
import { entryOf } from './setExtension.ts';
import { type ExtensionFiles, vsixOf } from './vsix.ts';

/** Of the product's own packages. */
const LIMITS = {
  bytes: 200 * 1024 * 1024,
  entries: 5000,
  fileBytes: 400 * 1024 * 1024,
  totalBytes: 800 * 1024 * 1024,
  deepest: 12,
};

const PREFIX = 'extension/';

/**
 * @param product bytes of a package of Exambench
 * @param copy the files that students may have, by their path in the set
 * Throws when `product` is no such package.
 */
export async function withTaskSet(
  product: Uint8Array,
  set: TaskSet,
  copy: ExtensionFiles,
): Promise<Uint8Array> {
  const read = await readArchive(product, LIMITS);
  if (!read.ok) throw new Error(`the package cannot be read: ${archiveProblemText(read.error)}`);
  const folder = `tasks/${set.id}`;
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of read.value) {
    const inside = path.startsWith(PREFIX) ? path.slice(PREFIX.length) : undefined;
    if (inside !== undefined && !inside.startsWith(`${folder}/`)) files.set(inside, bytes);
  }
  for (const [path, bytes] of copy) files.set(`${folder}/${path}`, bytes);
  files.set('package.json', manifestWith(files.get('package.json'), set, folder));
  const target = targetOf(read.value.get('extension.vsixmanifest'));
  return await vsixOf(files, { target, compression: 'smallest' });
}

/** The set comes first; one with the same id gives way to it. */
function manifestWith(bytes: Uint8Array | undefined, set: TaskSet, folder: string): Uint8Array {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()) || '{}');
  const others = contributionOf(manifest).sets.filter(({ id }) => id !== set.id);
  if (!isExambench(manifest)) {
    throw new Error('the package is not one of Exambench: expected the extension exambench');
  }
  const taskSets = [entryOf(set, folder), ...others];
  const contributes = { ...manifest.contributes, exambench: { taskSets } };
  // the list of extensions tells it from Exambench alone, whose id it has
  const displayName = `Exambench with “${set.title}”`;
  const changed = { ...manifest, displayName, contributes };
  return new TextEncoder().encode(`${JSON.stringify(changed, undefined, 2)}\n`);
}

function isExambench(manifest: unknown): manifest is { readonly contributes: object } {
  return (
    typeof manifest === 'object' &&
    manifest !== null &&
    Reflect.get(manifest, 'name') === 'exambench' &&
    'main' in manifest &&
    'contributes' in manifest &&
    typeof manifest.contributes === 'object'
  );
}

function targetOf(xml: Uint8Array | undefined): string | undefined {
  return /TargetPlatform="([a-z0-9-]+)"/.exec(new TextDecoder().decode(xml))?.[1];
}
