/** Sends models the whole way: walked over, read, loaded by onnxruntime and run, in a server with little memory. */

import { failureOf } from '../../../src/runtime/attack/failure.ts';
import { type ModelServer, openModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { residentMiB } from '../../../src/runtime/process/processTree.ts';

export const MOST_MIB = 1024;
/** Memory is looked at forty times a second: a little may be added before the end. */
const LIMIT_MIB = 700;
const pollMs = 10;

export interface ModelTrial {
  /** what was said of a model that may not be loaded or does not run; absent when it ran */
  readonly said: string | undefined;
  readonly ms: number;
  /** resident memory of the server, at its largest */
  readonly peakMiB: number;
}

export class ModelTrials {
  readonly #server: ModelServer;

  constructor(dist: string) {
    this.#server = openModelServer(dist, LIMIT_MIB);
  }

  async try(bytes: Uint8Array): Promise<ModelTrial> {
    let peakMiB = 0;
    const watch = setInterval(() => {
      const { pid } = this.#server;
      if (pid === undefined) return;
      void residentMiB(pid).then((found = 0) => (peakMiB = Math.max(peakMiB, found)));
    }, pollMs);
    const begun = performance.now();
    const said = await this.#said(bytes);
    clearInterval(watch);
    return { said, ms: performance.now() - begun, peakMiB };
  }

  close(): void {
    this.#server.close();
  }

  async #said(bytes: Uint8Array): Promise<string | undefined> {
    try {
      return (await this.#server.inspect({ bytes })).trouble;
    } catch (error) {
      return failureOf(error).message;
    }
  }
}

/** A sentence for people: something is said, and it is no trace of calls. */
export function isSentence(said: string): boolean {
  return said.trim() !== '' && !/^\s+at .+:\d+/m.test(said) && !said.includes('undefined');
}
