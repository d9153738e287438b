/** Pages of results in one browser for the tests of a file: what runs, loads or is blocked there is noted. */
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/editor/chromium.ts';

export interface OpenedPage {
  readonly page: Page;
  /** errors of scripts, complaints of the policy, and whatever was asked of the network */
  readonly troubles: readonly string[];
}

interface OpenOptions {
  readonly scheme?: 'light' | 'dark';
  /** false: scripts of the test's own may run in the page, which its policy forbids */
  readonly obeysPolicy?: boolean;
}

export type OpenPage = (html: string, options?: OpenOptions) => Promise<OpenedPage>;

const ADDRESS = 'https://results.example/';

export function usePages(): OpenPage {
  let browser: Browser;
  const contexts = new Map<boolean, Promise<BrowserContext>>();
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return async (html, { scheme = 'light', obeysPolicy = true } = {}) => {
    const known = contexts.get(obeysPolicy);
    const context = known ?? browser.newContext({ bypassCSP: !obeysPolicy });
    contexts.set(obeysPolicy, context);
    const opened = await notedPage(await context, html);
    await opened.page.emulateMedia({ colorScheme: scheme });
    await opened.page.goto(ADDRESS);
    return opened;
  };
}

/** The one before is closed: a test looks at one page after the other. */
async function notedPage(context: BrowserContext, html: string): Promise<OpenedPage> {
  await Promise.all(context.pages().map((page) => page.close()));
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    troubles.push('dialog');
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: 'text/html', body: html });
    troubles.push(`request: ${url}`);
    return route.abort();
  });
  return { page, troubles };
}
