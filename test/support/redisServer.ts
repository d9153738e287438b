/** A Redis or Valkey of its own on a free port, which writes down everything it is told and can be ended and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../scripts/findProgram.ts';

export class RedisServer {
  readonly url: string;
  readonly #port: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  /** `rediss`: it speaks TLS only, with a certificate that `ca.crt` of the fixtures vouches for. */
  static async start(scheme: 'redis' | 'rediss' = 'redis'): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'redis-'));
    const server = new RedisServer(`${scheme}://:secret@127.0.0.1:${await freePort()}/0`, folder);
    await server.begin();
    return server;
  }

  private constructor(url: string, folder: string) {
    this.url = url;
    this.#port = new URL(url).port;
    this.#folder = folder;
  }

  async begin(): Promise<void> {
    const program = findProgram('redis-server') ?? findProgram('valkey-server');
    if (program === undefined) throw new Error('tests need redis-server or valkey-server');
    const port = this.url.startsWith('rediss:') ? tlsOn(this.#port) : ['--port', this.#port];
    const where = [...port, '--bind', '127.0.0.1', '--dir', this.#folder];
    const keep = ['--appendonly', 'yes', '--appendfsync', 'always', '--requirepass', 'secret'];
    this.#process = spawn(program, [...where, ...keep, '--save', ''], { stdio: 'ignore' });
    while (!(await answers(Number(this.#port))))
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  async end(): Promise<void> {
    if (this.#process === undefined) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
    this.#process = undefined;
  }

  async remove(): Promise<void> {
    await this.end();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export const TLS_FILES = join(import.meta.dirname, '../fixtures/tls');

function tlsOn(port: string): string[] {
  const file = (name: string): string => join(TLS_FILES, name);
  const files = ['--tls-cert-file', file('server.crt'), '--tls-key-file', file('server.key')];
  const clients = ['--tls-ca-cert-file', file('ca.crt'), '--tls-auth-clients', 'no'];
  return ['--port', '0', '--tls-port', port, ...files, ...clients];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
