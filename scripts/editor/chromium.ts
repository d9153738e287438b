/** The browser in which tests see the editor. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { installDebianPackage } from '../debian.ts';
import { findProgram } from '../findProgram.ts';
import { Failure } from '../progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function findChromium(): string | undefined {
  const found = names.map(findProgram).find((path) => path !== undefined);
  return found ?? (existsSync(macPath) ? macPath : undefined);
}

/** @throws {Failure} when there is no browser and none can be installed */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  const trouble = await installDebianPackage('chromium');
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Failure(
    `No Chromium on the PATH${trouble === undefined ? '' : `, and it could not be installed: ${trouble}`}.`,
    'Install Chromium or Google Chrome (on Debian or Ubuntu as root: apt-get install chromium) and try again.',
  );
}

/** Tests serve their own pages to it, so it needs no sandbox, which root and containers do not get anyway. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
