/**
 * What hostile programs must not leave: processes that live on, files outside, packets. Listeners stand where programs
 * try to connect, and files and processes are looked for by marks that only these programs make.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, mkdtempSync, chmodSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { homedir, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';

/** In the names of all files that the programs write. */
const MARK = 'exambench-was-here';

/** What the programs' texts name: places where somebody listens, and a folder that must not be found. */
export interface Places {
  readonly port: number;
  readonly address: string;
  readonly socket: string;
  readonly socketName: string;
  readonly exam: string;
}

/** A program with the places of this machine in it. */
export function placed(source: string, places: Places): string {
  return source
    .replaceAll('47470', String(places.port))
    .replaceAll('198.51.100.1', places.address)
    .replaceAll('SOCKET_PATH', places.socket)
    .replaceAll('SOCKET_NAME', places.socketName)
    .replaceAll('EXAM_FOLDER', places.exam);
}

/** Counts whatever arrives. */
export class Listeners {
  readonly places: Places;
  readonly heard: string[] = [];
  readonly #ends: (() => void)[] = [];

  static async open(exam: string): Promise<Listeners> {
    const folder = mkdtempSync(join(tmpdir(), 'listens-'));
    chmodSync(folder, 0o755);
    const tcp = createServer();
    tcp.listen(0);
    await once(tcp, 'listening');
    const address = tcp.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const socket = join(folder, 'socket');
    const socketName = `exambench-${process.pid}-${port}`;
    const places = { port, address: outsideAddress(), socket, socketName, exam };
    const listeners = new Listeners(places);
    listeners.#count('a connection', tcp);
    listeners.#ends.push(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    await listeners.#openOthers();
    return listeners;
  }

  private constructor(places: Places) {
    this.places = places;
  }

  close(): void {
    for (const end of this.#ends) end();
  }

  async #openOthers(): Promise<void> {
    const { port, socket, socketName } = this.places;
    const udp = createSocket('udp4');
    udp.on('message', () => this.heard.push('a datagram'));
    this.#ends.push(() => udp.close());
    udp.bind(port);
    await once(udp, 'listening');
    const names = process.platform === 'linux' ? [socket, `\0${socketName}`] : [socket];
    for (const path of names) {
      const server = createServer().listen(path);
      await once(server, 'listening');
      if (path === socket) chmodSync(socket, 0o777);
      this.#count(`a connection to ${path === socket ? 'a file' : 'a name'}`, server);
    }
  }

  #count(what: string, server: Server): void {
    server.on('connection', (connection) => {
      this.heard.push(what);
      connection.destroy();
    });
    this.#ends.push(() => server.close());
  }
}

/** Of another interface than the machine's own loop, where there is one. */
function outsideAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.1';
}

/** Paths below writable places, the build included, that carry the programs' mark. */
export function markedFiles(dist: string): string[] {
  const places = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm', '/run', '/', homedir(), '.', dist];
  const found = [...new Set(places)].flatMap((place) =>
    namesIn(place).flatMap((name) => (name.includes(MARK) ? [join(place, name)] : [])),
  );
  const changed = namesIn(dist)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join(dist, name))
    .filter((path) => readFileSync(path, 'utf8').includes(MARK));
  return [...found, ...changed];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Processes of student runners that were started from this build. A sandbox's own first process carries the same words,
 * and whatever is inside ends with it: so nothing inside lives on where none of these does.
 */
export function runnersOf(dist: string): number[] {
  const words = join(dist, 'studentRunner.mjs');
  return namesIn('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && commandOf(pid).includes(words));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** How long each student runner lived, in milliseconds, as far as the system's clock of 10 ms and a look now and then tell. */
export class Lifetimes {
  readonly #dist: string;
  readonly #seen = new Map<number, { readonly from: number; until: number }>();
  readonly #timer: NodeJS.Timeout;

  constructor(dist: string) {
    this.#dist = dist;
    this.#timer = setInterval(() => {
      this.#look();
    }, 20);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Shortest first. */
  get all(): readonly number[] {
    return [...this.#seen.values()]
      .map(({ from, until }) => until - from)
      .toSorted((a, b) => a - b);
  }

  #look(): void {
    const now = performance.now();
    for (const pid of runnersOf(this.#dist)) {
      const seen = this.#seen.get(pid);
      if (seen === undefined) this.#seen.set(pid, { from: now, until: now });
      else seen.until = now;
    }
  }
}
