/** Which task sets extensions offer, by their manifests alone, and which of them an attempt was started on. */
import { join } from 'node:path';
import { contributionOf, type SetEntry } from '../runtime/pack/contribution.ts';

/** A set that can be chosen. */
export interface OfferedSet extends SetEntry {
  /** of the extension that it comes with */
  readonly extension: string;
  /** that extension's name for people */
  readonly origin: string;
  /** the extension's folder, and the set's in it */
  readonly root: string;
  readonly folder: string;
}

/** What is read of an installed extension. */
export interface Offering {
  readonly id: string;
  readonly extensionPath: string;
  readonly packageJSON: unknown;
}

export interface Offers {
  readonly sets: readonly OfferedSet[];
  /** why entries were left out, a sentence each */
  readonly refused: readonly string[];
}

/** @param own the id of this extension, whose sets come first */
export function offersOf(extensions: readonly Offering[], own: string): Offers {
  const ordered = extensions.toSorted(
    (a, b) => Number(b.id === own) - Number(a.id === own) || (a.id < b.id ? -1 : 1),
  );
  const offers = ordered.map(offersIn);
  return {
    sets: offers.flatMap(({ sets }) => sets),
    refused: offers.flatMap(({ refused }) => refused),
  };
}

function offersIn({ id, extensionPath: root, packageJSON }: Offering): Offers {
  const { sets, refused } = contributionOf(packageJSON);
  const origin = { extension: id, origin: nameOf(packageJSON) ?? id, root };
  return {
    sets: sets.map((set) => ({ ...set, ...origin, folder: join(root, set.path) })),
    refused: refused.map((sentence) => `${id}: ${sentence}`),
  };
}

function nameOf(manifest: unknown): string | undefined {
  if (typeof manifest !== 'object' || manifest === null) return undefined;
  const name: unknown = Reflect.get(manifest, 'displayName');
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : undefined;
}

/** The sets with an id: those of the wanted version first, then the newest; otherwise as they are offered. */
export function candidatesFor(
  offered: readonly OfferedSet[],
  id: string,
  version?: string,
): readonly OfferedSet[] {
  return offered
    .filter((set) => set.id === id)
    .toSorted(
      (a, b) =>
        Number(b.version === version) - Number(a.version === version) ||
        compareVersions(b.version, a.version),
    );
}

/** Below 0 when the first is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differences = (left ?? []).map((part, index) => part - (right?.[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
