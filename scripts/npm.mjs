/** Runs npm and turns what it says when it fails into advice. */
import { capture, Failure } from './progress.mjs';

/** @type {readonly (readonly [RegExp, string])[]} */
const advice = [
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/,
    "npm's registry cannot be reached: check the network, a proxy (npm config get proxy) and the registry (npm config get registry), then try again.",
  ],
  [
    /ENOSPC/,
    'The disk is full: about 2 GB are needed here and in the npm cache. Free some space and try again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'Files cannot be written: make sure that this folder and the npm cache belong to you, then try again.',
  ],
  [
    /EBADPLATFORM/,
    'A package does not support this machine: use Linux, macOS or Windows on x64 or arm64.',
  ],
  [/spawn npm ENOENT/, 'npm is missing: it comes with Node, from https://nodejs.org.'],
];

/** An npm script hands its own npm settings down; those that say where packages come from stay. */
const inherited = /^npm_(config_|lifecycle|package|command|execpath)/i;
const kept = /cache|registry|proxy|cafile|userconfig|globalconfig/i;

function environment() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !inherited.test(name) || kept.test(name),
  );
  // onnxruntime-node would fetch CUDA libraries from another host; its CPU libraries are in the package.
  return { ...Object.fromEntries(entries), ONNXRUNTIME_NODE_INSTALL: 'skip' };
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<void>} rejects with a Failure that carries the first lines of npm's own message
 */
export async function npm(args, cwd) {
  const windows = process.platform === 'win32';
  const options = { cwd, env: environment(), shell: windows };
  const { code, output } = await capture(
    'npm',
    [...args, '--loglevel=error', '--no-audit', '--no-fund'],
    options,
  );
  if (code === 0) return;
  const message = output.trim().split('\n').slice(0, 20).join('\n');
  const known = advice.find(([pattern]) => pattern.test(output));
  throw new Failure(
    `npm ${args.join(' ')} failed in ${cwd}:\n${message}`,
    known?.[1] ?? 'Mend what npm names and try again.',
  );
}
