/** Where the built programs lie: beside the command line's own bundle. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Unbundled, as in tests, the build is found from the sources. */
const here = dirname(fileURLToPath(import.meta.url));

export const distFolder = here.endsWith('cli') ? `${here}/../../dist` : here;
