/** Where things lie in the project. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** A path of the project. */
export const at = (...parts: string[]): string => join(root, ...parts);
