/**
 * One child process that speaks in frames on its descriptors 3 (in) and 4 (out). What it writes to stdout and stderr
 * is text for people only. The first reason for its end is the one that counts, and its whole tree ends with it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { type Readable, type Writable } from 'node:stream';
import { type Frame, FrameDecoder, FrameError } from '../frame/frame.ts';
import { innermost, killTree, residentMiB } from './processTree.ts';

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** as whom, where the controller is root and the child must not be */
  readonly user?: UserIds | undefined;
}

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

export interface ChildLimits {
  readonly frameBytes: number;
  /** of stdout and stderr together; more ends the child */
  readonly textBytes: number;
  /** resident memory of the tree; more ends the child */
  readonly memoryMiB: number;
}

export interface ChildEvents {
  /** a FrameError that it throws ends the child */
  onFrame(frame: Frame): void;
  /** resident memory, several times a second */
  onMemory?(mebibytes: number): void;
}

export type EndReason = 'exit' | 'killed' | 'memory' | 'output' | 'protocol' | 'not-started';

export interface ChildEnd {
  readonly reason: EndReason;
  /** what the reason says more: the protocol error, the exit code or signal, why it did not start */
  readonly detail: string;
  /** the end of what it wrote to stdout and stderr */
  readonly text: string;
}

const keptText = 8192;
const memoryPollMs = 25;

const running = new Set<number>();
process.on('exit', () => {
  running.forEach(killTree);
});

export class Child {
  readonly ended: Promise<ChildEnd>;
  readonly #process: ChildProcess;
  readonly #limits: ChildLimits;
  readonly #events: ChildEvents;
  readonly #decoder: FrameDecoder;
  #why: { readonly reason: EndReason; readonly detail: string } | undefined;
  #text = '';
  #textBytes = 0;

  constructor(launch: Launch, limits: ChildLimits, events: ChildEvents) {
    this.#limits = limits;
    this.#events = events;
    this.#decoder = new FrameDecoder(limits.frameBytes);
    this.#process = spawn(launch.command, launch.args, {
      env: launch.env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...launch.user,
    });
    this.ended = this.#untilEnd();
    this.#listen();
    void this.#watchMemory();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  send(bytes: Uint8Array): void {
    // a child that is gone is reported by `ended`, not by the pipe
    if (this.#input.writable) this.#input.write(bytes);
  }

  /** Ends the whole tree; does nothing when it has ended already. */
  kill(reason: EndReason = 'killed', detail = ''): void {
    this.#why ??= { reason, detail };
    if (this.pid !== undefined && running.has(this.pid)) killTree(this.pid);
  }

  /** Asks the program to say where it is and stop; it may ignore that. Not on Windows. */
  interrupt(): void {
    if (this.pid === undefined || process.platform === 'win32') return;
    try {
      process.kill(innermost(this.pid), 'SIGINT');
    } catch {
      // it is gone already
    }
  }

  get #input(): Writable {
    return this.#process.stdio[3] as Writable;
  }

  get #output(): Readable {
    return this.#process.stdio[4] as Readable;
  }

  #listen(): void {
    if (this.pid !== undefined) running.add(this.pid);
    this.#input.on('error', ignore);
    this.#output.on('error', ignore);
    this.#output.on('data', (chunk: Uint8Array) => {
      this.#receive(chunk);
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#keepText(chunk);
      });
    }
  }

  #receive(chunk: Uint8Array): void {
    if (this.#why !== undefined) return;
    try {
      this.#decoder.push(chunk).forEach((frame) => {
        this.#events.onFrame(frame);
      });
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.kill('protocol', error.message);
    }
  }

  #keepText(chunk: Buffer): void {
    this.#textBytes += chunk.byteLength;
    this.#text = (this.#text + chunk.toString('utf8')).slice(-keptText);
    if (this.#textBytes > this.#limits.textBytes) this.kill('output');
  }

  #untilEnd(): Promise<ChildEnd> {
    return new Promise((resolve) => {
      const finish = (reason: EndReason, detail: string): void => {
        this.#why ??= { reason, detail };
        // a grandchild may still hold the pipes open
        setImmediate(() => {
          for (const stream of this.#process.stdio) stream?.destroy();
          resolve({ ...(this.#why ?? { reason, detail }), text: this.#text });
        });
      };
      this.#process.on('error', (error) => {
        finish('not-started', error.message);
      });
      this.#process.on('exit', (code, signal) => {
        if (this.pid !== undefined) this.#buryGroup(this.pid);
        finish('exit', signal ?? `exit code ${code ?? 'unknown'}`);
      });
    });
  }

  /** Whatever the child left behind in its group ends with it. */
  #buryGroup(pid: number): void {
    if (process.platform !== 'win32') killTree(pid);
    running.delete(pid);
  }

  async #watchMemory(): Promise<void> {
    const { pid } = this;
    if (pid === undefined) return;
    while (running.has(pid)) {
      const mebibytes = await residentMiB(pid);
      if (mebibytes === undefined) return;
      this.#events.onMemory?.(mebibytes);
      if (mebibytes > this.#limits.memoryMiB) this.kill('memory');
      await new Promise((resolve) => setTimeout(resolve, memoryPollMs).unref());
    }
  }
}

function ignore(): void {
  // a broken pipe is an ended child, which `ended` reports
}
