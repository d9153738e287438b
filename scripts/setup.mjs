/**
 * Brings a fresh clone to the point where everything else can run: the packages of the lock file and the project's own
 * Node. Plain JavaScript for Node 20, since it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture, fail, Failure, step } from './progress.mjs';

const OLDEST_NODE = 20;

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const projectNode = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');

/**
 * What npm says when it fails, and what to do about it.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const npmAdvice = [
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
    `Nothing can be written here: make sure that ${root} belongs to you and try again.`,
  ],
  [
    /EBADPLATFORM|Unsupported platform/,
    'A package does not support this machine: use Linux, macOS or Windows on x64 or arm64.',
  ],
  [
    /code 127|ENOENT.*npm|not found/,
    'npm is missing: it comes with Node, from https://nodejs.org.',
  ],
];

/**
 * Runs npm in the project and turns its failures into advice.
 * @param {readonly string[]} args
 */
async function npm(args) {
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  const { code, output } = await capture('npm', [...args, '--loglevel=error'], {
    cwd: root,
    env,
    shell: windows,
  });
  if (code === 0) return;
  const advice =
    npmAdvice.find(([pattern]) => pattern.test(output))?.[1] ??
    'Mend what npm names above and try again.';
  throw new Failure(
    `npm ${args[0]} failed:\n${output.trim().split('\n').slice(0, 20).join('\n')}`,
    advice,
  );
}

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
    await step('Installing packages (half a minute the first time)', () => npm(['ci']));
  }
  if (await nodeRuns()) return;
  // Install scripts are off; this package's only fetches the Node of this machine, which the editor's host runs too.
  await step('Installing the Node that VS Code runs', () =>
    npm(['rebuild', 'node', '--ignore-scripts=false']),
  );
  if (!(await nodeRuns())) {
    throw new Failure(
      `${projectNode} does not run on this machine.`,
      'The packages of Node exist for Linux (glibc), macOS and Windows, on x64 and arm64.',
    );
  }
}

/**
 * Goes on in the project's Node, which runs TypeScript as it is. Never returns.
 * @param {string} script
 */
function goOn(script) {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(projectNode, [join(root, script), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // The terminal sends Ctrl+C to the child as well; this process only waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/**
 * Sets the project up, then runs a TypeScript program of it with this program's arguments.
 * @param {string} script path from the project's root
 */
export async function runProgram(script) {
  try {
    await setUp();
    goOn(script);
  } catch (error) {
    fail(error);
  }
}
