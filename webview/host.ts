/** The way to the extension host: VS Code's message port as a transport, and its memory for what is only of the view. */

import { type Transport } from '../src/protocol/contract.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

export interface Host {
  readonly transport: Transport;
  readonly log: (sentence: string, cause?: unknown) => void;
  /** where the page was scrolled to, kept while VS Code throws a hidden view away */
  scroll: number;
  readonly memory: Memory;
}

/** What VS Code keeps of a view for as long as its tab is there, also while the view itself is thrown away; plain data. */
export interface Memory {
  recall(name: string): unknown;
  keep(name: string, value: unknown): void;
}

/** VS Code hands its port out once per page, so call this once. */
export function connectHost(): Host {
  const port = acquireVsCodeApi();
  const kept = (): object => Object(port.getState() ?? {}) as object; // an object, whatever it was
  const memory: Memory = {
    recall: (name) => new Map<string, unknown>(Object.entries(kept())).get(name),
    keep: (name, value) => {
      port.setState({ ...kept(), [name]: value });
    },
  };
  return {
    transport: {
      send: (message) => {
        port.postMessage(message);
      },
      listen,
    },
    log: (sentence, cause) => {
      console.error(sentence, cause);
    },
    get scroll() {
      const scroll = memory.recall('scroll');
      return typeof scroll === 'number' ? scroll : 0;
    },
    set scroll(scroll: number) {
      memory.keep('scroll', scroll);
    },
    memory,
  };
}

function listen(receive: (message: unknown) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    receive(event.data);
  };
  window.addEventListener('message', onMessage);
  return () => {
    window.removeEventListener('message', onMessage);
  };
}
