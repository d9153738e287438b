/**
 * bubblewrap, where Linux has it: the program sees the system's libraries, its own interpreter and its own bundle, all
 * read-only, and nothing else. It is tried once per process, because containers and some distributions forbid the
 * namespaces it needs.
 */
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { type Launch } from '../process/child.ts';

export type Probe = { readonly works: true } | { readonly works: false; readonly why: string };

const nobody = '65534';

const emptyWorld = [
  ['--unshare-all', '--unshare-user', '--uid', nobody, '--gid', nobody],
  ['--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
  ['--ro-bind', '/usr', '/usr'],
  [
    '--symlink',
    'usr/bin',
    '/bin',
    '--symlink',
    'usr/lib',
    '/lib',
    '--symlink',
    'usr/lib64',
    '/lib64',
  ],
  ['--ro-bind-try', '/etc/ld.so.cache', '/etc/ld.so.cache'],
  // NixOS and others keep their libraries here
  ['--ro-bind-try', '/nix/store', '/nix/store'],
  ['--dev', '/dev', '--chdir', '/'],
].flat();

let probed: Promise<Probe> | undefined;

export function probeBubblewrap(): Promise<Probe> {
  probed ??= process.platform === 'linux' ? tryBubblewrap() : Promise.resolve(notLinux);
  return probed;
}

const notLinux: Probe = { works: false, why: 'bubblewrap is there on Linux only' };

function tryBubblewrap(): Promise<Probe> {
  return new Promise((resolve) => {
    const args = [...emptyWorld, '--remount-ro', '/', '--', '/usr/bin/true'];
    execFile('bwrap', args, { timeout: 3000 }, (error, _stdout, stderr) => {
      if (error === null) resolve({ works: true });
      else resolve({ works: false, why: whyNot(error, stderr) });
    });
  });
}

function whyNot(error: Error & { code?: unknown }, stderr: string): string {
  if (error.code === 'ENOENT') {
    return 'bubblewrap is not installed (Debian and Ubuntu: apt-get install bubblewrap)';
  }
  return `bubblewrap does not work here: ${stderr.trim() || error.message}`;
}

/** `inner` in an empty world; `bundle` is the only file of ours in it. */
export function bubblewrapped(inner: Launch, bundle: string): Launch {
  const interpreter = realpathSync(inner.command);
  const folder = path.dirname(interpreter);
  const env = Object.entries(inner.env).flatMap(([name, value]) => ['--setenv', name, value]);
  const mounts = ['--ro-bind', folder, folder, '--ro-bind', bundle, bundle, '--remount-ro', '/'];
  return {
    command: 'bwrap',
    args: [...emptyWorld, ...env, ...mounts, '--', interpreter, ...inner.args],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
  };
}
