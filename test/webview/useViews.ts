/** Views in one browser for the tests of a file: each test opens its own, which are closed after it and must have had no trouble. */
import { type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../scripts/editor/chromium.ts';
import {
  type ViewOptions,
  type ViewServer,
  type ViewWindow,
  serveViews,
  viewWindow,
} from './viewWindow.ts';

export interface Views {
  /** where the views come from, known once the tests run */
  readonly origin: string;
  open(options: ViewOptions): Promise<ViewWindow>;
}

export function useViews(): Views {
  let browser: Browser;
  let server: ViewServer;
  const opened: ViewWindow[] = [];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), serveViews()]);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  afterEach(async () => {
    const views = opened.splice(0);
    await Promise.all(views.map((view) => view.close()));
    expect(views.length).toBeGreaterThan(0);
    expect(views.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
  return {
    get origin() {
      return server.origin;
    },
    async open(options) {
      const view = await viewWindow(browser, server, options);
      opened.push(view);
      return view;
    },
  };
}
