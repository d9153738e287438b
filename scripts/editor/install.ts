/**
 * VS Code from npm: the server of code-server, which is VS Code's own with few patches, without its wrapper. Everything
 * comes from the registry; nothing has to be compiled, since the native modules that matter bring their binaries.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npm } from '../npm.mjs';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';

const VERSION = '4.139.1';

/** Parts that an exam has no use for, 300 MB of them. */
const unused = [
  'extensions/copilot',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/sqlite3',
];

const home = at('.cache/vscode', VERSION);
const vscodeIn = (folder: string): string => join(folder, 'node_modules/code-server/lib/vscode');

/** The program that serves VS Code, once installed. */
export const editorServer = join(vscodeIn(home), 'out/server-main.js');

/** @throws {Failure} on systems on which nobody has tried it */
function requireSupport(): void {
  if (process.platform === 'linux') return;
  throw new Failure(
    `VS Code from npm is for Linux only, and this is ${process.platform}.`,
    'Install VS Code from https://code.visualstudio.com with its `code` command on the PATH, then try again.',
  );
}

let installation: Promise<void> | undefined;

/** Installs once: whoever asks while it is under way waits for the same. */
export const installEditor = (): Promise<void> => (installation ??= install());

/** Installs into a folder of its own and moves it into place when complete, so that a broken installation is never used. */
async function install(): Promise<void> {
  if (existsSync(editorServer)) return;
  requireSupport();
  const folder = `${home}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  try {
    await fill(folder);
    await rm(home, { recursive: true, force: true });
    await rename(folder, home);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  const manifest = { private: true, dependencies: { 'code-server': VERSION } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await npm(['install', '--ignore-scripts'], folder);
  const vscode = vscodeIn(folder);
  // Its shrinkwrap file is incomplete, so `npm ci` refuses it.
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  // Here lies TypeScript, for the language features.
  await npm(['install', '--omit=dev', '--ignore-scripts'], join(vscode, 'extensions'));
  await Promise.all(unused.map((path) => rm(join(vscode, path), { recursive: true, force: true })));
  await mkdir(dirname(home), { recursive: true });
}
