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
  readonly #port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), await mkdtemp(join(tmpdir(), 'redis-')));
    await server.begin();
    return server;
  }

  private constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
    this.url = `redis://:secret@127.0.0.1:${port}/0`;
  }

  async begin(): Promise<void> {
    const program = findProgram('redis-server') ?? findProgram('valkey-server');
    if (program === undefined) throw new Error('tests need redis-server or valkey-server');
    const where = ['--port', String(this.#port), '--bind', '127.0.0.1', '--dir', this.#folder];
    const keep = ['--appendonly', 'yes', '--appendfsync', 'always', '--requirepass', 'secret'];
    this.#process = spawn(program, [...where, ...keep, '--save', ''], { stdio: 'ignore' });
    while (!(await answers(this.#port))) await new Promise((resolve) => setTimeout(resolve, 50));
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
