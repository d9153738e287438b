/** From a task set's published files to the one file that students install. */

import { type Result, failure, success } from '../../core/result.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { type Leak, leaksIn } from './secretScan.ts';
import { type SetExtension, setExtensionFiles } from './setExtension.ts';
import { type ExtensionFiles, vsixOf } from './vsix.ts';
import { withTaskSet } from './withTaskSet.ts';

export interface PackOptions extends SetExtension {
  /** the bytes of a package of Exambench: the set is put into it, for rooms without a network */
  readonly product?: Uint8Array | undefined;
}

/**
 * The bytes of a `.vsix`: without `product` the same for the same set on any day and machine. Nothing is packed when an
 * exam's copy holds secrets. Throws when `product` is no package of Exambench.
 * @param set the author's set, or a student's copy of it
 * @param copy the files that students may have, by their path in the set
 */
export async function packTaskSet(
  set: TaskSet,
  copy: ExtensionFiles,
  { product, ...extension }: PackOptions,
): Promise<Result<Uint8Array, readonly Leak[]>> {
  const leaks = set.mode === 'exam' && set.copy === 'whole' ? leaksIn(set, copy) : [];
  if (leaks.length > 0) return failure(leaks);
  if (product !== undefined) return success(await withTaskSet(product, set, copy));
  const files = setExtensionFiles(set, copy, extension);
  return success(await vsixOf(files, { compression: 'stored' }));
}
