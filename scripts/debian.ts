/** Packages of the operating system that tests need, where they can be had without asking anyone. */
import { existsSync } from 'node:fs';
import { capture } from './progress.mjs';

const isRootOnDebian = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

async function aptGet(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return await capture('apt-get', ['-qq', ...args], { env });
}

/** Installs a package if this is Debian and we are root; says in a sentence why it could not. */
export async function installDebianPackage(name: string): Promise<string | undefined> {
  if (!isRootOnDebian()) return 'that takes root on Debian';
  await aptGet('update');
  const { code, output } = await aptGet('install', '-y', '--no-install-recommends', name);
  return code === 0 ? undefined : output.trim().split('\n').slice(-3).join(' ');
}
