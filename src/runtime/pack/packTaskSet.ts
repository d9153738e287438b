/** From what students may have of a task set to the one file that they install. */

import { type Result, failure, success } from '../../core/result.ts';
import { type Packable } from './packable.ts';
import { type Leak, leaksIn } from './secretScan.ts';
import { type SetExtension, setExtensionFiles } from './setExtension.ts';
import { vsixOf } from './vsix.ts';
import { withTaskSet } from './withTaskSet.ts';

export interface PackOptions extends SetExtension {
  /** the bytes of a package of Exambench: the set is put into it, for rooms without a network */
  readonly product?: Uint8Array | undefined;
}

/**
 * The bytes of a `.vsix`: without `product` the same for the same files on any day and machine. Nothing is packed when an
 * exam's files hold secrets. Throws when `product` is no package of Exambench.
 */
export async function packTaskSet(
  { set, whole, files }: Packable,
  { product, ...extension }: PackOptions,
): Promise<Result<Uint8Array, readonly Leak[]>> {
  const leaks = set.mode === 'exam' ? leaksIn(whole, files) : [];
  if (leaks.length > 0) return failure(leaks);
  if (product !== undefined) return success(await withTaskSet(product, set, files));
  const inExtension = setExtensionFiles(set, files, extension);
  return success(await vsixOf(inExtension, { compression: 'stored' }));
}
