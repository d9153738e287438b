/**
 * Runs a program of the project, after bringing a fresh clone to the point where it can run: the packages of the lock
 * file, and the project's own Node. Every npm script starts here. Plain JavaScript for Node 20, since it runs before
 * anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';
import { capture, fail, Failure, step } from './progress.mjs';

const OLDEST_NODE = 20;

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const projectNode = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');

/** @param {string} path */
const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

/** npm keeps beside the packages what it has installed; compared with the lock file, no time stamps are needed. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const found = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, peer }]) =>
      path === '' || optional || peer || found[path]?.version === version,
  );
}

async function nodeRuns() {
  const { code } = await capture(projectNode, ['--version']);
  return code === 0;
}

async function setUp() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Failure(
      `Node ${process.versions.node} is too old.`,
      `Install Node ${OLDEST_NODE} or newer from https://nodejs.org and try again.`,
    );
  }
  if (!isInstalled()) {
    await step('Installing packages (half a minute the first time)', () => npm(['ci'], root));
  }
  if (await nodeRuns()) return;
  // Install scripts are off; this package's only fetches the Node of this machine, which the editor's host runs too.
  await step('Installing the Node that VS Code runs', () =>
    npm(['rebuild', 'node', '--ignore-scripts=false'], root),
  );
  if (!(await nodeRuns())) {
    throw new Failure(
      `${projectNode} does not run on this machine.`,
      'The packages of Node exist for Linux (glibc), macOS and Windows, on x64 and arm64.',
    );
  }
}

/**
 * Goes on in the project's Node, which runs TypeScript as it is.
 * @param {string} program path from the project's root
 * @param {readonly string[]} args
 */
function goOn(program, args) {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(projectNode, [join(root, program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // The terminal sends Ctrl+C to the child as well; this process only waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

const [program, ...args] = process.argv.slice(2);
try {
  await setUp();
  if (program !== undefined) goOn(program, args);
} catch (error) {
  fail(error);
}
