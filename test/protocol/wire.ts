/** Two transports joined like a webview's port: messages travel as JSON, later, and in order. */

import { type Transport } from '../../src/protocol/contract.ts';

export interface Wire {
  readonly host: Transport;
  readonly view: Transport;
}

export function joinedTransports(): Wire {
  const ears = {
    host: new Set<(message: unknown) => void>(),
    view: new Set<(message: unknown) => void>(),
  };
  const end = (mine: keyof Wire, theirs: keyof Wire): Transport => ({
    send: (message) => {
      const text = JSON.stringify(message);
      queueMicrotask(() => {
        for (const hear of ears[theirs]) hear(JSON.parse(text));
      });
    },
    listen: (receive) => {
      ears[mine].add(receive);
      return () => ears[mine].delete(receive);
    },
  });
  return { host: end('host', 'view'), view: end('view', 'host') };
}
