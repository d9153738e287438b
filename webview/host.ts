/** The way to the extension host: VS Code's message port as a transport. */

import { type Transport } from '../src/protocol/contract.ts';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** VS Code hands its port out once per page, so call this once. */
export function hostTransport(): Transport {
  const port = acquireVsCodeApi();
  return {
    send: (message) => {
      port.postMessage(message);
    },
    listen: (receive) => {
      const onMessage = (event: MessageEvent<unknown>): void => {
        receive(event.data);
      };
      window.addEventListener('message', onMessage);
      return () => {
        window.removeEventListener('message', onMessage);
      };
    },
  };
}
