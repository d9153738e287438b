/** What tests use of the operating system: installed where nobody has to be asked, otherwise said. */
import { ensureChromium } from '../editor/chromium.ts';
import { installDebianPackage } from '../debian.ts';
import { findProgram } from '../findProgram.ts';
import { nothingFailed, type Outcome } from './outcome.ts';

/** The stronger sandbox; without it the tests take the weaker one. */
async function offerBubblewrap(): Promise<void> {
  if (process.platform !== 'linux' || findProgram('bwrap') !== undefined) return;
  const trouble = await installDebianPackage('bubblewrap');
  console.log(
    trouble === undefined ? '  bubblewrap installed' : `  without bubblewrap: ${trouble}`,
  );
}

/** For grading on more than one machine. Rejects when it is not there and cannot be installed. */
async function ensureRedis(): Promise<void> {
  const found = findProgram('redis-server') ?? findProgram('valkey-server');
  if (found !== undefined) return;
  const trouble = await installDebianPackage('redis-server');
  if (trouble !== undefined)
    throw new Error(`tests need redis-server or valkey-server: ${trouble}`);
  console.log('  redis-server installed');
}

/** Rejects when there is no browser and none can be installed. */
export async function prepareMachine(): Promise<Outcome> {
  await offerBubblewrap();
  await ensureRedis();
  console.log(`  browser: ${await ensureChromium()}`);
  return nothingFailed;
}
