/** VS Code's message port to a webview, as a transport. */
import { type Webview } from 'vscode';
import { type Transport } from '../protocol/contract.ts';

export function webviewTransport(webview: Webview): Transport {
  return {
    send: (message) => {
      // A hidden view does not hear it; it asks for everything when it is shown again.
      void webview.postMessage(message);
    },
    listen: (receive) => {
      const listener = webview.onDidReceiveMessage(receive);
      return () => {
        listener.dispose();
      };
    },
  };
}
