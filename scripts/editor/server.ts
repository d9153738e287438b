/**
 * Serves VS Code from npm on this machine's own address. A token from a file that only its owner can read keeps other
 * users of the machine out: a command line is visible to all of them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Failure } from '../progress.mjs';
import { editorServer } from './install.ts';

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 60_000;

export interface ServerOptions {
  /** the server's own files: settings, state, logs */
  readonly data: string;
  readonly extensions: string;
  readonly port: number;
  /** the user's settings on first use */
  readonly settings: Readonly<Record<string, unknown>>;
  /** opens the doors that only tests need: extensions from a development folder, test runs, no question of trust */
  readonly underTest?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface EditorServer {
  /** of the page; what remote addresses name as well */
  readonly authority: string;
  /** the page that opens a folder; `payload` is for test runs */
  url(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** resolves when the server has ended */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A port that is free now: the wanted one if possible. */
export async function freePort(wanted = 0): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && wanted !== 0) resolve(freePort());
      else reject(error);
    });
    server.listen(wanted, HOST, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : wanted);
      });
    });
  });
}

async function writeSettings({ data, settings }: ServerOptions): Promise<void> {
  const file = join(data, 'data/User/settings.json');
  if (existsSync(file)) return;
  await mkdir(join(data, 'data/User'), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

async function writeToken(data: string): Promise<{ token: string; file: string }> {
  const token = randomBytes(24).toString('hex');
  const file = join(data, 'token');
  await writeFile(file, token, { mode: 0o600 });
  return { token, file };
}

/** The extension host inherits the environment: nothing of an editor that may be running this one gets through. */
function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const foreign = /^(ELECTRON_|VSCODE_|NODE_OPTIONS$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), ...extra };
}

function launch(options: ServerOptions, tokenFile: string): ChildProcess {
  const args = ['--host', HOST, '--port', String(options.port)];
  args.push('--connection-token-file', tokenFile, '--accept-server-license-terms');
  args.push('--server-data-dir', options.data, '--extensions-dir', options.extensions);
  args.push('--telemetry-level', 'off', '--disable-getting-started-override');
  if (options.underTest) args.push('--enable-smoke-test-driver', '--disable-workspace-trust');
  return spawn(process.execPath, [editorServer, ...args], {
    env: environment(options.env ?? {}),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that all it starts can be ended
  });
}

async function untilListening(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const failed = (what: string): void => {
      reject(
        new Failure(
          `VS Code ${what}:\n${output.slice(-2000)}`,
          'Delete .cache/vscode and try again.',
        ),
      );
    };
    const timer = setTimeout(() => {
      failed('did not start within a minute');
    }, START_TIMEOUT_MS);
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-20_000);
      if (!output.includes('Extension host agent listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => {
      failed(`ended with code ${String(code)}`);
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}

/** @throws {Failure} when the server does not come up */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  await writeSettings(options);
  await mkdir(options.extensions, { recursive: true });
  const { token, file } = await writeToken(options.data);
  const child = launch(options, file);
  const endWithUs = (): void => {
    signalGroup(child, 'SIGKILL');
  };
  process.once('exit', endWithUs);
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  await untilListening(child);
  const authority = `${HOST}:${options.port}`;
  return {
    authority,
    ended,
    url(folder, payload = []) {
      const query = new URLSearchParams({ tkn: token, folder });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query.toString()}`;
    },
    async stop() {
      signalGroup(child, 'SIGTERM');
      const impatience = setTimeout(() => {
        signalGroup(child, 'SIGKILL');
      }, 3000);
      await ended;
      clearTimeout(impatience);
      signalGroup(child, 'SIGKILL');
      process.removeListener('exit', endWithUs);
    },
  };
}
