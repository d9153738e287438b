/**
 * A webview in a real browser: the built bundle, under the policy and with the variables that VS Code gives it. What the
 * page posts reaches a transport here, so that the host's end of the channel can be the real one.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { at } from '../../scripts/project.ts';
import { type Transport } from '../../src/protocol/contract.ts';
import themes from './themes.json' with { type: 'json' };

export type Theme = keyof typeof themes;
export type View = 'task' | 'attack' | 'grading';

const bodyClasses: { readonly [T in Theme]: string } = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast-light vscode-high-contrast',
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** As the extension sets it, with this server as the source. */
function policy(source: string, nonce: string): string {
  return [
    "default-src 'none'",
    `img-src ${source} data:`,
    `style-src ${source}`,
    "style-src-attr 'unsafe-inline'",
    `font-src ${source}`,
    `script-src 'nonce-${nonce}' ${source}`,
    `connect-src ${source}`,
  ].join('; ');
}

function pageHtml(view: View, theme: Theme, nonce: string): string {
  const variables = Object.entries(themes[theme]).map(([name, value]) => `${name}: ${value}`);
  const style = variables.join('; ').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html lang="en" style="${style}; background: var(--vscode-editor-background)">
<head><meta charset="utf-8">
<link rel="stylesheet" href="/editorDefaults.css">
<link rel="stylesheet" href="/${view}.css">
<link rel="icon" href="data:,">
<title>Exambench</title></head>
<body class="${bodyClasses[theme]}" data-vscode-theme-kind="${bodyClasses[theme].split(' ')[0] ?? ''}">
<script type="module" nonce="${nonce}" src="/${view}.js"></script>
</body></html>`;
}

type Files = ReadonlyMap<string, Buffer>;

/** All at once, so that a build that goes on meanwhile does not mix with what is served. */
async function readBundles(): Promise<Files> {
  const folder = at('dist/webview');
  if (!existsSync(join(folder, 'task.js'))) {
    throw new Error('The views are not built: run `npm run build` first.');
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = async (path: string) =>
    [`/${relative(folder, path).replaceAll('\\', '/')}`, await readFile(path)] as const;
  const defaults = await readFile(join(import.meta.dirname, 'editorDefaults.css'));
  return new Map([...(await Promise.all(paths.map(read))), ['/editorDefaults.css', defaults]]);
}

function serveFile(files: Files, path: string, response: ServerResponse): void {
  const content = files.get(path);
  const type = types[extname(path)];
  if (content === undefined || type === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': type }).end(content);
}

export interface ViewServer {
  readonly origin: string;
  close(): void;
}

/** Serves `/?view=task&theme=dark` and the bundles. */
export async function serveViews(): Promise<ViewServer> {
  const files = await readBundles();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const view = url.searchParams.get('view');
    const theme = url.searchParams.get('theme') as Theme; // only this file asks
    if (view !== 'task' && view !== 'attack' && view !== 'grading') {
      serveFile(files, url.pathname, response);
      return;
    }
    const nonce = randomBytes(16).toString('base64url');
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': policy(`http://${request.headers.host ?? ''}`, nonce),
    });
    response.end(pageHtml(view, theme, nonce));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** One open view and everything that went wrong in it. */
export interface ViewWindow {
  readonly page: Page;
  readonly transport: Transport;
  /** violations of the policy, errors on the console, uncaught errors */
  readonly troubles: readonly string[];
  /** starts the page; connect the host's end before */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface ViewOptions {
  readonly view: View;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

export async function viewWindow(
  browser: Browser,
  { origin }: ViewServer,
  { view, theme = 'dark', width = 720, height = 900 }: ViewOptions,
): Promise<ViewWindow> {
  const page = await browser.newPage({ viewport: { width, height } });
  const ears = new Set<(message: unknown) => void>();
  const troubles = watch(page);
  await page.exposeFunction('postToHost', (message: unknown) => {
    for (const hear of ears) hear(message);
  });
  await page.addInitScript(giveApi);
  return {
    page,
    transport: {
      send: (message) => {
        void deliver(page, JSON.parse(JSON.stringify(message)));
      },
      listen: (receive) => {
        ears.add(receive);
        return () => ears.delete(receive);
      },
    },
    troubles,
    open: async () => {
      await page.goto(`${origin}/?view=${view}&theme=${theme}`);
    },
    close: () => page.close(),
  };
}

/** As with VS Code, what comes after the view has gone is lost. */
async function deliver(page: Page, message: unknown): Promise<void> {
  try {
    await page.evaluate((sent) => {
      window.postMessage(sent, '*');
    }, message);
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}

function watch(page: Page): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  return troubles;
}

/** Runs in the page: what VS Code gives to a webview, once. */
function giveApi(): void {
  const scope = globalThis as unknown as {
    postToHost: (message: unknown) => void;
    acquireVsCodeApi: () => unknown;
  };
  // as with VS Code, it outlives the page
  const state = 'state of the view';
  scope.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => {
      scope.postToHost(JSON.parse(JSON.stringify(message)));
    },
    getState: () => {
      const kept = sessionStorage.getItem(state);
      return kept === null ? undefined : (JSON.parse(kept) as unknown);
    },
    setState: (given: unknown) => {
      sessionStorage.setItem(state, JSON.stringify(given));
    },
  });
}
