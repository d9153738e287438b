/** The page that a webview starts from: nothing but a strict policy, one style sheet and one script. */
import { randomBytes } from 'node:crypto';
import { Uri, type Webview, type WebviewOptions } from 'vscode';

/** Names the bundle: `dist/webview/<entry>.js` and `.css`. */
export type WebviewEntry = 'task' | 'attack' | 'grading';

/** Scripts run, and nothing but the bundles can be loaded: figures come as data. */
export function webviewOptions(extension: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [bundlesIn(extension)] };
}

export function webviewHtml(webview: Webview, extension: Uri, entry: WebviewEntry): string {
  const nonce = randomBytes(16).toString('base64url');
  const bundled = (file: string) =>
    webview.asWebviewUri(Uri.joinPath(bundlesIn(extension), file)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(webview.cspSource, nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${bundled(`${entry}.css`)}">
<title>Exambench</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${bundled(`${entry}.js`)}"></script>
</body>
</html>`;
}

/** KaTeX writes style attributes; they are the only exception. Lazily loaded parts are modules from the same source. */
function policy(source: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `img-src ${source} data:`,
    `style-src ${source}`,
    `style-src-attr 'unsafe-inline'`,
    `font-src ${source}`,
    `script-src 'nonce-${nonce}' ${source}`,
    `connect-src ${source}`,
  ].join('; ');
}

function bundlesIn(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}
