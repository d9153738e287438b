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
}

/** VS Code hands its port out once per page, so call this once. */
export function connectHost(): Host {
  const port = acquireVsCodeApi();
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
      const state = port.getState();
      const known = typeof state === 'object' && state !== null && 'scroll' in state;
      return known && typeof state.scroll === 'number' ? state.scroll : 0;
    },
    set scroll(scroll: number) {
      port.setState({ scroll });
    },
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
