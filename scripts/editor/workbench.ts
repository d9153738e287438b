/** VS Code from npm in a headless browser, with this extension from the working tree or installed. For tests and pictures. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { freePort, startServer } from './server.ts';
import { calmSettings } from './settings.ts';

export interface WorkbenchOptions {
  readonly folder: string;
  /** loaded from this folder, as under development; without it only what is installed is there */
  readonly extension?: string | undefined;
  /** runs this module's `run()` in the extension host */
  readonly tests?: string | undefined;
  /** of installed extensions */
  readonly extensions?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** what the page needs before it loads */
  readonly prepare?: ((page: Page) => Promise<void>) | undefined;
}

export interface Workbench {
  readonly page: Page;
  close(): Promise<void>;
}

/** Loads the extension, and its tests, through the page's payload: names that the workbench knows. */
function payloadOf({ extension, tests }: WorkbenchOptions, authority: string): [string, string][] {
  const remote = (path: string): string =>
    `vscode-remote://${authority}${encodeURI(resolve(path))}`;
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  return payload;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const data = await mkdtemp(join(tmpdir(), 'exambench-editor-'));
  const server = await startServer({
    data,
    extensions: options.extensions ?? join(data, 'extensions'),
    port: await freePort(),
    settings: { ...calmSettings, ...options.settings },
    underTest: true,
    env: options.env ?? {},
  });
  const browser = await launchChromium();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await options.prepare?.(page);
    await page.goto(server.url(resolve(options.folder), payloadOf(options, server.authority)));
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
