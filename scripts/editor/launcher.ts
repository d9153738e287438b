#!/usr/bin/env node
/**
 * Stands in for the desktop editor's program: takes the arguments that @vscode/test-electron passes, runs the tests in
 * the extension host of VS Code from npm, and exits with their result.
 */
import { parseArgs } from 'node:util';
import { type Page } from 'playwright-core';
import { Failure } from '../progress.mjs';
import { openWorkbench } from './workbench.ts';

const TIMEOUT_MS = 5 * 60_000;
const TIMED_OUT = 124;

const { values, positionals } = parseArgs({
  strict: false, // the desktop editor's other arguments mean nothing here
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

/** The workbench calls these functions of the page: while the tests run, and when they have ended. */
async function listen(page: Page, ended: (code: number) => void): Promise<void> {
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', ended);
  page.once('crash', () => {
    ended(1);
  });
}

async function runTests(): Promise<number> {
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const folder = positionals.at(0);
  if (typeof extension !== 'string' || typeof tests !== 'string' || folder === undefined) {
    throw new Failure(
      'Arguments are missing.',
      'Give --extensionDevelopmentPath=…, --extensionTestsPath=… and a folder.',
    );
  }
  const { promise, resolve } = Promise.withResolvers<number>();
  const workbench = await openWorkbench({
    folder,
    extension,
    tests,
    prepare: (page) => listen(page, resolve),
  });
  setTimeout(resolve, TIMEOUT_MS, TIMED_OUT).unref();
  const code = await promise;
  await workbench.close();
  return code;
}

process.exit(await runTests());
