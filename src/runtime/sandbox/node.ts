/** The interpreter itself: the same Node (or Electron as Node) that the controller runs on, and what it can be told. */
import * as module from 'node:module';
import { type Launch } from '../process/child.ts';

const flags = process.allowedNodeEnvironmentFlags;

/** Electron starts as a plain Node only when told so by its environment. */
const interpreterEnv: Readonly<Record<string, string>> =
  process.versions['electron'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' };

/** What CUDA and the dynamic linker are found by. */
const inherited = ['PATH', 'LD_LIBRARY_PATH', 'CUDA_PATH', 'CUDA_VISIBLE_DEVICES', 'SystemRoot'];

/** For a process of ours: the little that it needs of the controller's environment. */
export function inheritedEnv(): Readonly<Record<string, string>> {
  const kept = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...interpreterEnv };
}

/** A signal must not open a debugger, and node:sqlite would write files anywhere. */
const hardening = ['--disable-sigusr1', '--no-experimental-sqlite'].filter((flag) =>
  flags.has(flag),
);

/** Whether this Node knows the permission model; the runner says whether it is really in force. */
export const knowsPermissions = flags.has('--permission');

/** Serving modules from memory takes `module.registerHooks`, of Node 22.15. */
export const oldNode: string | undefined =
  'registerHooks' in module
    ? undefined
    : `programs take Node 22.15 or newer, found ${process.versions.node}; npx exambench brings its own`;

export function nodeLaunch(bundle: string, heapMiB: number, permission: boolean): Launch {
  const shutIn = permission ? ['--permission', `--allow-fs-read=${bundle}`] : [];
  return {
    command: process.execPath,
    args: [...shutIn, ...hardening, `--max-old-space-size=${heapMiB}`, bundle],
    env: interpreterEnv,
  };
}
