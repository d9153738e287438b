/** Task views, looked at as assistive technology sees them. */
import { type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openTaskHost } from '../../src/protocol/taskChannel.ts';
import { accessibilityTroubles, expectAccessible } from '../support/axe.ts';
import { FakeHost } from './examTask.ts';
import themes from './themes.json' with { type: 'json' };
import { useViews } from './useViews.ts';
import { type Theme } from './viewWindow.ts';

const views = useViews();

async function show(theme: Theme): Promise<Page> {
  const view = await views.open({ view: 'task', theme });
  openTaskHost(view.transport, new FakeHost().handlers, () => undefined);
  await view.open();
  const { page } = view;
  await page.locator('vscode-text-area').waitFor();
  await page.locator('.katex').first().waitFor();
  return page;
}

describe('accessibility of the task view', () => {
  it.each(Object.keys(themes) as Theme[])('has no fault in %s', async (theme) => {
    await expectAccessible(await show(theme));
  });

  it('has faults where somebody plants them, also inside controls', async () => {
    const page = await show('light');
    await page.evaluate(() => {
      document.querySelector('h1')?.setAttribute('style', 'color: #ccc');
      const area = document.querySelector('vscode-text-area')?.shadowRoot;
      area?.append(document.createElement('button'));
    });
    const troubles = await accessibilityTroubles(page);
    expect(troubles.map((trouble) => trouble.split(': ', 2).join(': '))).toEqual([
      'button-name: vscode-text-area > button',
      'color-contrast: h1',
    ]);
    await expect(expectAccessible(page)).rejects.toThrow(/: h1: .*1\.6/);
  });
});
