/** Where this machine keeps what can be worked out again. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Of Exambench, by the custom of the operating system; it need not be there yet. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? customary(), 'exambench');
}

function customary(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? homedir();
  return join(homedir(), '.cache');
}
